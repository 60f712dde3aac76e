#!/usr/bin/env node
import { main } from './cli/main.ts';

const interruption = new AbortController();
process.on('SIGINT', () => {
  // A second Ctrl-C is impatience: leave at once. What was paid for is already on disk.
  if (interruption.signal.aborted) process.exit(130);
  interruption.abort();
});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
try {
  process.loadEnvFile();
} catch {
  // No .env in this folder.
}

process.exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  signal: interruption.signal,
  now: () => new Date(),
  io: {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    stdin: () => process.stdin,
    isTerminal: process.stdin.isTTY === true,
  },
});
