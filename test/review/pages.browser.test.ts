import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longFolder } from '../../bench/review/long-transcript.ts';
import { createModel } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import { runCli } from '../cli/run-cli.ts';
import { startModelServer } from '../servers/model-server.ts';
import { answerStages } from '../servers/stages.ts';
import { hasBrowser, launchBrowser, openPage } from './browser.ts';
import { poison } from './poison.ts';
import { type DeskUnderTest, SAMPLE_ID, sampleFolder, startDesk } from './start-desk.ts';

const SIZES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

const DIALOGS = ['help', 'dismiss', 'approve', 'rewrite', 'conflict', 'spelling', 'name', 'reason'];

const at = (desk: DeskUnderTest, path: string): string => new URL(path, desk.url).href;

async function seriousFaults(page: Page, name: string, part = 'html'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${name}: ${id} ${target} ${failureSummary}`),
    );
}

const direction = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).direction`);

describe.skipIf(!hasBrowser)('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      (['desktop', 'phone'] as const).map((size) => [colorScheme, size] as const),
    ),
  )(
    'has nothing serious or critical for axe, %s, %s',
    async (colorScheme, size) => {
      await using desk = await startDesk({ desk: { reviewer: 'Dana' } });
      await desk.decide({ action: 'comment', target: 'lead.p1', text: 'Who said so?' });
      await desk.decide({
        action: 'edit',
        target: 's1.p2.1',
        text: 'Ukraine commits to reforms.',
        match: await desk.sha256(),
      });
      await desk.decide({ action: 'listen', quote: 's1.q1', text: desk.article().quotes[0]?.text });
      const { page, complaints, strangers } = await openPage(browser, { ...SIZES[size], colorScheme });
      const faults: string[] = [];
      await page.goto(desk.url.href);
      faults.push(...(await seriousFaults(page, 'queue')));
      await page.goto(at(desk, `/drafts/${SAMPLE_ID}`));
      await page.waitForSelector('.unit', { state: 'attached' });
      await page.keyboard.press('j');
      faults.push(...(await seriousFaults(page, 'desk')));
      for (const key of size === 'phone' ? ['2'] : ['2', '3', '4', '5']) {
        await page.keyboard.press(key);
        faults.push(...(await seriousFaults(page, `tab ${key}`, '#article-pane')));
      }
      if (size === 'phone') {
        await page.click('[data-pane=evidence-pane]');
        faults.push(...(await seriousFaults(page, 'evidence', '#evidence-pane')));
      }
      for (const dialog of size === 'phone' ? ['help', 'approve'] : DIALOGS) {
        await page
          .locator(`#${dialog}-dialog`)
          .evaluate((element) => (element as unknown as { showModal(): void }).showModal());
        faults.push(...(await seriousFaults(page, dialog, `#${dialog}-dialog`)));
        await page.keyboard.press('Escape');
      }
      await page.goto(at(desk, `/drafts/${SAMPLE_ID}/certificate`));
      faults.push(...(await seriousFaults(page, 'certificate')));
      await page.goto(at(desk, '/drafts/nothing'));
      faults.push(...(await seriousFaults(page, 'no such page')));
      expect(faults).toEqual([]);
      expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
      expect(strangers).toEqual([]);
      await page.context().close();
    },
    240_000,
  );

  it('runs no script of a hostile article, transcript or finding, and asks no other host', async () => {
    const folder = await sampleFolder();
    poison(folder);
    await using desk = await startDesk({ folder });
    const { page, complaints, strangers } = await openPage(browser, SIZES.desktop);
    await page.goto(desk.url.href);
    await page.goto(at(desk, `/drafts/${SAMPLE_ID}`));
    await page.waitForSelector('.unit');
    await page.evaluate(() =>
      localStorage.setItem('copydesk-reviewer', '<img src=x onerror="window.hacked=1">'),
    );
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    for (const key of ['2', '3', '4', '5', '1']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await page.fill('#find', 'onerror');
    await page.locator('.unit').first().click();
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img, script:not([src]), iframe, object, embed').count()).toBe(0);
    expect(await page.locator('.unit').first().textContent()).toContain('<img src=x');
    await page.goto(at(desk, `/drafts/${SAMPLE_ID}/certificate`));
    await page.goto(at(desk, `/?status=all&q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`));
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('of a ten-hour transcript holds only what is visible, wherever it is scrolled to', async () => {
    const { folder, id, units } = await longFolder();
    await using desk = await startDesk({ folder });
    const { page } = await openPage(browser, SIZES.desktop);
    await page.goto(desk.url.href);
    await page.goto(at(desk, `/drafts/${id}`));
    await page.waitForSelector('.unit');
    expect(await page.locator('.unit').first().getAttribute('aria-setsize')).toBe(String(units));
    for (const part of [0.25, 0.5, 1]) {
      await page.locator('#transcript').evaluate((box, share) => {
        box.scrollTop = box.scrollHeight * share;
      }, part);
      await expect
        .poll(async () => Number(await page.locator('.unit').last().getAttribute('aria-posinset')) / units)
        .toBeGreaterThan(part - 0.1);
      expect(await page.locator('.unit').count()).toBeLessThan(60);
      // Rows stand one below the other.
      const boxes = await page.locator('.unit').evaluateAll((rows) =>
        rows
          .map((row) => row.getBoundingClientRect())
          .sort((first, second) => first.top - second.top)
          .map(({ top, bottom }) => ({ top, bottom })),
      );
      for (const [index, { top }] of boxes.entries())
        if (index > 0) expect(Math.abs(top - (boxes[index - 1]?.bottom ?? 0))).toBeLessThan(1);
    }
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('.text[data-cites]:not([data-cites=""])').last().click();
    await expect.poll(() => page.locator('.unit.is-selected').count()).toBeGreaterThan(0);
    await page.context().close();
  }, 60_000);

  it('of an article in Arabic reads from right to left where the article does', async () => {
    const folder = await sampleFolder();
    await runCli([
      'write',
      'samples/almofid/2VWznGxyv60.ar.srt',
      '--writer',
      'extractive',
      '--out',
      folder,
      '--quiet',
      '--json',
    ]);
    await using desk = await startDesk({ folder });
    const { page, complaints } = await openPage(browser, SIZES.desktop);
    await page.goto(desk.url.href);
    const row = page.locator('a.headline[lang=ar]');
    expect(await row.getAttribute('dir')).toBe('rtl');
    await row.click();
    await page.waitForSelector('.unit');
    expect(await direction(page, '.article')).toBe('rtl');
    expect(await direction(page, '#transcript')).toBe('rtl');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    // The player of the video comes only when it is asked for.
    expect(await page.locator('iframe').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.route('https://www.youtube-nocookie.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p>player</p>' }),
    );
    await page.click('[data-do=load-player]');
    const frame = page.locator('iframe');
    expect(await frame.getAttribute('src')).toMatch(
      /^https:\/\/www\.youtube-nocookie\.com\/embed\/2VWznGxyv60\?/u,
    );
    expect(await frame.getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin');
    await page.context().close();
  }, 60_000);

  it('shows a model’s wording as a proposal, and takes it only when it is told to', async () => {
    const text = 'Biden told reporters that the aid would reach Ukraine {q1} but as weapons and training.';
    const sentences = [{ text, units: [3], speaker: 's1', kind: 'attributed' }];
    await using server = await startModelServer(
      answerStages({ rewriting: () => ({ paragraphs: [{ sentences }] }) }),
    );
    const model = createModel({ apiKey: 'k', baseURL: server.baseURL, model: 'test-model' });
    const writer = async () =>
      ({ kind: 'model', model, prompts: createPromptLibrary(), style: 'news' }) as const;
    await using desk = await startDesk({ desk: { writer, reviewer: 'Dana' } });
    const { page, complaints } = await openPage(browser, SIZES.desktop);
    await page.goto(desk.url.href);
    await page.goto(at(desk, `/drafts/${SAMPLE_ID}`));
    await page.waitForSelector('.unit');
    const before = await page.locator('.text[data-target="s1.p1.1"]').textContent();
    await page.click('.text[data-target="s1.p1.1"]');
    await page.keyboard.press('r');
    await page.fill('#rewrite-dialog textarea', 'Name who was told.');
    await page.click('[data-do=propose]');
    await expect.poll(() => page.locator('.proposal ins').count()).toBeGreaterThan(0);
    expect(await page.locator('.text[data-target="s1.p1.1"]').textContent()).toBe(before);
    await page.click('#rewrite-dialog button[value=ok]');
    await expect
      .poll(() => page.locator('.text[data-target="s1.p1.1"]').textContent())
      .toContain('Biden told reporters that the aid would reach Ukraine “not by sending American troops');
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  it('plays a recording in the folder from three seconds before what is selected', async () => {
    const folder = await sampleFolder();
    writeFileSync(join(folder, SAMPLE_ID, 'recording.wav'), silence(1_800));
    await using desk = await startDesk({ folder });
    const { page, complaints } = await openPage(browser, SIZES.desktop);
    await page.goto(desk.url.href);
    await page.goto(at(desk, `/drafts/${SAMPLE_ID}`));
    await page.waitForSelector('.unit');
    await page.click('.text[data-target="s1.p1.1"]');
    const cites =
      (await page.locator('.text[data-target="s1.p1.1"]').getAttribute('data-cites'))?.split(' ') ?? [];
    const transcript = JSON.parse(readFileSync(join(folder, SAMPLE_ID, 'transcript.json'), 'utf8'));
    const { start } = transcript.units[Number(cites[0])];
    const time = () =>
      page.locator('video').evaluate((video) => (video as unknown as { currentTime: number }).currentTime);
    await expect.poll(time).toBeGreaterThanOrEqual(start - 3.1);
    expect(await time()).toBeLessThan(start + 3);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);
});

/** Seconds of silence: 8 bits, 1,000 samples a second. */
function silence(seconds: number): Buffer {
  const size = seconds * 1_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + size, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(1_000, 24);
  head.writeUInt32LE(1_000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(size, 40);
  return Buffer.concat([head, Buffer.alloc(size, 128)]);
}
