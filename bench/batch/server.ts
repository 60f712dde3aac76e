import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Served, ServeOptions } from './serve.ts';

export interface BenchServer extends Disposable {
  readonly baseURL: string;
  report(): Promise<Served>;
}

export async function startServer(options: ServeOptions): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(options)]);
  const [baseURL] = (await once(child, 'message')) as [string];
  return {
    baseURL,
    async report() {
      child.send('report');
      const [served] = (await once(child, 'message')) as [Served];
      return served;
    },
    [Symbol.dispose]: () => child.disconnect(),
  };
}
