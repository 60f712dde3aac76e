import { z } from 'zod';
import { DISMISSALS } from '../store/index.ts';

/** Characters of one text that a form may send: the longest sentence that the rules take. */
const LONGEST_TEXT = 5_000;
const LONGEST_REASON = 2_000;

const name = z.string().trim().min(1).max(100);
const id = z.string().min(1).max(200);
const text = z.string().max(LONGEST_TEXT);
const reason = z.string().trim().min(1).max(LONGEST_REASON);
const optionalReason = z.string().trim().max(LONGEST_REASON).optional();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const link = z.url({ protocol: /^https?$/ }).max(2_000);

const by = { by: name };
/** For changes that are made to one wording: the hash of the article that the page shows. */
const bound = { ...by, match: sha256 };

/** One decision, as the page sends it. */
export const actionSchema = z.discriminatedUnion('action', [
  z.strictObject({ ...by, action: z.literal('start') }),
  z.strictObject({ ...by, action: z.literal('assign'), to: z.string().trim().max(100) }),
  z.strictObject({
    ...bound,
    action: z.literal('edit'),
    target: id,
    text,
    cites: z.array(z.int().min(0)).max(40).optional(),
    finding: id.optional(),
  }),
  z.strictObject({ ...bound, action: z.literal('accept-fix'), finding: id }),
  z.strictObject({
    ...by,
    action: z.literal('dismiss'),
    finding: id,
    why: z.enum(DISMISSALS),
    reason: optionalReason,
    url: link.optional(),
  }),
  z.strictObject({
    ...bound,
    action: z.literal('fix-everywhere'),
    from: z.string().trim().min(1).max(100),
    to: z.string().trim().min(1).max(100),
    /** Keep the spelling for later articles of the channel. */
    remember: z.boolean(),
  }),
  z.strictObject({ ...by, action: z.literal('spelling'), spelling: z.string().trim().min(1).max(100) }),
  z.strictObject({ ...by, action: z.literal('listen'), quote: id, text, played: z.boolean().optional() }),
  z.strictObject({ ...by, action: z.literal('comment'), target: id, text: reason }),
  z.strictObject({ ...by, action: z.literal('resolve'), comment: id }),
  z.strictObject({ ...bound, action: z.literal('undo') }),
  z.strictObject({ ...by, action: z.literal('send-back'), reason, finding: id.optional() }),
  z.strictObject({
    ...bound,
    action: z.literal('accept-rewrite'),
    proposal: id,
    /** The person knows that the wording of a person goes. */
    overwrite: z.boolean(),
  }),
  z.strictObject({
    ...bound,
    action: z.literal('approve'),
    editor: name,
    disclosure: z.enum(['named', 'unnamed']),
    examined: z.strictObject({
      accuracy: z.literal(true),
      plausibility: z.literal(true),
      sources: z.literal(true),
    }),
    reason: optionalReason,
  }),
  z.strictObject({ ...bound, action: z.literal('publish'), url: link.optional() }),
  z.strictObject({ ...bound, action: z.literal('correct'), reason }),
  z.strictObject({ ...by, action: z.literal('retract'), reason }),
  z.strictObject({ ...by, action: z.literal('reject'), reason }),
]);

export type ActionRequest = z.infer<typeof actionSchema>;
export type Request<Action extends ActionRequest['action']> = Extract<ActionRequest, { action: Action }>;

export const rewriteSchema = z.strictObject({
  ...bound,
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sentence'), sentence: id }),
    z.strictObject({ kind: z.literal('part'), part: id }),
  ]),
  instruction: z.string().trim().min(1).max(1_000),
});

/** Decisions on many drafts at once. Approval is not among them, and never will be. */
export const bulkSchema = z.discriminatedUnion('action', [
  z.strictObject({
    ...by,
    action: z.literal('assign'),
    to: z.string().trim().max(100),
    ids: z.array(id).min(1).max(5_000),
  }),
  z.strictObject({ ...by, action: z.literal('reject'), reason, ids: z.array(id).min(1).max(5_000) }),
]);

/** Drafts to take along. */
export const exportSchema = z.strictObject({ ids: z.array(id).min(1).max(5_000) });

export type RewriteBody = z.infer<typeof rewriteSchema>;
export type BulkBody = z.infer<typeof bulkSchema>;
