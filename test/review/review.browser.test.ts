import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/index.ts';
import { certificateSchema } from '../../src/review/index.ts';
import { readReviewLog } from '../../src/store/index.ts';
import { hasBrowser, launchBrowser, openPage } from './browser.ts';
import { type DeskProcess, startProcess } from './desk-process.ts';
import { SAMPLE_ID, sampleFolder } from './start-desk.ts';

const status = (page: Page) => page.locator('#bar .status');
const findings = (page: Page) => page.locator('#finding-list > li');

/** Moves the focus with Tab alone until it is on what is looked for. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 120; step++) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${selector}`);
}

describe.skipIf(!hasBrowser)('a whole review in the browser', () => {
  let browser: Browser;
  let desk: DeskProcess;
  let folder: string;
  beforeAll(async () => {
    folder = await sampleFolder();
    [browser, desk] = await Promise.all([launchBrowser(), startProcess(folder)]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    desk?.child.kill('SIGINT');
  });

  it('is done by keyboard alone: findings, a fix, a dismissal, quotations, approval, an edit that reopens it, the certificate', async () => {
    const { page, complaints, strangers } = await openPage(browser, {
      viewport: { width: 1440, height: 900 },
    });
    const { keyboard } = page;
    await page.goto(desk.url.href);
    expect(new URL(page.url()).search).toBe('');
    await keyboard.press('j');
    await keyboard.press('Enter');
    await page.waitForSelector('.unit');
    expect(await status(page).textContent()).toBe('Needs review');

    // The first decision asks who decides.
    await keyboard.press('s');
    await keyboard.type('Dana Price');
    await keyboard.press('Enter');
    await expect.poll(() => status(page).textContent()).toBe('In review');

    // The riskiest finding first, with its sentence and the words it rests on.
    await keyboard.press('j');
    expect(await page.locator('#finding-list > li.is-active .rule').textContent()).toBe('Q07');
    expect(await page.locator('.text[aria-pressed=true]').getAttribute('data-target')).toBe('s1.p2.1');
    await expect.poll(() => page.locator('.unit.is-selected').count()).toBeGreaterThan(0);

    // Fixed by an edit in place.
    await keyboard.press('e');
    await keyboard.press('Control+a');
    await keyboard.type(
      'Ukraine commits to reforms that the European Union and NATO ask for, according to Biden.',
    );
    await keyboard.press('Control+s');
    await expect.poll(() => findings(page).count()).toBe(11);

    // Dismissed with a reason.
    await keyboard.press('k');
    expect(await page.locator('#finding-list > li.is-active .rule').textContent()).toBe('Q07');
    await keyboard.press('x');
    await tabTo(page, '#dismiss-dialog [name=why]');
    await keyboard.press('Space');
    await tabTo(page, 'textarea[name=reason]');
    await keyboard.type('A set phrase of diplomacy.');
    await keyboard.press('Control+Enter');
    await expect.poll(() => findings(page).count()).toBe(10);

    // Notes are read one by one.
    for (let left = 10; left > 0; left--) {
      await keyboard.press('x');
      await expect.poll(() => findings(page).count()).toBe(left - 1);
    }

    // Not before the quotations were listened to.
    await keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('#toast').textContent()).toContain('15 quotations not listened to');
    await keyboard.press('2');
    for (let left = 15; left > 0; left--) {
      await expect
        .poll(() => page.locator('#quote-list > li.is-active:not([data-listened])').count())
        .toBe(1);
      // Nothing plays here, and the record says so.
      await keyboard.press('l');
      await page.waitForSelector('#listen-dialog[open]');
      await keyboard.press('Enter');
      await expect.poll(() => page.locator('#quote-list > li:not([data-listened])').count()).toBe(left - 1);
    }

    await keyboard.press('Control+Enter');
    await page.waitForSelector('#approve-dialog[open]');
    for (const name of ['accuracy', 'plausibility', 'sources']) {
      await tabTo(page, `#approve-dialog [name=${name}]`);
      await keyboard.press('Space');
    }
    expect(await page.inputValue('#approve-dialog [name=editor]')).toBe('Dana Price');
    await tabTo(page, '#approve-dialog [name=disclosure]');
    await keyboard.press('Space');
    await keyboard.press('Control+Enter');
    await expect.poll(() => status(page).textContent()).toBe('Approved');
    const file = join(folder, SAMPLE_ID, 'article.json');
    expect(parseArticle(readFileSync(file, 'utf8')).review?.editor).toBe('Dana Price');

    // The certificate, taken along.
    await keyboard.press('5');
    await tabTo(page, 'a[href$="certificate-json"]');
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
    const certificate = certificateSchema.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(certificate).toMatchObject({ status: 'approved', approval: { editor: 'Dana Price' } });
    expect(certificate.examination).toMatchObject({ quotationsListenedTo: 15, quotationsPlayed: 0 });

    // An edit opens it again; undo does not close it.
    await keyboard.press('1');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('e');
    await keyboard.press('End');
    await keyboard.type(' It was signed in Italy.');
    await keyboard.press('Control+s');
    await expect.poll(() => status(page).textContent()).toBe('In review');
    expect(await page.locator('#bar').textContent()).toContain('was approved');
    expect(parseArticle(readFileSync(file, 'utf8')).review).toBeUndefined();
    await keyboard.press('u');
    await expect.poll(() => page.locator('#toast').textContent()).toBe('Undone');
    expect(await status(page).textContent()).toBe('In review');

    const { events } = await readReviewLog(join(folder, SAMPLE_ID));
    const actions = events.map(({ action }) => action);
    expect(actions).toEqual([
      ...['start', 'edit'],
      ...Array.from({ length: 11 }, () => 'dismiss'),
      ...Array.from({ length: 15 }, () => 'listen'),
      ...['approve', 'edit', 'undo'],
    ]);
    expect(new Set(events.map(({ by }) => by))).toEqual(new Set(['Dana Price']));
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('of two people loses nothing: the second save shows both versions', async () => {
    const [ana, ben] = await Promise.all([openPage(browser), openPage(browser)]);
    for (const [{ page }, name] of [
      [ana, 'Ana'],
      [ben, 'Ben'],
    ] as const) {
      await page.goto(desk.url.href);
      await page.evaluate((who) => localStorage.setItem('copydesk-reviewer', who), name);
      await page.goto(new URL(`/drafts/${SAMPLE_ID}`, desk.url).href);
      await page.waitForSelector('.unit', { state: 'attached' });
      await page.click('.text[data-target="s2.p1.2"]');
      await page.keyboard.press('e');
      await page.keyboard.press('Control+a');
      await page.keyboard.type(`${name} worded it so.`);
    }
    await ana.page.keyboard.press('Control+s');
    await expect
      .poll(() => ana.page.locator('.text[data-target="s2.p1.2"]').textContent())
      .toBe('Ana worded it so.');
    await ben.page.keyboard.press('Control+s');
    await ben.page.waitForSelector('#conflict-dialog[open]');
    expect(await ben.page.locator('.theirs').textContent()).toBe('Ana worded it so.');
    expect(await ben.page.locator('.yours').textContent()).toBe('Ben worded it so.');
    expect(await ben.page.locator('#conflict-dialog .about').textContent()).toContain('Ana');
    await ben.page.click('#conflict-dialog button[value=mine]');
    await expect
      .poll(() => ben.page.locator('.text[data-target="s2.p1.2"]').textContent())
      .toBe('Ben worded it so.');
    await Promise.all([ana.page.context().close(), ben.page.context().close()]);
  }, 60_000);

  it('lights up the sentences that cite a line, and the lines that a sentence cites', async () => {
    const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(desk.url.href);
    await page.goto(new URL(`/drafts/${SAMPLE_ID}`, desk.url).href);
    await page.click('.text[data-target="s1.p1.1"]');
    await expect.poll(() => page.locator('.unit.is-selected').count()).toBeGreaterThan(0);
    const cited = await page.locator('.text[data-target="s1.p1.1"]').getAttribute('data-cites');
    expect(await page.locator('.unit.is-selected').first().getAttribute('data-unit')).toBe(
      cited?.split(' ')[0],
    );
    await page.click(`.unit[data-unit="${cited?.split(' ')[0]}"]`);
    const lit = page.locator('.text.is-lit');
    await expect.poll(() => lit.count()).toBeGreaterThan(0);
    for (const cites of await lit.evaluateAll((texts) =>
      texts.map((text) => text.getAttribute('data-cites')),
    ))
      expect(cites?.split(' ')).toContain(cited?.split(' ')[0]);
    expect(await page.locator('.unit.is-uncited').count()).toBeGreaterThan(0);
    await page.context().close();
  }, 60_000);
});
