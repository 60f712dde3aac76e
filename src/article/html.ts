import { stripUnprintable } from '../text/index.ts';

/** Markup made by the `html` tag: the only strings that reach a page unescaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

type Content = Html | string | number | undefined | false | readonly Content[];

/**
 * Template tag for HTML. Text and numbers are stripped of invisible controls and escaped for element content and for attributes in double quotes (always quote attributes);
 * lists are joined; undefined and false print nothing.
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(strings.reduce((markup, string, index) => markup + render(contents[index - 1]) + string));
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'object') return content.map(render).join('');
  return escapeText(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return stripUnprintable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
