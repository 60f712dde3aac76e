import { styleText } from 'node:util';
import type { Context } from './context.ts';

type Format = Parameters<typeof styleText>[0];

/** Colours a text for standard output. */
export type Style = (format: Format, text: string) => string;

/** Plain text where standard output is no terminal, and with NO_COLOR. */
export function createStyle({ env }: Context): Style {
  return (format, text) => (env.NO_COLOR ? text : styleText(format, text));
}

export const plainStyle: Style = (_, text) => text;
