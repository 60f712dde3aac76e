import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../src/check/index.ts';
import { createAccess, createReviewApp } from '../../src/review/index.ts';
import { createDraftFolder } from '../../src/store/index.ts';
import { PAYLOAD, poison } from './poison.ts';
import { SAMPLE_ID, sampleFolder, send, startDesk } from './start-desk.ts';

const page = `/drafts/${SAMPLE_ID}`;
const decisions = `${page}/decisions`;
const START = JSON.stringify({ by: 'Mallory', action: 'start' });

describe('a request without the session', () => {
  it('is turned away from every page and every decision, with words that help', async () => {
    await using desk = await startDesk();
    for (const path of ['/', page, `${page}/transcript`, `${page}/files/json`, `${page}/certificate`]) {
      const { status, body } = await desk.ask(path, { headers: { cookie: undefined } });
      expect(status, path).toBe(401);
      expect(body, path).not.toContain('Zelenskyy');
    }
    const decided = await desk.ask(decisions, {
      method: 'POST',
      body: START,
      headers: { cookie: undefined },
    });
    expect(decided.status).toBe(401);
    expect(decided.body).toContain('Open the link that copydesk review printed');
    expect(await desk.events()).toEqual([]);
  });

  it('gets none for a wrong token, and one that no script can read for the right one', async () => {
    await using desk = await startDesk();
    const wrong = await send(desk.url, '/?token=AAAA', {
      headers: { host: desk.url.host, cookie: undefined },
    });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
    const right = await send(desk.url, `/${desk.url.search}`, { headers: { host: desk.url.host } });
    expect(right.status).toBe(303);
    expect(right.headers.location).toMatch(/^\/#key=[\w-]{32}$/u);
    expect(right.headers['set-cookie']?.[0]).toMatch(
      /^copydesk_\d+=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/u,
    );
  });

  it('alone, as another server of this machine may have been sent it, decides nothing', async () => {
    await using desk = await startDesk();
    const body = START;
    for (const key of [undefined, 'A'.repeat(32), desk.cookie.split('=')[1]]) {
      const headers = { 'x-copydesk-key': key };
      expect((await desk.ask(decisions, { method: 'POST', body, headers })).status).toBe(401);
      expect((await desk.ask('/bulk', { method: 'POST', body: '{}', headers })).status).toBe(401);
    }
    const { body: shown } = await desk.ask(page, { headers: { accept: 'text/html' } });
    const { location } = (await send(desk.url, `/${desk.url.search}`, { headers: { host: desk.url.host } }))
      .headers;
    expect(shown).not.toContain(location?.replace('/#key=', ''));
    expect(await desk.events()).toEqual([]);
  });

  it('of an earlier start is worth nothing', async () => {
    const folder = await sampleFolder();
    const first = await startDesk({ folder });
    await first[Symbol.asyncDispose]();
    await using second = await startDesk({ folder });
    const name = second.cookie.split('=')[0];
    const stolen = `${name}=${first.cookie.split('=')[1]}`;
    expect((await second.ask('/', { headers: { cookie: stolen } })).status).toBe(401);
    expect((await second.ask('/')).status).toBe(200);
  });
});

describe('a request from elsewhere', () => {
  it('under another host name is refused, whatever it has', async () => {
    await using desk = await startDesk();
    for (const host of [
      'evil.example',
      `evil.example:${desk.url.port}`,
      '127.0.0.1:1',
      `127.0.0.1.evil.example:${desk.url.port}`,
    ]) {
      const { status, body } = await desk.ask(page, { headers: { host } });
      expect(status, host).toBe(403);
      expect(body).not.toContain('Zelenskyy');
    }
  });

  it('of another origin decides nothing, and neither does one that names none', async () => {
    await using desk = await startDesk();
    for (const origin of [
      'https://evil.example',
      'null',
      `http://127.0.0.1:1`,
      `https://127.0.0.1:${desk.url.port}`,
      undefined,
    ]) {
      const { status } = await desk.ask(decisions, { method: 'POST', body: START, headers: { origin } });
      expect(status, String(origin)).toBe(403);
    }
    const framed = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    };
    expect((await desk.ask(page, { headers: framed })).status).toBe(403);
    expect(await desk.events()).toEqual([]);
    expect((await desk.ask(decisions, { method: 'POST', body: START })).status).toBe(200);
  });

  it('is told nothing that would let its page read an answer', async () => {
    await using desk = await startDesk();
    const asked = await desk.ask(page, { headers: { origin: 'https://evil.example' } });
    const preflight = await desk.ask(decisions, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    for (const { status, headers } of [asked, preflight]) {
      expect(status).toBe(403);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('as a form cannot decide: only JSON is taken', async () => {
    await using desk = await startDesk();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(
        (await desk.ask(decisions, { method: 'POST', body: START, headers: { 'content-type': type } }))
          .status,
      ).toBe(400);
    expect(await desk.events()).toEqual([]);
  });

  it('over another interface of the machine reaches nobody', async () => {
    await using desk = await startDesk();
    // All of 127/8 is this machine; only the one address is listened on.
    const outcome = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: Number(desk.url.port) });
      socket.on('connect', () => resolve('connected'));
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    });
    expect(outcome).toBe('ECONNREFUSED');
  });
});

describe('an id', () => {
  it('that is a path leads nowhere', async () => {
    const folder = await sampleFolder();
    mkdirSync(join(folder, '..', 'secret-desk'), { recursive: true });
    const article = readFileSync(join(folder, SAMPLE_ID, 'article.json'));
    writeFileSync(join(folder, '..', 'secret-desk', 'article.json'), article);
    mkdirSync(join(folder, '.hidden'), { recursive: true });
    writeFileSync(join(folder, '.hidden', 'article.json'), article);
    await using desk = await startDesk({ folder });
    const ids = [
      ...[
        '..%2Fsecret-desk',
        '%2e%2e%2fsecret-desk',
        '..%5Csecret-desk',
        '.hidden',
        '%2e%2e%2f%2e%2e',
        '%00',
        '~',
      ],
      `${SAMPLE_ID}%2F..%2F..%2Fsecret-desk`,
      `${SAMPLE_ID}~..%2F..`,
      `${SAMPLE_ID}%2Fversions`,
      `${folder.replaceAll('/', '%2F')}%2F${SAMPLE_ID}`,
    ];
    for (const id of ids)
      for (const rest of ['', '/transcript', '/files/json', '/files/..%2F..%2Ftranscript', '/media']) {
        const { status, body } = await desk.ask(`/drafts/${id}${rest}`);
        expect([404, 403], `${id}${rest}`).toContain(status);
        expect(body).not.toContain('schemaVersion');
      }
    for (const name of ['..%2F..%2Fpackage.json', '%2Fetc%2Fpasswd', '..%2Fprompts%2Frules.md', 'desk.js%00'])
      expect((await desk.ask(`/assets/${name}`)).status, name).toBe(404);
  });

  it('of a link that leads out of the folder is no article', async () => {
    const folder = await sampleFolder();
    const other = await sampleFolder();
    symlinkSync(join(other, SAMPLE_ID), join(folder, 'linked'));
    symlinkSync('/etc/passwd', join(folder, SAMPLE_ID, 'recording.mp4'));
    await using desk = await startDesk({ folder });
    expect((await desk.ask('/drafts/linked')).status).toBe(404);
    expect((await desk.ask('/', { headers: { accept: 'text/html' } })).body).not.toContain('linked');
    expect((await desk.ask(`${page}/media`)).status).toBe(404);
  });

  it('in a list of many is checked like any other', async () => {
    await using desk = await startDesk();
    const body = JSON.stringify({ by: 'M', action: 'reject', reason: 'x', ids: ['../../tmp', '..', '/etc'] });
    expect((await desk.ask('/bulk', { method: 'POST', body })).json()).toMatchObject({ done: 0 });
    expect(existsSync(join(desk.folder, '..', 'review.jsonl'))).toBe(false);
  });
});

describe('what is too much', () => {
  it('in one body is refused before it is read, with and without a length', async () => {
    await using desk = await startDesk();
    const text = 'x'.repeat(300 * 1024);
    const body = JSON.stringify({ by: 'M', action: 'comment', target: 'lead.p1', text });
    const announced = await desk.ask(decisions, {
      method: 'POST',
      body,
      headers: { 'content-length': String(body.length) },
    });
    expect(announced.status).toBe(413);
    const chunked = await desk.ask(decisions, {
      method: 'POST',
      body,
      headers: { 'transfer-encoding': 'chunked' },
    });
    expect(chunked.status).toBe(413);
    expect(await desk.events()).toEqual([]);
  });

  it('in one text, name or list is refused by the field', async () => {
    await using desk = await startDesk();
    const match = await desk.sha256();
    const long = (count: number): string => 'x'.repeat(count);
    for (const request of [
      { action: 'edit', target: 'headline', text: long(5_001), match },
      { action: 'comment', target: 'lead.p1', text: long(2_001) },
      { action: 'start', by: long(101) },
      { action: 'edit', target: 'headline', text: 'x', match, extra: true },
      { action: 'edit', target: 'headline', text: 'x', match: 'nothing' },
      { action: 'anything' },
    ])
      expect((await desk.decide(request)).status).toBe(400);
    expect(await desk.events()).toEqual([]);
  });

  it('at once is turned away for a moment, so that no more than a few are worked on', async () => {
    const access = createAccess();
    const drafts = createDraftFolder(await sampleFolder(), { now: () => new Date() });
    let atWork = 0;
    let most = 0;
    const watched = {
      ...drafts,
      async open(id: string) {
        most = Math.max(most, ++atWork);
        return drafts.open(id).finally(() => atWork--);
      },
    };
    const policy = createPolicy({ rules: {}, profiles: {}, waivers: [] });
    const writer = async () => ({ kind: 'extractive' }) as const;
    const desk = { drafts: watched, policy, now: () => new Date(), glossary: [], writer };
    const app = createReviewApp({ desk, access, port: () => 80 });
    const headers = { host: '127.0.0.1:80', cookie: `copydesk_80=${access.session}` };
    const ask = () => app.request(`http://127.0.0.1${page}/files/json`, { headers });
    const answers = await Promise.all(Array.from({ length: 1_000 }, ask));
    const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect(most).toBeLessThanOrEqual(16);
    expect([count(200), count(503)]).toEqual([216, 784]);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('1');
    expect((await ask()).status).toBe(200);
  });

  it('over the network leaves nobody without an answer', async () => {
    await using desk = await startDesk();
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => desk.ask('/')));
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect((await desk.ask(page)).status).toBe(200);
  });
});

describe('a hostile text', () => {
  it('stands on every page as the text it is', async () => {
    const folder = await sampleFolder();
    poison(folder);
    await using desk = await startDesk({ folder, desk: { reviewer: PAYLOAD } });
    await desk.decide({ action: 'comment', target: 'lead.p1', text: PAYLOAD, by: PAYLOAD.slice(0, 90) });
    await desk.decide({ action: 'assign', to: PAYLOAD.slice(0, 90) });
    await desk.decide({ action: 'send-back', reason: PAYLOAD });
    const html = { headers: { accept: 'text/html' } };
    const pages = [
      `/?q=${encodeURIComponent(PAYLOAD)}&channel=${encodeURIComponent(PAYLOAD)}&who=${encodeURIComponent(PAYLOAD)}`,
      '/?status=all',
      page,
      `${page}/certificate`,
      `/drafts/${encodeURIComponent(PAYLOAD)}`,
    ];
    for (const path of pages) {
      const { body, headers } = await desk.ask(path, html);
      expect(body, path).toMatch(/<html/u);
      // Escaped, the payload has no bracket of its own left.
      expect(/<img|<script>|<!--|onerror="/u.exec(body)?.[0], path).toBeUndefined();
      expect(headers['content-security-policy'], path).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'",
      );
      expect(/\sstyle=|<style|href="javascript:/u.exec(body)?.[0], path).toBeUndefined();
    }
    const { body } = await desk.ask(page, html);
    expect(body.match(/window\.hacked/gu)?.length ?? 0).toBeGreaterThan(20);
  });

  it('comes back as a file to keep, never as a page of the desk', async () => {
    const folder = await sampleFolder();
    poison(folder);
    await using desk = await startDesk({ folder });
    for (const format of ['html', 'md', 'txt', 'json', 'certificate-html', 'certificate-json']) {
      const { headers, status } = await desk.ask(`${page}/files/${format}`);
      expect(status, format).toBe(200);
      expect(headers['content-disposition'], format).toBe(
        `attachment; filename="${SAMPLE_ID}${format.startsWith('cert') ? `-certificate.${format.slice(12)}` : `.${format}`}"`,
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});
