import { checkCopy, RULES } from '../../check/index.ts';
import { TranscriptError } from '../../errors.ts';
import { stripHidden } from '../../text/index.ts';
import type { Unit } from '../../transcript/index.ts';
import { draftPassages } from '../extractive/index.ts';
import type { Desk } from './desk.ts';
import { headingIn, type Manuscript } from './manuscript.ts';
import { neighbourhood } from './quotations.ts';
import { faultOf, rootsOf } from './top-lines.ts';

/** Words of the passages a heading is looked for in. */
const PASSAGE_WORDS = 100;
const HEADING_RULES = RULES.flatMap(({ checkArticle: _, ...rule }) =>
  rule.checkSentence && rule.roles?.includes('heading') ? [rule] : [],
);

/** Headings rest on what stands below them. One that does not is replaced by the names that tell most of it. */
export function mendHeadings(desk: Desk, manuscript: Manuscript): void {
  const { transcript, language } = desk.writing;
  for (const [part, heading] of manuscript.headings.entries())
    manuscript.rename(part, stripHidden(heading).replace(/\s+/gu, ' ').trim());
  const faults = judgeHeadings(desk, manuscript);
  for (const [part, text] of manuscript.headings.entries()) {
    const sentences = manuscript.paragraphs(part).flat();
    if (part === 0 || sentences.length === 0) continue;
    const cited = neighbourhood(
      sentences.flatMap(({ cites }) => cites),
      transcript.units,
    );
    const below = [...sentences, ...cited];
    const ground = {
      source: below.map((one) => one.text).join(' '),
      roots: rootsOf(below, language),
      language,
    };
    const fault = faults.get(part) ?? faultOf(text, ground);
    if (fault === undefined) continue;
    manuscript.rename(part, nameOf(desk, cited));
    desk.dropped.push({ text, why: `heading: ${fault}; key words stand for it` });
  }
}

/** What the rules hold against headings, by part. */
function judgeHeadings(desk: Desk, manuscript: Manuscript): Map<number, string> {
  const { findings } = checkCopy(manuscript.copy(desk.writing), desk.evidence, HEADING_RULES);
  const faults = new Map<number, string>();
  for (const { severity, message, where } of findings) {
    const part = headingIn(where.path);
    if (severity === 'error' && part !== undefined) faults.set(part, message);
  }
  return faults;
}

function nameOf(desk: Desk, units: readonly Unit[]): string {
  const { transcript } = desk.writing;
  const { chapters: _chapters, ...metadata } = transcript.metadata;
  const part = { ...transcript, metadata, units: units.map((unit, id) => ({ ...unit, id })) };
  try {
    const [section] = draftPassages(part, { words: PASSAGE_WORDS, sections: 1 }).sections;
    return section?.heading ?? metadata.title;
  } catch (error) {
    if (error instanceof TranscriptError) return metadata.title;
    throw error;
  }
}
