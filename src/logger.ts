import type { Logger } from 'pino';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** Where lines of JSON go: stderr, so that stdout holds results alone. */
  readonly destination: { write(line: string): void };
  readonly level: 'silent' | 'warn' | 'info' | 'debug';
}

/** Keys whose values never reach the log, at any depth a record of ours has. */
const SECRET_KEYS = ['apiKey', 'authorization', 'cookie', 'token'];

export async function createLogger({ destination, level }: LoggerOptions): Promise<Logger> {
  const { pino } = await import('pino');
  return pino(
    {
      level,
      base: null,
      redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    },
    destination,
  );
}
