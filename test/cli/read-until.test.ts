import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { readUntil } from '../../src/cli/batch/read-until.ts';

it('ends the reading of a stream that would wait for ever, and closes it', async () => {
  const stream = new PassThrough();
  const ending = new AbortController();
  stream.write('one\n');
  const parts: string[] = [];
  for await (const part of readUntil(stream, ending.signal)) {
    parts.push(String(part));
    ending.abort();
  }
  expect(parts).toEqual(['one\n']);
  expect(stream.destroyed).toBe(true);
});

it('ends while it waits', async () => {
  const stream = new PassThrough();
  const ending = new AbortController();
  setImmediate(() => ending.abort());
  for await (const part of readUntil(stream, ending.signal)) expect(part).toBeUndefined();
  expect(stream.destroyed).toBe(true);
});
