#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from './cli/main.ts';

// V8 lets the space for young objects grow to 64 MB however little of it lives on; over hours of speech a small one is as fast, with a
// third less memory. Its greatest size cannot be set any more once a process runs, its growth can.
setFlagsFromString('--semi-space-growth-factor=1');

const interruption = new AbortController();
/** What an interruption does, one after the other; once more is impatience: leave at once. What was paid for is already on disk. */
const onInterrupt = [() => interruption.abort()];
// A closed terminal and a service that is stopped are no less an end than Ctrl-C.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => {
    const next = onInterrupt.shift();
    if (!next) process.exit(130);
    next();
  });
/** Whoever reads has gone (`| head -1`): what is left to say is dropped, and the command ends with its own exit code. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => boolean {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isOpen = false;
  });
  return (text) => {
    if (isOpen) stream.write(text);
    return isOpen;
  };
}
try {
  process.loadEnvFile();
} catch {
  // No .env in this folder.
}

process.exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  signal: interruption.signal,
  drainFirst: (drain) => onInterrupt.unshift(drain),
  now: () => new Date(),
  io: {
    stdout: writerTo(process.stdout),
    stderr: writerTo(process.stderr),
    stdin: () => process.stdin,
    isTerminal: process.stdin.isTTY === true,
    screen: process.stderr.isTTY === true ? { columns: () => process.stderr.columns } : undefined,
  },
});
