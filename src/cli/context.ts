/** The world as a command sees it. Only src/cli.ts knows the process. */
export interface Context {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** For a command that finishes what it has begun: the first Ctrl-C calls this instead of aborting the signal, the second aborts it. */
  readonly drainFirst?: ((drain: () => void) => void) | undefined;
  readonly now: () => Date;
  readonly io: {
    /** Results, and nothing else. False once nobody reads them any more. */
    stdout(text: string): boolean;
    /** Progress, log and errors. */
    stderr(text: string): void;
    stdin(): AsyncIterable<Uint8Array | string>;
    /** Standard input is a keyboard, so nothing will come from it unasked. */
    readonly isTerminal: boolean;
    /** Standard error when it is a terminal, on which a line can be drawn again. @default it is a file or a pipe */
    readonly screen?: { columns(): number } | undefined;
  };
}
