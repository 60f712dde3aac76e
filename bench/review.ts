import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { longFolder } from './review/long-transcript.ts';
import { writeSample } from './review/sample.ts';

const DRAFTS = 2_000;
const ROUNDS = 15;
const CHROMIUM = '/usr/bin/chromium';

interface Desk {
  readonly url: URL;
  readonly cookie: string;
  readonly stop: () => Promise<void>;
}

/** The desk as people meet it: a process of its own, over HTTP, and in a browser where there is one. */
export default async function review(): Promise<void> {
  await measureQueue();
  await measureLong();
}

async function measureQueue(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-review-'));
  const sample = await writeSample();
  for (let number = 0; number < DRAFTS; number++) copyDraft(sample, folder, number);
  const desk = await start(folder);
  const cold = await timed(desk, '/');
  row('queue of 2,000 drafts, first look', cold.first, '-');
  const warm = await rounds(desk, () => '/');
  row('queue of 2,000 drafts, first byte, warm', warm.first, '150 ms');
  // The folder is looked through again once a second.
  const swept: number[] = [];
  for (let round = 0; round < 5; round++) {
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    swept.push((await timed(desk, '/')).first);
  }
  row('the same, when the folder is looked through', median(swept), '150 ms');
  const words = ['agreement', 'channel 7', 'sign security', 'draft 1999', 'nothing'];
  const filtered = await rounds(
    desk,
    (round) => `/?status=all&q=${encodeURIComponent(words[round % words.length] ?? '')}`,
  );
  row('filter over 2,000 drafts, whole answer', filtered.whole, '100 ms');
  if (existsSync(CHROMIUM)) await measureTyping(desk);
  await desk.stop();
  rmSync(folder, { recursive: true });
}

function copyDraft(sample: string, folder: string, number: number): void {
  const id = `draft-number-${String(number).padStart(8, '0')}`;
  mkdirSync(join(folder, id));
  for (const name of ['article.json', 'findings.json', 'run.json']) {
    const text = readFileSync(join(sample, name), 'utf8');
    const changed =
      name === 'article.json'
        ? text
            .replace(/"headline": "[^"]+"/u, `"headline": "Draft ${number} of an agreement"`)
            .replace('"The White House"', `"Channel ${number % 40}"`)
        : text;
    writeFileSync(join(folder, id, name), changed);
  }
}

async function measureLong(): Promise<void> {
  const { folder, id } = await longFolder();
  const desk = await start(folder);
  const cold = await timed(desk, `/drafts/${id}`);
  row('desk of a 10-hour transcript, page, first look', cold.whole, '1,000 ms');
  const warm = await rounds(desk, () => `/drafts/${id}`);
  row('desk of a 10-hour transcript, page, warm', warm.whole, '1,000 ms');
  if (existsSync(CHROMIUM)) await measureOpening(desk, id);
  await desk.stop();
  rmSync(folder, { recursive: true });
}

async function openBrowser(desk: Desk) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(desk.url.href);
  return { browser, page };
}

async function measureTyping(desk: Desk): Promise<void> {
  const { browser, page } = await openBrowser(desk);
  const times: number[] = [];
  for (const word of ['1999', '1234', '77', '1050', '3']) {
    await page.fill('input[name=q]', '');
    await page.waitForTimeout(400);
    // Counted in the page: from the letter to the list that it leaves.
    const waited = await page.evaluate(`new Promise((resolve) => {
      const begun = performance.now();
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(performance.now() - begun);
      }).observe(document.querySelector('#queue'), { childList: true });
      const field = document.querySelector('input[name=q]');
      field.value = 'draft ${word}';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })`);
    times.push(Number(waited));
  }
  row('filter in the browser, from the letter to the list', median(times), '100 ms');
  await browser.close();
}

async function measureOpening(desk: Desk, id: string): Promise<void> {
  const { browser, page } = await openBrowser(desk);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.goto('about:blank');
    const begun = performance.now();
    await page.goto(new URL(`/drafts/${id}`, desk.url).href, { waitUntil: 'commit' });
    await page.waitForSelector('.unit.is-cited, .unit.is-uncited');
    times.push(performance.now() - begun);
  }
  row('desk of a 10-hour transcript, browser, until its lines show', median(times), '1,000 ms');
  const frames = await page.evaluate(`new Promise((resolve) => {
    const box = document.querySelector('#transcript');
    const gaps = [];
    let last = performance.now();
    let count = 0;
    let rows = 0;
    const tick = (now) => {
      gaps.push(now - last);
      last = now;
      box.scrollTop += 400;
      rows = Math.max(rows, document.querySelectorAll('.unit').length);
      if (++count < 120) requestAnimationFrame(tick);
      else resolve({ worst: Math.max(...gaps.slice(1)), mean: gaps.slice(1).reduce((sum, gap) => sum + gap, 0) / (gaps.length - 1), rows });
    };
    requestAnimationFrame(tick);
  })`);
  const { worst, mean, rows } = frames as { worst: number; mean: number; rows: number };
  print(
    `  scrolled through: ${mean.toFixed(0)} ms a frame, ${worst.toFixed(0)} ms the worst, at most ${rows} lines in the page`,
  );
  await browser.close();
}

async function start(folder: string): Promise<Desk> {
  const child = spawn(process.execPath, ['src/cli.ts', 'review', folder, '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = new URL(line);
  const login = await fetch(url, { redirect: 'manual' });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await once(child, 'exit');
  };
  return { url, cookie, stop };
}

interface Times {
  readonly first: number;
  readonly whole: number;
}

async function timed({ url, cookie }: Desk, path: string): Promise<Times> {
  const begun = performance.now();
  const answer = await fetch(new URL(path, url), { headers: { cookie, accept: 'text/html' } });
  const first = performance.now() - begun;
  await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return { first, whole: performance.now() - begun };
}

async function rounds(desk: Desk, path: (round: number) => string): Promise<Times> {
  const times: Times[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(desk, path(round)));
  return { first: median(times.map(({ first }) => first)), whole: median(times.map(({ whole }) => whole)) };
}

function median(values: readonly number[]): number {
  return values.toSorted((first, second) => first - second)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function row(name: string, milliseconds: number, bound: string): void {
  print(`${name.padEnd(62)} ${`${milliseconds.toFixed(0)} ms`.padStart(9)}   (bound: ${bound})`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
