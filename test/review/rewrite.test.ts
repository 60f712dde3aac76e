import { describe, expect, it } from 'vitest';
import { createModel } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import type { Writer } from '../../src/write/index.ts';
import { type ModelServer, startModelServer } from '../servers/model-server.ts';
import { answerStages, type StageRequest } from '../servers/stages.ts';
import { type DeskUnderTest, SAMPLE_ID, startDesk } from './start-desk.ts';

const NEW_TEXT = 'Biden told reporters that the aid would reach Ukraine {q1} but as weapons and training.';

function writerAt(server: ModelServer): () => Promise<Writer> {
  return async () => ({
    kind: 'model',
    model: createModel({ apiKey: 'k', baseURL: server.baseURL, model: 'test-model' }),
    prompts: createPromptLibrary(),
    style: 'news',
  });
}

const sentence = (text: string) => ({ text, units: [3], speaker: 's1', kind: 'attributed' });
const paragraphs = (...texts: readonly string[]) => ({ paragraphs: [{ sentences: texts.map(sentence) }] });

async function propose(desk: DeskUnderTest, scope: unknown, instruction = 'Shorter.') {
  const body = JSON.stringify({ by: 'Dana', match: await desk.sha256(), scope, instruction });
  return desk.ask(`/drafts/${SAMPLE_ID}/rewrites`, { method: 'POST', body });
}

const ONE = { kind: 'sentence', sentence: 's1.p1.1' };

describe('a sentence worded anew', () => {
  it('is asked for with its evidence and the instruction, and stands only once a person takes it', async () => {
    let asked: StageRequest | undefined;
    await using server = await startModelServer(
      answerStages({
        rewriting(request) {
          asked = request;
          return paragraphs(NEW_TEXT);
        },
      }),
    );
    await using desk = await startDesk({ desk: { writer: writerAt(server) } });
    const before = desk.article();
    const answer = (await propose(desk, ONE)).json() as {
      proposal: string;
      changes: { target: string; diff: string }[];
    };
    expect(asked?.prompt).toContain('What the editor asks: Shorter.');
    expect(asked?.units.map(({ id }) => id)).toContain(3);
    expect(answer.changes.map(({ target }) => target)).toEqual(['s1.p1.1']);
    expect(desk.article()).toEqual(before);

    const taken = {
      action: 'accept-rewrite',
      proposal: answer.proposal,
      overwrite: false,
      match: await desk.sha256(),
    };
    expect((await desk.decide(taken)).status).toBe(200);
    const after = desk.article();
    const [first, ...others] = after.sections[0]?.paragraphs[0]?.sentences ?? [];
    expect(first).toMatchObject({ id: 's1.p1.1', kind: 'attributed', speaker: 's1' });
    // The quotation is the captions' own, and its entry is there.
    expect(first?.text).toContain('“not by sending American troops to fight in Ukraine”');
    expect(after.quotes.find(({ id }) => id === first?.quotes[0])).toMatchObject({
      match: 'exact',
      units: [3],
    });
    expect(JSON.stringify(others)).toBe(
      JSON.stringify(before.sections[0]?.paragraphs[0]?.sentences.slice(1)),
    );
    expect(JSON.stringify(after.sections.slice(1))).toBe(JSON.stringify(before.sections.slice(1)));
    expect(JSON.stringify(after.lead)).toBe(JSON.stringify(before.lead));
    expect((await desk.events()).at(-1)).toMatchObject({
      action: 'regenerate',
      reason: 'Shorter.',
      model: 'test-model',
    });
  });

  it('never takes the place of a person’s wording unasked', async () => {
    await using server = await startModelServer(answerStages({ rewriting: () => paragraphs(NEW_TEXT) }));
    await using desk = await startDesk({ desk: { writer: writerAt(server) } });
    const own =
      'Biden said American troops would not fight, “not by sending American troops to fight in Ukraine.”';
    await desk.decide({ action: 'edit', target: 's1.p1.1', text: own, match: await desk.sha256() });
    const { proposal, overwrites } = (await propose(desk, ONE)).json() as {
      proposal: string;
      overwrites: string[];
    };
    expect(overwrites).toEqual(['Dana']);
    const take = async (overwrite: boolean) =>
      desk.decide({ action: 'accept-rewrite', proposal, overwrite, match: await desk.sha256() });
    expect(await take(false)).toMatchObject({ status: 409 });
    expect(desk.article().sections[0]?.paragraphs[0]?.sentences[0]?.text).toBe(own);
    expect(await take(true)).toMatchObject({ status: 200 });
  });

  it('that invents a number or a quotation is sent back once, and refused when it stays wrong', async () => {
    await using server = await startModelServer(
      answerStages({
        rewriting: () => paragraphs('Biden said “we will send a million soldiers” and 73 billion dollars.'),
      }),
    );
    await using desk = await startDesk({ desk: { writer: writerAt(server) } });
    const before = desk.article();
    const refused = await propose(desk, ONE);
    expect(refused.status).toBe(502);
    expect(refused.json()).toMatchObject({ code: 'MODEL_OUTPUT_INVALID' });
    expect(server.requests).toHaveLength(2);
    expect(desk.article()).toEqual(before);
  });

  it('says so plainly where there is no model', async () => {
    await using desk = await startDesk();
    const refused = await propose(desk, ONE);
    expect(refused.json()).toMatchObject({
      code: 'MODEL_NOT_CONFIGURED',
      message: 'There is no model to ask for other words',
    });
  });
});

describe('a section worded anew', () => {
  it('leaves every other section as it is, to the byte, and numbers its own sentences', async () => {
    await using server = await startModelServer(
      answerStages({
        rewriting: () => ({
          paragraphs: [
            { sentences: [sentence('Biden said the United States will send weapons and training, {q1}')] },
            {
              sentences: [
                {
                  ...sentence('Ukraine’s partners will work with it on a strong force, according to Biden.'),
                  units: [4],
                },
              ],
            },
          ],
        }),
      }),
    );
    await using desk = await startDesk({ desk: { writer: writerAt(server) } });
    const before = desk.article();
    const { proposal } = (await propose(desk, { kind: 'part', part: 's1' }, 'Half as long.')).json() as {
      proposal: string;
    };
    const taken = { action: 'accept-rewrite', proposal, overwrite: false, match: await desk.sha256() };
    expect((await desk.decide(taken)).status).toBe(200);
    const after = desk.article();
    expect(
      after.sections[0]?.paragraphs.map(({ id, sentences }) => [id, sentences.map((own) => own.id)]),
    ).toEqual([
      ['s1.p1', ['s1.p1.1']],
      ['s1.p2', ['s1.p2.1']],
    ]);
    expect(after.sections[0]?.heading).toBe(before.sections[0]?.heading);
    for (const index of [1, 2, 3, 4, 5, 6, 7])
      expect(JSON.stringify(after.sections[index])).toBe(JSON.stringify(before.sections[index]));
    const others = (article: typeof before) => article.quotes.filter(({ id }) => !id.startsWith('s1.'));
    expect(JSON.stringify(others(after))).toBe(JSON.stringify(others(before)));
  });
});
