/** What JSON leaves as it is and a terminal obeys: eight-bit controls and marks that turn the direction of writing. */
const STEERING = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/gu;

/** A value as JSON that can be printed on a terminal, and read back to the same value. */
export function formatJson(value: unknown): string {
  return escapeSteering(`${JSON.stringify(value, null, 2)}\n`);
}

export function escapeSteering(json: string): string {
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
