import type { Speaker } from '../../article/index.ts';
import { ModelError } from '../../llm/index.ts';
import type { Draft } from '../draft.ts';
import { tokensOf } from './chunks.ts';
import { Desk, type ModelWriter, type ModelWriting } from './desk.ts';
import { extract } from './extract.ts';
import type { Manuscript } from './manuscript.ts';
import type { Notes } from './notes.ts';
import { checkReasons } from './omissions.ts';
import { extractAndPlan, plan } from './plan.ts';
import { fitForTop, repair } from './repair.ts';
import type { WrittenTop } from './schemas.ts';
import { placeTop, plain, writeTop } from './top-matter.ts';
import { verify } from './verify.ts';
import { type WrittenArticle, writeAtOnce, writeParts } from './write-parts.ts';

export type { ModelWriter, ModelWriting } from './desk.ts';

/** Up to this many tokens by our estimate, about an hour of speech, the transcript is read in one call and the article written in one. */
export const SHORT_TOKENS = 14_000;

/**
 * Evidence first, prose second: notes, a plan, sections from the plan's own evidence, then every sentence checked by rules and by
 * a second reading, and mended or left out. Whatever a model says passes code that knows only the transcript.
 */
export async function writeWithModel(writer: ModelWriter, writing: ModelWriting): Promise<Draft> {
  const desk = await Desk.create(writer, writing);
  desk.prepareWhileWaiting();
  const isShort = tokensOf(writing.transcript.units) <= SHORT_TOKENS;
  const notes = isShort ? await extractAndPlan(desk) : await plan(desk, await extract(desk));
  desk.meet(notes.register.named);
  const article = isShort ? await writeAtOnce(desk, notes) : await writeParts(desk, notes);
  const top = await checkAndMend(desk, notes, article);
  return toDraft(desk, notes, article, top);
}

/** Verification and, for a long article, the top matter run side by side; the top is verified when it is there. */
async function checkAndMend(desk: Desk, notes: Notes, article: WrittenArticle): Promise<WrittenTop> {
  const { manuscript } = article;
  const verifies = desk.writer.verifies ?? true;
  if (article.top) {
    placeTop(manuscript, article.top);
    await repair(
      desk,
      notes,
      article,
      verifies ? await verify(desk, notes, manuscript, { isShort: true }) : [],
    );
    return article.top;
  }
  const [doubts, top] = await Promise.all([
    verifies ? verify(desk, notes, manuscript, { isShort: false }) : [],
    writeTop(desk, notes, manuscript),
  ]);
  placeTop(manuscript, top);
  const lines = manuscript.lines.filter(({ role }) => role !== 'sentence');
  const topDoubts = verifies ? await verify(desk, notes, manuscript, { isShort: false, lines }) : [];
  await repair(desk, notes, article, [...doubts, ...topDoubts]);
  return top;
}

const FEWEST_ALTERNATIVES = 3;
const MOST_ALTERNATIVES = 5;

function toDraft(desk: Desk, notes: Notes, { manuscript }: WrittenArticle, top: WrittenTop): Draft {
  const line = (role: 'headline' | 'bodyHeadline' | 'deck'): string => manuscript.top(role)[0]?.text ?? '';
  const headline = line('headline');
  const sections = manuscript.sections();
  if (sections.length === 0 || headline === '' || line('deck') === '')
    throw new ModelError('MODEL_OUTPUT_INVALID', 'Too little of the article passed the checks to be printed');
  const others = [...new Set(top.headlineAlternatives.map(plain))].filter((text) => text !== headline);
  const alternatives = fitForTop(desk, manuscript, others);
  const keyPoints = manuscript.top('keyPoint').map(({ text, cites }) => ({ text, cites: [...cites] }));
  const { model, prompts } = desk.writer;
  const { omissions, dropped } = checkReasons(notes.omissions, desk);
  desk.dropped.push(...dropped);
  return {
    headline,
    ...(alternatives.length >= FEWEST_ALTERNATIVES
      ? { headlineAlternatives: alternatives.slice(0, MOST_ALTERNATIVES) }
      : {}),
    bodyHeadline: line('bodyHeadline'),
    deck: line('deck'),
    ...(keyPoints.length > 0 ? { keyPoints } : {}),
    ...(notes.dateline ? { dateline: notes.dateline } : {}),
    lead: manuscript.paragraphs(0),
    sections,
    speakers: notes.register.named.filter((speaker) => isHeardIn(manuscript, speaker)),
    omissions,
    writer: { kind: 'model', model: model.id, promptsHash: prompts.hash() },
    dropped: desk.dropped,
  };
}

/** A speaker of whom nothing is printed has no place in the register either. */
function isHeardIn(manuscript: Manuscript, { id, name }: Speaker): boolean {
  const last = name.split(' ').at(-1) ?? name;
  return manuscript.lines.some(
    ({ sentence: { text, speaker, quotes } }) =>
      speaker === id || text.includes(last) || quotes.some((quotation) => quotation.speaker === id),
  );
}
