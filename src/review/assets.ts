import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Script and style of the pages lie beside the code as they are served: no build, nothing to generate. */
const FOLDER = new URL('../../desk/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The files that a page may ask for, by name: a request can name one of these and no other. */
export type Assets = ReadonlyMap<string, Asset>;

export function loadAssets(): Assets {
  const names = readdirSync(fileURLToPath(FOLDER)).filter((name) => TYPES[extname(name)] !== undefined);
  return new Map(
    names.map((name) => [
      name,
      { body: new Uint8Array(readFileSync(new URL(name, FOLDER))), type: TYPES[extname(name)] ?? '' },
    ]),
  );
}
