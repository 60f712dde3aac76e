import { printable } from '../text/index.ts';

/**
 * Text as Markdown that shows exactly that text in CommonMark, GitHub, goldmark, kramdown and MDX. Braces become entities, because Liquid tags,
 * Hugo shortcodes, kramdown attributes and MDX expressions are read before any backslash is.
 */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      .replace(/[\\`*_[\]~|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\{/g, '&#123;')
      .replace(/\}/g, '&#125;')
      .replace(/\$(?=\$)/g, '&#36;')
      // GitHub makes links of bare addresses.
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}&#46;`)
      .replace(/(?<=\w)@(?=\w)/g, '&#64;')
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/^[-+#=:]/, '\\$&')
  );
}
