export function parseInfoJson(_bytes: Uint8Array): import('./schema.ts').Metadata {
  throw new Error('wip');
}
