import type { Article } from '../article/index.ts';
import type { Transcript } from '../transcript/index.ts';
import type { Finding, Severity } from './findings.ts';

/** What a rule may look at besides the article. */
export interface Evidence {
  readonly transcript?: Pick<Transcript, 'units' | 'metadata' | 'sha256'>;
}

export interface RuleContext {
  readonly article: Article;
  readonly evidence: Evidence;
}

/** A rule is pure: the same article and evidence give the same findings. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** One line for the rule table. */
  readonly title: string;
  readonly reason: string;
  /** Without these in the evidence the rule is listed as not run. */
  readonly needs: readonly (keyof Evidence)[];
  /** Writers whose articles the rule does not concern. */
  readonly exempts?: readonly Article['writer']['kind'][];
  check(
    context: RuleContext,
  ): Iterable<Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity }>;
}
