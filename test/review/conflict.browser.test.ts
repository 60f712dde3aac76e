import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launchBrowser, openPage } from './browser.ts';
import { type DeskProcess, startProcess } from './desk-process.ts';
import { SAMPLE_ID, sampleFolder } from './start-desk.ts';

const SENTENCE = '.text[data-target="s2.p1.2"]';

describe.skipIf(!hasBrowser)('work in progress at the desk', () => {
  let browser: Browser;
  let desk: DeskProcess;
  beforeAll(async () => {
    [browser, desk] = await Promise.all([launchBrowser(), startProcess(await sampleFolder())]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    desk?.child.kill('SIGINT');
  });

  async function openAs(name: string): Promise<Page> {
    const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(desk.url.href);
    await page.evaluate((who) => localStorage.setItem('copydesk-reviewer', who), name);
    await page.goto(new URL(`/drafts/${SAMPLE_ID}`, desk.url).href);
    await page.waitForSelector('.unit', { state: 'attached' });
    return page;
  }

  async function type(page: Page, text: string): Promise<void> {
    await page.click(SENTENCE);
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }

  it('is not thrown away by marking notes as read, and the sentence can be edited again', async () => {
    const page = await openAs('Ana');
    await type(page, 'A wording not saved yet.');
    await page.click('[data-do=note-all]');
    await expect.poll(() => page.locator('#toast').textContent()).toContain('Save or cancel the edit first');
    expect(await page.inputValue('.editor textarea')).toBe('A wording not saved yet.');
    await page.click('.editor-bar button:not(.primary)');
    await page.click(SENTENCE);
    await page.keyboard.press('e');
    await page.waitForSelector('.editor textarea');
    await page.click('[data-do=note-all]');
    await expect.poll(() => page.locator('#toast').textContent()).toContain('notes marked as read');
    await page.click(SENTENCE);
    await page.keyboard.press('e');
    await page.waitForSelector('.editor textarea');
    await page.context().close();
  }, 60_000);

  it('keeps its wording through Esc in the conflict, and a decision on what somebody changed is never sent again', async () => {
    const [ana, ben, cleo] = [await openAs('Ana'), await openAs('Ben'), await openAs('Cleo')];
    await type(ben, 'Ben worded it so.');
    await type(ana, 'Ana worded it so.');
    await ana.keyboard.press('Control+s');
    await expect.poll(() => ana.locator(SENTENCE).textContent()).toBe('Ana worded it so.');

    await ben.keyboard.press('Control+s');
    await ben.waitForSelector('#conflict-dialog[open]');
    await ben.keyboard.press('Escape');
    await expect.poll(() => ben.locator('.editor textarea').count()).toBe(1);
    expect(await ben.inputValue('.editor textarea')).toBe('Ben worded it so.');

    await cleo.keyboard.press('u');
    await cleo.waitForSelector('#conflict-dialog[open]');
    expect(await cleo.locator('#conflict-dialog menu button:visible').allTextContents()).toEqual([
      'Look at it',
    ]);
    await cleo.click('#conflict-dialog button[value=look]');
    await expect.poll(() => cleo.locator(SENTENCE).textContent()).toBe('Ana worded it so.');
    await Promise.all([ana, ben, cleo].map((page) => page.context().close()));
  }, 60_000);

  it('in the queue is on no draft that does not show', async () => {
    const { page } = await openPage(browser);
    await page.goto(desk.url.href);
    await page.check('tbody input[name=id]');
    expect(await page.locator('#bulk').isVisible()).toBe(true);
    await page.fill('#filters [name=q]', 'no draft has this word');
    await page.waitForSelector('.empty');
    expect(await page.locator('#bulk').isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);
});
