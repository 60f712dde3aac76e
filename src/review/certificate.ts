import { z } from 'zod';
import { type Article, webUrl } from '../article/index.ts';
import { type Draft, type Event, REVIEW_STATUSES, type ReviewEvent } from '../store/index.ts';
import { changesBetween } from './edit/targets.ts';
import type { Examination } from './examine.ts';

const text = z.string();

/** The form of the certificate that is exported as JSON: who examined what, when, and what came of it. */
export const certificateSchema = z.object({
  kind: z.literal('copydesk-review-certificate'),
  version: z.literal(1),
  issuedAt: z.iso.datetime(),
  article: z.object({
    id: text,
    headline: text,
    language: text,
    /** Of article.json as it is now, and as it was approved. */
    sha256: text,
    approvedSha256: text.optional(),
    writer: z.object({ kind: text, model: text.optional() }),
    createdAt: text,
    source: z.object({
      title: text,
      channel: text.optional(),
      url: text.optional(),
      captions: text,
      transcriptSha256: text,
    }),
  }),
  status: z.enum(REVIEW_STATUSES),
  /** The approval that holds, and what it says was examined. Absent while none holds. */
  approval: z
    .object({
      editor: text,
      by: text,
      at: text,
      disclosure: text,
      examined: z.object({ accuracy: z.boolean(), plausibility: z.boolean(), sources: z.boolean() }),
      note: text.optional(),
    })
    .optional(),
  examination: z.object({
    sentences: z.number(),
    sentencesWithEvidence: z.number(),
    quotations: z.number(),
    /** Marked as listened to by a person; and those of them that the desk played to their end. */
    quotationsListenedTo: z.number(),
    quotationsPlayed: z.number(),
    listeningRequired: z.boolean(),
    rulesRun: z.array(text),
    rulesNotRun: z.array(z.object({ rule: text, why: text })),
    findings: z.array(
      z.object({
        rule: text,
        severity: text,
        message: text,
        text: text.optional(),
        decision: z.enum(['open', 'dismissed', 'waived']),
        by: text.optional(),
        why: text.optional(),
        reason: text.optional(),
        url: text.optional(),
      }),
    ),
    changes: z.array(z.object({ target: text, was: text, now: text })),
  }),
  people: z.array(z.object({ name: text, decisions: z.number(), first: text, last: text })),
  decisions: z.array(
    z.looseObject({ id: text, at: text, by: text, action: text, before: text, after: text }),
  ),
  unreadableLines: z.number(),
});

export type Certificate = z.infer<typeof certificateSchema>;

/** What the review of an article amounts to, from the record alone: nothing in it is anybody's word but that of the decisions. */
export function certify(
  { draft, findings, open, quotes, mustListen }: Examination,
  { now, generated }: { readonly now: Date; readonly generated: Article | undefined },
): Certificate {
  const { article, state, log } = draft;
  const sentences = [...article.lead, ...article.sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(
    (paragraph) => paragraph.sentences,
  );
  const approval = standingApproval(draft);
  return certificateSchema.parse({
    kind: 'copydesk-review-certificate',
    version: 1,
    issuedAt: now.toISOString(),
    article: describeArticle(draft),
    status: state.status,
    ...(approval
      ? {
          approval: {
            editor: approval.editor,
            by: approval.by,
            at: approval.at,
            disclosure: approval.disclosure,
            examined: approval.examined,
            ...(approval.reason === undefined ? {} : { note: approval.reason }),
          },
        }
      : {}),
    examination: {
      sentences: sentences.length,
      sentencesWithEvidence: sentences.filter(({ cites }) => cites.length > 0).length,
      quotations: quotes.length,
      quotationsListenedTo: quotes.filter(({ listened }) => listened !== undefined).length,
      quotationsPlayed: quotes.filter(({ listened }) => listened?.played === true).length,
      listeningRequired: mustListen,
      rulesRun: findings.ran,
      rulesNotRun: findings.notRun,
      findings: open.map(describeFinding),
      changes: generated ? changesBetween(generated, article) : [],
    },
    people: countPeople(log.events),
    decisions: log.events,
    unreadableLines: log.damaged,
  });
}

/** The approval of the wording as it is, or of the one that was published with it. */
function standingApproval({ state }: Draft): Event<'approve'> | undefined {
  const holds = ['approved', 'published', 'corrected'].includes(state.status);
  return holds ? state.approval : undefined;
}

function describeArticle({ article, sha256, state }: Draft): Certificate['article'] {
  const { id, headline, language, writer, createdAt, source } = article;
  const url = webUrl(source.url);
  return {
    ...{ id, headline, language, sha256, createdAt },
    ...(state.approval ? { approvedSha256: state.approval.after } : {}),
    writer: { kind: writer.kind, ...(writer.model === undefined ? {} : { model: writer.model }) },
    source: {
      title: source.title,
      ...(source.channel ? { channel: source.channel.name } : {}),
      ...(url === undefined ? {} : { url }),
      captions: source.transcript.kind,
      transcriptSha256: source.transcript.sha256,
    },
  };
}

function describeFinding({
  finding,
  place,
  dismissal,
}: Examination['open'][number]): Certificate['examination']['findings'][number] {
  const { rule, severity, message, waived } = finding;
  const about = { rule, severity, message, ...(place.text === undefined ? {} : { text: place.text }) };
  if (waived) return { ...about, decision: 'waived', by: waived.by, reason: waived.reason };
  if (!dismissal) return { ...about, decision: 'open' };
  const { by, why, reason, url } = dismissal;
  return {
    ...{ ...about, decision: 'dismissed', by, why },
    ...(reason === undefined ? {} : { reason }),
    ...(url === undefined ? {} : { url }),
  };
}

function countPeople(events: readonly ReviewEvent[]): Certificate['people'] {
  return [...Map.groupBy(events, ({ by }) => by)].map(([name, own]) => ({
    name,
    decisions: own.length,
    first: own[0]?.at ?? '',
    last: own.at(-1)?.at ?? '',
  }));
}
