#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from './cli/main.ts';

// V8 lets the space for young objects grow to 64 MB however little of it lives on; over hours of speech a small one is as fast, with a
// third less memory. Its greatest size cannot be set any more once a process runs, its growth can.
setFlagsFromString('--semi-space-growth-factor=1');

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
    screen: process.stderr.isTTY === true ? { columns: () => process.stderr.columns } : undefined,
  },
});
