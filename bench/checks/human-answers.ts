import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Copy, copyOfText, type Evidence, evidenceOf } from '../../src/check/index.ts';
import { slugify } from '../../src/text/index.ts';
import { readTranscript } from '../extractive/pairs.ts';

/** A meeting with answers that people wrote to questions about it. */
export interface AnsweredMeeting {
  readonly id: string;
  readonly evidence: Evidence;
  readonly answers: readonly Copy[];
}

const answerList = z.array(z.object({ answer: z.string() }));
const summariesSchema = z.object({ general_query_list: answerList, specific_query_list: answerList });
const MEETINGS = ['en-qmsum-covid_0', 'en-qmsum-covid_10', 'en-qmsum-education_1'];

export function readAnsweredMeetings(folder: string): AnsweredMeeting[] {
  return MEETINGS.map((id) => join(folder, 'pairs', id))
    .filter(existsSync)
    .map(readMeeting);
}

function readMeeting(folder: string): AnsweredMeeting {
  const transcript = readTranscript(join(folder, 'transcript.txt'), folder, 'en');
  const labels = new Set(transcript.units.flatMap(({ speakers }) => speakers ?? []));
  const speakers = [...labels].map((name) => ({
    id: slugify(name),
    name,
    basis: 'label' as const,
    cites: [],
  }));
  const evidence = evidenceOf(transcript, { speakers });
  const lists = summariesSchema.parse(
    JSON.parse(readFileSync(join(folder, 'reference.summaries.json'), 'utf8')),
  );
  const answers = [...lists.general_query_list, ...lists.specific_query_list].map(({ answer }) =>
    copyOfText(answer, { evidence, language: 'en' }),
  );
  return { id: folder.split('/').at(-1) ?? folder, evidence, answers };
}
