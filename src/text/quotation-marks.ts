/** Opening and closing marks, by primary language subtag or full tag; the fallback is English. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
  'de-CH': ['«', '»'],
  fr: ['«\u00A0', '\u00A0»'],
  es: ['«', '»'],
  pt: ['“', '”'],
  it: ['«', '»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  pl: ['„', '”'],
  nl: ['“', '”'],
  ja: ['「', '」'],
  zh: ['“', '”'],
  'zh-TW': ['「', '」'],
  'zh-Hant': ['「', '」'],
  ko: ['“', '”'],
  ar: ['«', '»'],
  hi: ['“', '”'],
  tr: ['“', '”'],
};

/** Puts a text between the quotation marks of its language (BCP 47). */
export function quote(text: string, language: string): string {
  const [open, close] = MARKS[language] ?? MARKS[language.split('-')[0] ?? ''] ?? ['“', '”'];
  return open + text + close;
}

/** A stretch of text between quotation marks; offsets are UTF-16 code units and take in the marks. */
export interface QuotedStretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every closing mark an opening mark of any script can have. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"”',
  '〝': '〞',
  '＂': '＂',
};

/** Finds text between double quotation marks of any script. An opening mark that is never closed quotes nothing. */
export function findQuoted(text: string): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  for (let start = 0; start < text.length; start++) {
    const closers = CLOSERS[text.charAt(start)];
    if (!closers) continue;
    const end = findCloser(text, start + 1, closers);
    if (end === -1) continue;
    found.push({ start, end: end + 1, text: text.slice(start + 1, end).trim() });
    start = end;
  }
  return found;
}

/** No quotation of ours is longer; it keeps the search linear over text full of unclosed marks. */
const LONGEST_QUOTATION = 2_000;

function findCloser(text: string, from: number, closers: string): number {
  const limit = Math.min(text.length, from + LONGEST_QUOTATION);
  for (let at = from; at < limit; at++) if (closers.includes(text.charAt(at))) return at;
  return -1;
}
