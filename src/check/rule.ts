import { primarySubtag } from '../text/index.ts';
import type { Copy, CopySentence } from './copy.ts';
import type { Evidence } from './evidence.ts';
import type { Severity } from './findings.ts';

/** What a rule cannot do without; where it is missing, the rule is listed in `notRun`. */
export type Need =
  /** Units to compare with: the transcript's, or those the article carries. */
  | 'units'
  /** The whole transcript: only it can say that something stands nowhere. */
  | 'transcript'
  /** article.json, with the fields that a plain text has not. */
  | 'article'
  /** Text and transcript in one language: the rule compares words. */
  | 'one-language';

/** What a rule found. Offsets are UTF-16 code units into the sentence, or into the text at `path` where one is given. */
export interface Found {
  readonly message: string;
  /** JSON pointer, where the finding is not about the sentence's text. */
  readonly path?: string;
  readonly start?: number;
  readonly end?: number;
  /** The words of the source that the finding rests on, or the nearest there are. */
  readonly evidence?: string;
  /** Text to put in place of the stretch, or a value in JSON to put at `path`. */
  readonly fix?: string;
  /** Where this finding weighs less or more than its rule. */
  readonly severity?: Severity;
}

export interface RuleContext {
  readonly copy: Copy;
  readonly evidence: Evidence;
  /** Primary subtag of the text's language. */
  readonly language: string;
}

/** Whether text and transcript are in one language, so that their words can be compared. */
export function isOneLanguage({ language, evidence }: RuleContext): boolean {
  return language === primarySubtag(evidence.language);
}

/** A rule is pure: the same text and evidence give the same findings. Its scope is what it has functions for. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What the rule asks for, in one line. */
  readonly title: string;
  readonly reason: string;
  /** A text that breaks the rule, for `--explain`. */
  readonly example?: string;
  readonly needs: readonly Need[];
  /** Primary language subtags whose words the rule knows. @default every language */
  readonly languages?: readonly string[];
  /** Writers whose articles the rule does not concern. */
  readonly exempts?: readonly ('model' | 'extractive')[];
  /** What it finds presumes that the right units are cited; where code has guessed them, it is a warning at the most. */
  readonly trustsCitations?: boolean;
  /** Lines that `checkSentence` is asked about. @default sentences of the body */
  readonly roles?: readonly CopySentence['role'][];
  /** One sentence or line at a time, so that the rule can serve in mid-writing too. */
  checkSentence?(sentence: CopySentence, context: RuleContext): Iterable<Found>;
  /** What only the whole shows. Offsets need a `path` here. */
  checkArticle?(context: RuleContext): Iterable<Found>;
}

/** Every line a reader meets. */
export const ALL_ROLES: readonly CopySentence['role'][] = [
  'headline',
  'bodyHeadline',
  'deck',
  'keyPoint',
  'heading',
  'sentence',
  'line',
];
