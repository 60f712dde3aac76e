import { randomUUID } from 'node:crypto';
import type { Article } from '../article/index.ts';
import { ConfigError, ReviewError } from '../errors.ts';
import type { Draft, TextChange } from '../store/index.ts';
import type { Transcript } from '../transcript/index.ts';
import { type DraftParagraph, rewriteSentences } from '../write/index.ts';
import type { Desk } from './desk.ts';
import { placeRewrite, type RewriteScope, sentencesIn } from './edit/place-rewrite.ts';
import { changesBetween } from './edit/targets.ts';
import { examine } from './examine.ts';
import type { RewriteBody } from './request.ts';
import { refuseIfStale } from './stale.ts';

/** Other words that a model proposes; nothing is saved until a person takes them. */
export interface Proposal {
  readonly id: string;
  readonly draftId: string;
  readonly scope: RewriteScope;
  readonly paragraphs: readonly DraftParagraph[];
  readonly instruction: string;
  readonly model: string;
  readonly changes: readonly TextChange[];
  /** Texts of persons that would go, by who worded them. */
  readonly overwrites: readonly string[];
}

/** Proposals that wait for an answer. The oldest go first. */
const MOST_WAITING = 100;

export interface Rewrites {
  propose(desk: Desk, draft: Draft, body: RewriteBody): Promise<Proposal>;
  /** @throws {ReviewError} REVIEW_REQUEST_INVALID */
  take(id: string, draft: Draft): Proposal;
}

export function createRewrites(): Rewrites {
  const waiting = new Map<string, Proposal>();
  return {
    async propose(desk, draft, body) {
      refuseIfStale(draft, body.match);
      const proposal = await propose(desk, draft, body);
      waiting.set(proposal.id, proposal);
      for (const oldest of waiting.keys()) if (waiting.size > MOST_WAITING) waiting.delete(oldest);
      return proposal;
    },
    take(id, draft) {
      const proposal = waiting.get(id);
      if (proposal?.draftId === draft.id) return proposal;
      throw new ReviewError('REVIEW_REQUEST_INVALID', 'This proposal is not known any more', {
        likelyCause: 'The desk was started again since it was made.',
        remedy: 'Ask for another one.',
      });
    },
  };
}

async function propose(desk: Desk, draft: Draft, { scope, instruction }: RewriteBody): Promise<Proposal> {
  const { article } = draft;
  const sentences = sentencesIn(article, scope);
  if (sentences.length === 0)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'There is nothing of that name to word anew');
  const writer = await desk.writer();
  if (writer.kind !== 'model')
    throw new ConfigError('MODEL_NOT_CONFIGURED', 'There is no model to ask for other words', {
      likelyCause:
        'The desk was started without OPENAI_API_KEY or OPENAI_BASE_URL, or with --writer extractive.',
      remedy: 'Edit the sentence by hand, or start copydesk review with a model configured.',
    });
  if (article.writer.kind === 'extractive')
    throw new ReviewError('REVIEW_REQUEST_INVALID', "Key passages are the speakers' own words", {
      likelyCause: 'The article was made by the extractive writer, which words nothing itself.',
      remedy: 'Shorten or take out passages by hand, or write the article anew with a model.',
    });
  const { grounds } = await examine(desk, draft);
  const paragraphs = await rewriteSentences(
    { ...writer, glossary: grounds.glossary },
    {
      article,
      transcript: transcriptOf(draft),
      sentences: sentences.map(({ id }) => id),
      instruction,
      signal: desk.signal,
    },
  );
  const after = placeRewrite(article, scope, { paragraphs, units: grounds.units });
  const ids = new Set(sentences.map(({ id }) => id));
  return {
    id: randomUUID(),
    draftId: draft.id,
    scope,
    paragraphs,
    instruction,
    model: writer.model.id,
    changes: changesBetween(article, after),
    overwrites: [...draft.state.edited].flatMap(([target, by]) => (ids.has(target) ? [by] : [])),
  };
}

/** @throws {ReviewError} REVIEW_REQUEST_INVALID without the transcript: the units in the article are not all that was said */
function transcriptOf({ article, transcript }: Draft): Transcript {
  if (!transcript)
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'The transcript of this article is missing', {
      likelyCause: 'There is no transcript.json beside article.json.',
      remedy: 'Put it back, or edit by hand.',
    });
  const { kind, origin, words } = article.source.transcript;
  return { ...transcript.transcript, kind, origin, words, segments: [], warnings: [] };
}

/** The article with a proposal in it. */
export function applyProposal(article: Article, proposal: Proposal, units: Transcript['units']): Article {
  return placeRewrite(article, proposal.scope, { paragraphs: proposal.paragraphs, units });
}
