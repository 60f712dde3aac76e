import { z } from 'zod';

/** Longest text that one event carries: a sentence is refused long before. */
const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 100;

const text = z.string().max(LONGEST_TEXT);
const reason = text.min(1);
const name = z.string().min(1).max(LONGEST_NAME);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A text of the article before and after. `target`: a sentence's id, or a place of the top such as `headline`. */
export const changeSchema = z.object({ target: z.string().max(200), was: text, now: text });

/** Why a finding does not stand. */
export const DISMISSALS = ['false-positive', 'verified-externally', 'editorial-choice', 'noted'] as const;

const common = {
  id: z.string().min(1).max(60),
  /** RFC 3339 in UTC. */
  at: z.iso.datetime(),
  /** Who decided, as they named themselves. */
  by: name,
  /** SHA-256 of article.json before and after; the same where no text changed. */
  before: sha256,
  after: sha256,
};
const changes = z.array(changeSchema).min(1);

const finding = z.object({
  /** Names the finding as long as its sentence reads the same. */
  key: z.string().max(40),
  rule: z.string().max(20),
  severity: z.enum(['error', 'warning', 'info']),
  message: text,
  text: text.optional(),
});

/** One decision of a person, as a line of review.jsonl keeps it. */
export const reviewEventSchema = z.discriminatedUnion('action', [
  z.object({ ...common, action: z.literal('start') }),
  z.object({ ...common, action: z.literal('assign'), to: z.string().max(LONGEST_NAME) }),
  z.object({ ...common, action: z.literal('edit'), changes, finding: finding.optional() }),
  z.object({ ...common, action: z.literal('accept-fix'), changes, finding }),
  z.object({
    ...common,
    action: z.literal('regenerate'),
    changes,
    /** What the reviewer asked for. */
    reason,
    model: z.string().max(200),
  }),
  z.object({ ...common, action: z.literal('fix-everywhere'), changes, from: text, to: text }),
  z.object({ ...common, action: z.literal('spelling'), spelling: text, channel: z.string().max(200) }),
  z.object({
    ...common,
    action: z.literal('dismiss'),
    finding,
    why: z.enum(DISMISSALS),
    reason: text.optional(),
    /** Where it was verified. */
    url: z.string().max(2_000).optional(),
  }),
  z.object({
    ...common,
    action: z.literal('listen'),
    quote: z.object({ id: z.string().max(200), text, source: text }),
    /** Whether the desk played it to its end. Older records do not say. */
    played: z.boolean().optional(),
  }),
  z.object({ ...common, action: z.literal('comment'), target: z.string().max(200), text: reason }),
  z.object({ ...common, action: z.literal('resolve'), comment: z.string().max(60) }),
  /** Takes back the event that it names; of an edit, by restoring the article from before. */
  z.object({ ...common, action: z.literal('undo'), undoes: z.string().max(60) }),
  z.object({ ...common, action: z.literal('send-back'), reason, finding: finding.optional() }),
  z.object({
    ...common,
    action: z.literal('approve'),
    /** The editor of record. */
    editor: name,
    /** What readers are told of the review: by whom, or only that there was one. */
    disclosure: z.enum(['named', 'unnamed']),
    examined: z.object({
      accuracy: z.literal(true),
      plausibility: z.literal(true),
      sources: z.literal(true),
    }),
    reason: text.optional(),
  }),
  z.object({ ...common, action: z.literal('publish'), url: z.string().max(2_000).optional() }),
  z.object({ ...common, action: z.literal('correct'), changes, reason }),
  z.object({ ...common, action: z.literal('retract'), reason }),
  z.object({ ...common, action: z.literal('reject'), reason }),
]);

export type ReviewEvent = z.infer<typeof reviewEventSchema>;
export type ReviewAction = ReviewEvent['action'];
export type TextChange = z.infer<typeof changeSchema>;
export type DecidedFinding = z.infer<typeof finding>;
export type Event<Action extends ReviewAction> = Extract<ReviewEvent, { action: Action }>;

type Distribute<Value> = Value extends unknown ? Omit<Value, 'id' | 'at' | 'before' | 'after'> : never;
/** An event before the store has given it an id, a time and the hashes. */
export type NewReviewEvent = Distribute<ReviewEvent>;
