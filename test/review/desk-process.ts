import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { send } from './start-desk.ts';

export interface DeskProcess {
  readonly child: ChildProcess;
  readonly url: URL;
  readonly cookie: string;
  readonly key: string;
}

/** `copydesk review` as a process of its own. The one line on stdout is its link. */
export async function startProcess(folder: string): Promise<DeskProcess> {
  const child = spawn(process.execPath, ['src/cli.ts', 'review', folder, '--port', '0', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = new URL(line);
  const login = await send(url, `/${url.search}`, { headers: { host: url.host } });
  const key = String(login.headers.location).replace('/#key=', '');
  return { child, url, key, cookie: String(login.headers['set-cookie']?.[0]?.split(';')[0]) };
}
