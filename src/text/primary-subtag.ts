const BARE = /^[a-z]{2,3}$/u;

/** The language of a BCP 47 tag without its script and region, by which our tables of words go: "pt" of "pt-BR". */
export function primarySubtag(language: string): string {
  // Asked for every word: most tags are no more than that.
  if (BARE.test(language)) return language;
  return language.toLowerCase().split(/[-_]/u)[0] ?? '';
}
