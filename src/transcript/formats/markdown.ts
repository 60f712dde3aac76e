const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;
const HTML_TAG =
  /<\/?(?:br|p|b|i|em|strong|span|div|a|sup|sub|u|small|blockquote|hr)(?:\s[^<>\n]{0,300})?\/?>/giu;
const LINK = /!?\[([^[\]\n]{0,300})\](?:\([^()\s]{0,2000}(?:\s"[^"\n]{0,200}")?\)|\[[^[\]\n]{0,60}\])/gu;
const LINK_TARGET = /^\[[^[\]\n]{1,60}\]:[ \t]+\S.*$/gmu;
const FOOTNOTE = /\[\^[\w-]{1,40}\]:?/gu;
const STRONG = /(\*\*|__)(?=\S)([^*_\n]{1,500}?\S|\S)\1/gu;
const EMPHASIS = /\*(?=\S)([^*\n]{1,500})\*|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{1,500})_(?![\p{L}\p{N}_])/gu;
const CODE = /`([^`\n]{1,300})`/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;
const LINE_MARK = /^[ \t]{0,8}(?:>[ \t](?!>)|[-*+•][ \t]+|\d{1,3}[.)][ \t]+(?=\S))/gmu;

/** Whether a text is written in Markdown: headings, links, or bold labels. */
export function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6}[ \t]+\S/mu.test(text) || /\]\(https?:/u.test(text) || /^\*\*[^*\n]{1,80}\*\*/mu.test(text);
}

/**
 * The words of a Markdown text as HTML text, entities and all: links keep their text, images and targets go, emphasis is undone,
 * and escaped characters become entities, so that nothing takes them for markup.
 */
export function stripMarkdown(text: string): string {
  return text
    .replace(ESCAPE, (_match, character: string) => `&#${character.codePointAt(0)};`)
    .replace(COMMENT, '')
    .replace(HTML_TAG, ' ')
    .replace(LINK_TARGET, '')
    .replace(LINK, (match, label: string) => (match.startsWith('!') ? '' : label))
    .replace(FOOTNOTE, '')
    .replace(LINE_MARK, '')
    .replace(STRONG, '$2')
    .replace(EMPHASIS, (_match, star?: string, line?: string) => star ?? line ?? '')
    .replace(CODE, '$1');
}
