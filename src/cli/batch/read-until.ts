import { Readable } from 'node:stream';

/** What a stream gives until the signal: then the reading ends, also when the stream would wait for ever. */
export async function* readUntil<Part>(
  stream: AsyncIterable<Part>,
  signal: AbortSignal,
): AsyncIterable<Part> {
  const parts = stream[Symbol.asyncIterator]();
  const ended = Promise.withResolvers<undefined>();
  const end = (): void => ended.resolve(undefined);
  signal.addEventListener('abort', end, { once: true });
  try {
    while (!signal.aborted) {
      const part = await Promise.race([parts.next(), ended.promise]);
      if (!part || part.done === true) break;
      yield part.value;
    }
  } finally {
    signal.removeEventListener('abort', end);
    // Left open it would keep the process from ending.
    if (signal.aborted && stream instanceof Readable) stream.destroy();
  }
}
