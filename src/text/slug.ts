/** Keeps a slug below every file system's limit also in scripts of three bytes a letter. */
const LONGEST_SLUG = 60;

/**
 * A text as lower-case words joined by hyphens, at most 60 characters, cut between words. Accents of Latin letters are folded; other scripts
 * keep their letters and vowel signs. A text without letters or digits gives `fallback`.
 */
export function slugify(text: string, fallback = 'article'): string {
  const words = text
    .toWellFormed()
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if ([...longer].length > LONGEST_SLUG) break;
    slug = longer;
  }
  return slug || [...(words[0] ?? '')].slice(0, LONGEST_SLUG).join('') || fallback;
}
