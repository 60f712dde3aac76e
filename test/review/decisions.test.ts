import { cpSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificateSchema } from '../../src/review/index.ts';
import { createFolderStore } from '../../src/store/index.ts';
import { runCli } from '../cli/run-cli.ts';
import { startModelServer } from '../servers/model-server.ts';
import { newsroomStages } from '../servers/newsroom.ts';
import { answerStages } from '../servers/stages.ts';
import { type DeskUnderTest, findingKeys, SAMPLE_ID, startDesk } from './start-desk.ts';

const page = `/drafts/${SAMPLE_ID}`;
const EXAMINED = { accuracy: true, plausibility: true, sources: true };
const SENTENCE = 's1.p2.1';

/** Everything that has to be decided before an approval. */
async function decideAll(desk: DeskUnderTest): Promise<void> {
  for (const { key, severity } of findingKeys(
    (await desk.ask(page, { headers: { accept: 'text/html' } })).body,
  )) {
    const why = severity === 'info' ? 'noted' : 'editorial-choice';
    expect((await desk.decide({ action: 'dismiss', finding: key, why, reason: 'Checked.' })).status).toBe(
      200,
    );
  }
  for (const { id, text } of desk.article().quotes)
    expect((await desk.decide({ action: 'listen', quote: id, text })).status).toBe(200);
}

async function approve(desk: DeskUnderTest, more: Readonly<Record<string, unknown>> = {}) {
  return desk.decide({
    action: 'approve',
    match: await desk.sha256(),
    editor: 'Dana Price',
    disclosure: 'named',
    examined: EXAMINED,
    ...more,
  });
}

async function edit(desk: DeskUnderTest, text: string, target = SENTENCE) {
  return desk.decide({ action: 'edit', target, text, match: await desk.sha256() });
}

describe('an approval', () => {
  it('is refused while findings, quotations or the review itself are open, and says which', async () => {
    await using desk = await startDesk();
    const early = await approve(desk);
    expect(early.status).toBe(409);
    expect(early.body).toMatch(/cannot be approved/u);
    await desk.decide({ action: 'start' });
    const open = await approve(desk);
    expect(open.status).toBe(409);
    expect(open.body).toMatch(/12 findings undecided; 15 quotations not listened to/u);
    expect(desk.article().review).toBeUndefined();
  });

  it('wants an editor of record, a disclosure and what was examined', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    expect((await approve(desk, { editor: ' ' })).status).toBe(400);
    expect((await approve(desk, { disclosure: undefined })).status).toBe(400);
    expect((await approve(desk, { examined: { ...EXAMINED, sources: false } })).status).toBe(400);
    expect((await approve(desk)).json()).toMatchObject({ status: 'approved' });
  });

  it('tells readers who reviewed the article, in its file and its renderings, and the checks believe it', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    const article = desk.article();
    expect(article.review).toMatchObject({ editor: 'Dana Price' });
    expect(article.disclosure.label).toBe('AI-written, reviewed by an editor');
    expect(article.disclosure.detail).toContain('Dana Price compared the text with the recording');
    expect(readFileSync(join(desk.folder, SAMPLE_ID, 'article.md'), 'utf8')).toContain('Dana Price');
    const checked = await runCli(['check', join(desk.folder, SAMPLE_ID, 'article.json'), '--json']);
    expect(JSON.stringify(JSON.parse(checked.stdout).findings)).not.toContain('D01');
  });

  it('needs no listening where people made the captions', async () => {
    await using desk = await startDesk();
    for (const name of ['article.json', 'transcript.json']) {
      const file = join(desk.folder, SAMPLE_ID, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace('"kind": "auto"', '"kind": "manual"'));
    }
    expect(desk.article().source.transcript.kind).toBe('manual');
    await desk.decide({ action: 'start' });
    for (const { key, severity } of findingKeys(
      (await desk.ask(page, { headers: { accept: 'text/html' } })).body,
    )) {
      const why = severity === 'info' ? 'noted' : 'editorial-choice';
      await desk.decide({ action: 'dismiss', finding: key, why, reason: 'Checked.' });
    }
    expect((await approve(desk)).json()).toMatchObject({ status: 'approved' });
  });

  it('waits for changes that were requested to be taken up again', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    expect((await desk.decide({ action: 'send-back', reason: ' ' })).status).toBe(400);
    expect((await desk.decide({ action: 'send-back', reason: 'Name the source.' })).json()).toMatchObject({
      status: 'changes-requested',
    });
    expect((await approve(desk)).status).toBe(409);
    expect((await desk.ask(page, { headers: { accept: 'text/html' } })).body).toContain('Name the source.');
    await desk.decide({ action: 'start' });
    expect((await approve(desk)).status).toBe(200);
  });

  it('is held up by what the rules find now, whatever lies on disk, and the page then shows it', async () => {
    await using desk = await startDesk();
    const file = join(desk.folder, SAMPLE_ID, 'findings.json');
    const findings = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...findings, findings: [] }));
    const later = new Date(Date.now() + 5_000);
    utimesSync(file, later, later);
    expect(findingKeys((await desk.ask(page, { headers: { accept: 'text/html' } })).body)).toEqual([]);
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    const refused = await approve(desk);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('12 findings undecided');
    await decideAll(desk);
    expect((await approve(desk)).status).toBe(200);
  });

  it('ends with the next edit, and the article claims no review any more', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    const reopened = await edit(desk, 'Ukraine commits to reforms, according to Biden.');
    expect(reopened.json()).toMatchObject({ status: 'in-review' });
    expect(desk.article().review).toBeUndefined();
    expect(desk.article().disclosure.label).toBe('AI-written draft, not reviewed by an editor');
  });

  it('goes with the decisions that it rests on, and the file then claims no review', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    const undone = await desk.decide({ action: 'undo', match: await desk.sha256() });
    expect(undone.json()).toMatchObject({ status: 'in-review' });
    expect(desk.article().review).toBeUndefined();
    expect((await desk.decide({ action: 'publish', match: await desk.sha256() })).status).toBe(409);
    await decideAll(desk);
    expect((await approve(desk)).json()).toMatchObject({ status: 'approved' });
  });

  it('that is sent back, or undone with an edit, is no longer claimed by any file', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    await edit(desk, 'Ukraine commits to reforms, according to Biden.');
    await desk.decide({ action: 'undo', match: await desk.sha256() });
    expect(desk.article().review).toBeUndefined();
    expect((await approve(desk)).json()).toMatchObject({ status: 'approved' });
    await desk.decide({ action: 'send-back', reason: 'Name the source.' });
    expect(desk.article().review).toBeUndefined();
    expect(readFileSync(join(desk.folder, SAMPLE_ID, 'article.md'), 'utf8')).not.toContain('Dana Price');
  });

  it('is not claimed by what is exported of a file that was changed without the desk, and can be given anew', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    await desk.decide({ action: 'publish', match: await desk.sha256() });
    const file = join(desk.folder, SAMPLE_ID, 'article.json');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Ukraine commits to', 'Ukraine pledges'));
    expect((await desk.ask(`${page}/files/md`)).body).not.toContain('Dana Price');
    expect((await desk.ask(`${page}/files/json`)).json()).not.toHaveProperty('review');
    await decideAll(desk);
    expect((await approve(desk)).json()).toMatchObject({ status: 'approved' });
    const correction = { action: 'correct', reason: 'A wrong verb.', match: await desk.sha256() };
    expect((await desk.decide(correction)).json()).toMatchObject({ status: 'corrected' });
    expect(desk.article().corrections).toMatchObject([{ was: expect.stringContaining('commits to') }]);
  });

  it('looks at the transcript that lies there, not at the one that an earlier look was at', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    expect((await approve(desk)).status).toBe(409);
    await decideAll(desk);
    const file = join(desk.folder, SAMPLE_ID, 'transcript.json');
    const transcript = JSON.parse(readFileSync(file, 'utf8'));
    for (const unit of transcript.units) unit.text = 'Nothing of this was said.';
    writeFileSync(file, JSON.stringify(transcript));
    const refused = await approve(desk);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('errors open');
  });

  it('that rested on another transcript is not published', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    const file = join(desk.folder, SAMPLE_ID, 'transcript.json');
    const transcript = JSON.parse(readFileSync(file, 'utf8'));
    for (const unit of transcript.units) unit.text = 'Nothing of this was said.';
    writeFileSync(file, JSON.stringify(transcript));
    const published = await desk.decide({ action: 'publish', match: await desk.sha256() });
    expect(published.status).toBe(409);
    expect(published.body).toContain('does not hold any more');
  });

  it('does not hold for a file that was changed without the desk', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    const file = join(desk.folder, SAMPLE_ID, 'article.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Ukraine commits to', 'Ukraine pledges'));
    const { body } = await desk.ask(page, { headers: { accept: 'text/html' } });
    expect(body).toMatch(/data-status="in-review"/u);
    expect(body).toContain('was approved');
  });

  it('is followed by publication, a correction that readers see, and retraction', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk);
    expect((await desk.decide({ action: 'publish', match: await desk.sha256() })).json()).toMatchObject({
      status: 'published',
    });
    await edit(desk, 'Ukraine commits to reforms, according to Biden.');
    await decideAll(desk);
    await approve(desk);
    const again = await desk.decide({ action: 'publish', match: await desk.sha256() });
    expect(again.status).toBe(409);
    const corrected = await desk.decide({
      ...{ action: 'correct', reason: 'The kinds of reform were taken out.', match: await desk.sha256() },
    });
    expect(corrected.json()).toMatchObject({ status: 'corrected' });
    expect(desk.article().corrections).toMatchObject([
      {
        what: 'The kinds of reform were taken out.',
        now: expect.stringContaining('Ukraine commits to reforms'),
      },
    ]);
    expect(
      (await desk.decide({ action: 'retract', reason: 'The source was withdrawn.' })).json(),
    ).toMatchObject({
      status: 'retracted',
    });
    expect((await edit(desk, 'Another text.')).status).toBe(409);
    expect(desk.article().review).toBeUndefined();
    expect((await desk.ask(`${page}/files/md`)).body).toContain('Retracted: The source was withdrawn.');
  });
});

describe('a save', () => {
  it('changes one sentence, leaves every other part as it was, and brings what follows from it up to date', async () => {
    await using desk = await startDesk();
    const before = desk.article();
    expect((await edit(desk, 'Ukraine commits to reforms, according to Biden.')).status).toBe(200);
    const after = desk.article();
    expect(JSON.stringify(after.sections.slice(1))).toBe(JSON.stringify(before.sections.slice(1)));
    expect(JSON.stringify(after.lead)).toBe(JSON.stringify(before.lead));
    expect(after.sections[0]?.paragraphs[1]?.sentences[0]?.text).toBe(
      'Ukraine commits to reforms, according to Biden.',
    );
    expect(after.readTime.words).toBeLessThan(before.readTime.words);
    expect(readFileSync(join(desk.folder, SAMPLE_ID, 'article.txt'), 'utf8')).toContain(
      'Ukraine commits to reforms, according',
    );
    const findings = JSON.parse(readFileSync(join(desk.folder, SAMPLE_ID, 'findings.json'), 'utf8')).findings;
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'Q07')).toHaveLength(1);
  });

  it('on an older wording is refused with both versions, and nothing is lost', async () => {
    await using desk = await startDesk();
    const match = await desk.sha256();
    const first = {
      by: 'Ana',
      action: 'edit',
      target: SENTENCE,
      text: 'Ana’s wording of the reforms.',
      match,
    };
    const second = {
      by: 'Ben',
      action: 'edit',
      target: SENTENCE,
      text: 'Ben’s wording of the reforms.',
      match,
    };
    const answers = await Promise.all([desk.decide(first), desk.decide(second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const conflict = answers.find(({ status }) => status === 412)?.json();
    const won = answers[0]?.status === 200 ? 'Ana' : 'Ben';
    const lost = won === 'Ana' ? 'Ben' : 'Ana';
    expect(conflict).toMatchObject({
      code: 'REVIEW_STALE',
      conflict: {
        theirs: `${won}’s wording of the reforms.`,
        yours: `${lost}’s wording of the reforms.`,
        by: won,
      },
    });
    expect((await desk.events()).filter(({ action }) => action === 'edit')).toHaveLength(1);
  });

  it('of two desks on one folder loses nothing either', async () => {
    await using desk = await startDesk();
    await using other = await startDesk({ folder: desk.folder });
    const comment = (own: DeskUnderTest, number: number) =>
      own.decide({ action: 'comment', target: 'lead.p1', text: `Number ${number}` });
    await Promise.all(
      Array.from({ length: 20 }, (_, number) => comment(number % 2 === 0 ? desk : other, number)),
    );
    expect(await desk.events()).toHaveLength(20);
    const match = await desk.sha256();
    const answers = await Promise.all(
      [desk, other].map((own, index) =>
        own.decide({ action: 'edit', target: SENTENCE, text: `Wording ${index}.`, match }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('keeps a quotation the captions’ own: words that nobody said lose their entry and become a finding', async () => {
    await using desk = await startDesk();
    const target = 's1.p1.1';
    await edit(
      desk,
      'Biden said the help would come “by sending American troops to fight in Ukraine.”',
      target,
    );
    const [sentence] = desk.article().sections[0]?.paragraphs[0]?.sentences ?? [];
    expect(sentence?.quotes).toHaveLength(1);
    expect(desk.article().quotes.find(({ id }) => id === sentence?.quotes[0])).toMatchObject({
      text: 'by sending American troops to fight in Ukraine.',
      match: 'exact',
    });
    await edit(desk, 'Biden said the help would come “by sending a million soldiers to Kharkiv.”', target);
    expect(desk.article().sections[0]?.paragraphs[0]?.sentences[0]?.quotes).toEqual([]);
    expect(readFileSync(join(desk.folder, SAMPLE_ID, 'findings.json'), 'utf8')).toContain('"Q01"');
  });

  it('is known as a person’s work: a later run writes beside it, also when a person only decided something', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'comment', target: 's1.p1', text: 'Who said so?' });
    const facts = {
      kind: 'auto',
      origin: 'file',
      language: 'en',
      sha256: '',
      words: 0,
      warnings: [],
    } as const;
    const metadata = { platform: 'file', title: 'T' } as const;
    const saved = await createFolderStore(desk.folder).save({
      article: desk.article(),
      transcript: { ...facts, metadata, segments: [], units: [] },
      findings: { ran: [], notRun: [], findings: [] },
      calls: [],
    });
    expect(saved.isDraft).toBe(true);
    const queue = await desk.ask('/', { headers: { accept: 'text/html' } });
    expect(queue.body).toContain('Newer draft');
  });

  it('can be undone to the byte, one decision after the other', async () => {
    await using desk = await startDesk();
    const file = join(desk.folder, SAMPLE_ID, 'article.json');
    const generated = readFileSync(file, 'utf8');
    await edit(desk, 'First wording of the reforms.');
    const first = readFileSync(file, 'utf8');
    await edit(desk, 'Second wording of the reforms.');
    await desk.decide({ action: 'undo', match: await desk.sha256() });
    expect(readFileSync(file, 'utf8')).toBe(first);
    await desk.decide({ action: 'undo', match: await desk.sha256() });
    expect(readFileSync(file, 'utf8')).toBe(generated);
    const nothing = await desk.decide({ action: 'undo', match: await desk.sha256() });
    expect(nothing.status).toBe(400);
  });
});

describe('a finding', () => {
  it('is dismissed with a reason that the record keeps, and stays dismissed until its sentence changes', async () => {
    await using desk = await startDesk();
    const html = { headers: { accept: 'text/html' } };
    const [warning] = findingKeys((await desk.ask(page, html)).body).filter(
      ({ severity }) => severity === 'warning',
    );
    const finding = warning?.key;
    expect((await desk.decide({ action: 'dismiss', finding, why: 'noted' })).status).toBe(400);
    const elsewhere = { action: 'dismiss', finding, why: 'verified-externally' };
    expect((await desk.decide(elsewhere)).status).toBe(400);
    expect((await desk.decide({ ...elsewhere, url: 'javascript:alert(1)' })).status).toBe(400);
    expect((await desk.decide({ ...elsewhere, url: 'https://example.org/treaty' })).status).toBe(200);
    expect(findingKeys((await desk.ask(page, html)).body).map(({ key }) => key)).not.toContain(finding);
    await edit(desk, 'Another deck for the article. It has two sentences.', 'deck');
    expect(findingKeys((await desk.ask(page, html)).body).map(({ key }) => key)).not.toContain(finding);
    expect((await desk.events())[0]).toMatchObject({
      action: 'dismiss',
      by: 'Dana',
      url: 'https://example.org/treaty',
    });
  });

  it('of what the writer left out stays, whatever the times of the files and whoever changed the text', async () => {
    await using desk = await startDesk();
    const [file, article] = ['findings.json', 'article.json'].map((name) =>
      join(desk.folder, SAMPLE_ID, name),
    ) as [string, string];
    const found = JSON.parse(readFileSync(file, 'utf8'));
    const leftOut = {
      rule: 'P01',
      severity: 'warning',
      where: { path: '' },
      message: 'Left out: the toast.',
    };
    writeFileSync(file, JSON.stringify({ ...found, findings: [...found.findings, leftOut] }));
    const later = new Date(Date.now() + 60_000);
    utimesSync(article, later, later);
    const html = { headers: { accept: 'text/html' } };
    expect((await desk.ask(page, html)).body).toContain('Left out: the toast.');
    writeFileSync(article, readFileSync(article, 'utf8').replace('Ukraine commits to', 'Ukraine pledges'));
    expect((await desk.ask(page, html)).body).toContain('Left out: the toast.');
  });

  it('with a fix is mended by accepting it', async () => {
    await using desk = await startDesk();
    await edit(desk, 'US and Ukraine sign bilateral security agreement.', 'headline');
    const { body } = await desk.ask(page, { headers: { accept: 'text/html' } });
    const key = /data-finding="([^"]+)"[^>]*aria-label="[^"]*ends with a full stop/u.exec(body)?.[1];
    expect(
      (await desk.decide({ action: 'accept-fix', finding: key, match: await desk.sha256() })).status,
    ).toBe(200);
    expect(desk.article().headline).toBe('US and Ukraine sign bilateral security agreement');
  });
});

describe('a quotation', () => {
  it('that the desk played is counted apart from one that somebody only marked', async () => {
    await using desk = await startDesk();
    const [first, second] = desk.article().quotes;
    await desk.decide({ action: 'listen', quote: first?.id, text: first?.text, played: true });
    await desk.decide({ action: 'listen', quote: second?.id, text: second?.text, played: false });
    const { examination } = certificateSchema.parse(
      (await desk.ask(`${page}/files/certificate-json`)).json(),
    );
    expect(examination).toMatchObject({ quotationsListenedTo: 2, quotationsPlayed: 1 });
  });

  it('is shown beside the words of the transcript, whatever the file says they are', async () => {
    await using desk = await startDesk();
    const file = join(desk.folder, SAMPLE_ID, 'article.json');
    const article = desk.article();
    const [quote] = article.quotes;
    const invented = 'We will send a million soldiers to Kharkiv tomorrow.';
    const printed = JSON.stringify({
      ...article,
      quotes: [{ ...quote, text: invented, source: invented, match: 'exact' }, ...article.quotes.slice(1)],
    });
    writeFileSync(file, printed.replaceAll(quote?.text ?? '', invented));
    const { body } = await desk.ask(page, { headers: { accept: 'text/html' } });
    const card = /<li class="quote".*?<\/li>\n?(?=<li class="quote|<\/ol>)/su.exec(body)?.[0] ?? '';
    expect(card).toContain('not in the cited lines');
    expect(card).not.toContain('word for word');
    expect(/<dd class="spoken"[^>]*>(.*?)<\/dd>/su.exec(card)?.[1]).not.toContain('million');
    expect(card).toMatch(/class="on-quote"><li>.*error/su);
  });
});

describe('a spelling', () => {
  it('is fixed everywhere, quotations included, and kept for the next article of the channel', async () => {
    await using desk = await startDesk();
    const fix = { action: 'fix-everywhere', from: 'Zharyenov', to: 'Zharyonov', remember: true };
    expect((await desk.decide({ ...fix, match: await desk.sha256() })).status).toBe(200);
    expect(
      JSON.stringify({ ...desk.article(), units: [], quotes: desk.article().quotes.map(({ text }) => text) }),
    ).not.toContain('Zharyenov');
    const { body } = await desk.ask(page, { headers: { accept: 'text/html' } });
    expect(body).toMatch(/class="glossary"><li dir="auto">Zharyonov</u);
  });

  it('that is kept is taken by the command line, which without it would not', async () => {
    await using desk = await startDesk();
    const fix = { action: 'fix-everywhere', from: 'Kharkiv', to: 'Charkow', remember: true };
    expect((await desk.decide({ ...fix, match: await desk.sha256() })).status).toBe(200);
    const file = join(desk.folder, SAMPLE_ID, 'article.json');
    const faults = async (): Promise<string> => {
      const { findings } = JSON.parse((await runCli(['check', file, '--json'])).stdout);
      return JSON.stringify(findings.filter(({ severity }: { severity: string }) => severity === 'error'));
    };
    expect(await faults()).not.toContain('Charkow');
    rmSync(join(desk.folder, '.glossary'), { recursive: true });
    expect(await faults()).toContain('Charkow');
  });

  it('of the channel’s glossary reaches a later run of write', async () => {
    await using desk = await startDesk();
    const fix = { action: 'spelling', spelling: 'Zharyonov' };
    expect((await desk.decide(fix)).status).toBe(200);
    await using server = await startModelServer(answerStages(newsroomStages()));
    await runCli(
      ['write', 'samples/biden-zelenskyy/captions.en.vtt', '--out', desk.folder, '--quiet', '--json'],
      {
        env: { OPENAI_BASE_URL: server.baseURL, COPYDESK_MODEL: 'any' },
      },
    );
    expect(JSON.stringify(server.requests[0]?.body.messages)).toContain('Spellings to keep: Zharyonov');
  });
});

describe('the certificate', () => {
  it('shows who examined what, as HTML and as JSON', async () => {
    await using desk = await startDesk();
    await desk.decide({ action: 'start' });
    await decideAll(desk);
    await approve(desk, { reason: 'Checked against the video.' });
    const file = await desk.ask(`${page}/files/certificate-json`);
    expect(file.headers['content-disposition']).toMatch(/^attachment/u);
    const certificate = certificateSchema.parse(file.json());
    expect(certificate).toMatchObject({
      status: 'approved',
      approval: { editor: 'Dana Price', examined: EXAMINED, note: 'Checked against the video.' },
      examination: { quotations: 15, quotationsListenedTo: 15, listeningRequired: true },
      people: [{ name: 'Dana' }],
    });
    expect(certificate.article.sha256).toBe(await desk.sha256());
    expect(certificate.decisions.length).toBe((await desk.events()).length);
    const html = (await desk.ask(`${page}/files/certificate-html`)).body;
    expect(html).toContain('Examined and approved by <b><bdi>Dana Price</bdi></b>');
    expect(html).toContain('<style>');
  });

  it('vouches for nothing while no approval holds', async () => {
    await using desk = await startDesk();
    const certificate = certificateSchema.parse((await desk.ask(`${page}/files/certificate-json`)).json());
    expect(certificate.approval).toBeUndefined();
    expect((await desk.ask(`${page}/certificate`)).body).toContain('No approval holds for this wording');
  });
});

describe('in bulk', () => {
  it('one damaged draft does not keep the others from being exported', async () => {
    await using desk = await startDesk();
    cpSync(join(desk.folder, SAMPLE_ID), join(desk.folder, 'damaged-00000000'), { recursive: true });
    writeFileSync(join(desk.folder, 'damaged-00000000', 'article.json'), '{');
    const body = JSON.stringify({ ids: [SAMPLE_ID, 'damaged-00000000'] });
    expect((await desk.ask('/export', { method: 'POST', body })).json()).toMatchObject({
      articles: [{ id: SAMPLE_ID }],
      failed: [{ id: 'damaged-00000000' }],
    });
  });

  it('drafts are rejected, assigned and exported, and never approved', async () => {
    await using desk = await startDesk();
    const bulk = (body: unknown) => desk.ask('/bulk', { method: 'POST', body: JSON.stringify(body) });
    const ids = [SAMPLE_ID, 'no-such-draft'];
    expect((await bulk({ by: 'Dana', action: 'assign', to: 'Ben', ids })).json()).toMatchObject({
      done: 1,
      failed: [{ id: 'no-such-draft', problem: { code: 'DRAFT_NOT_FOUND' } }],
    });
    const exported = await desk.ask('/export', {
      method: 'POST',
      body: JSON.stringify({ ids: [SAMPLE_ID] }),
    });
    expect(exported.json()).toMatchObject({
      articles: [{ id: SAMPLE_ID, certificate: { status: 'needs-review' } }],
    });
    expect((await bulk({ by: 'Dana', action: 'approve', ids })).status).toBe(400);
    expect(
      (await bulk({ by: 'Dana', action: 'reject', reason: 'Old news.', ids: [SAMPLE_ID] })).json(),
    ).toMatchObject({ done: 1 });
    expect((await desk.events()).map(({ action }) => action)).toEqual(['assign', 'reject']);
  });
});
