/** The language of a BCP 47 tag without its script and region, by which our tables of words go: "pt" of "pt-BR". */
export function primarySubtag(language: string): string {
  return language.toLowerCase().split(/[-_]/u)[0] ?? '';
}
