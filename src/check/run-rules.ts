import type { Article } from '../article/index.ts';
import { primarySubtag } from '../text/index.ts';
import { type Copy, type CopySentence, copyOfArticle, createCopy } from './copy.ts';
import type { Evidence } from './evidence.ts';
import type { Finding, Findings } from './findings.ts';
import { placeIn } from './place-in.ts';
import { RULES } from './registry.ts';
import { type Found, isOneLanguage, type Need, type Rule, type RuleContext } from './rule.ts';

export function checkArticle(article: Article, evidence: Evidence, rules: readonly Rule[] = RULES): Findings {
  return checkCopy(copyOfArticle(article), evidence, rules);
}

/** Runs every rule whose needs are met. Findings come in the order of the rules, then of the text. */
export function checkCopy(copy: Copy, evidence: Evidence, rules: readonly Rule[] = RULES): Findings {
  const context = contextOf(copy, evidence);
  const ran: string[] = [];
  const notRun: Findings['notRun'] = [];
  const findings: Finding[] = [];
  for (const rule of rules) {
    const why = whyNot(rule, context);
    if (why !== undefined) {
      notRun.push({ rule: rule.id, why });
      continue;
    }
    ran.push(rule.id);
    findings.push(...runRule(rule, context));
  }
  return { ran, notRun, findings };
}

interface SentenceOptions {
  /** BCP 47. */
  readonly language: string;
  readonly rules?: readonly Rule[];
  /** @default true */
  readonly hasCitations?: boolean;
}

/** The rules that look at one sentence, over sentences that are in no article yet: what repair asks in mid-writing. */
export function checkSentences(
  sentences: readonly CopySentence[],
  evidence: Evidence,
  options: SentenceOptions,
): Finding[] {
  const { language, rules = RULES, hasCitations = true } = options;
  const copy = createCopy({
    language,
    deck: [],
    keyPoints: [],
    lead: [{ sentences }],
    sections: [],
    others: [],
    hasCitations,
  });
  const context = contextOf(copy, evidence);
  return rules
    .filter((rule) => whyNot(rule, context) === undefined)
    .flatMap((rule) => lineFindings(rule, context));
}

function contextOf(copy: Copy, evidence: Evidence): RuleContext {
  return { copy, evidence, language: primarySubtag(copy.language) };
}

function runRule(rule: Rule, context: RuleContext): Finding[] {
  const whole = [...(rule.checkArticle?.(context) ?? [])].map((found) => toFinding(rule, found, context));
  return [...whole, ...lineFindings(rule, context)];
}

function lineFindings(rule: Rule, context: RuleContext): Finding[] {
  const { roles = ['sentence'] } = rule;
  if (!rule.checkSentence) return [];
  const findings: Finding[] = [];
  for (const line of context.copy.lines) {
    if (!roles.includes(line.role)) continue;
    for (const found of rule.checkSentence(line, context))
      findings.push(toFinding(rule, found, context, line));
  }
  return findings;
}

function toFinding(rule: Rule, found: Found, { copy }: RuleContext, sentence?: CopySentence): Finding {
  const { message, evidence, fix } = found;
  const severity = found.severity ?? rule.severity;
  const isGuess = rule.trustsCitations === true && !copy.hasCitations;
  return {
    rule: rule.id,
    severity: isGuess && severity === 'error' ? 'warning' : severity,
    where: placeOf(found, sentence),
    message,
    ...(evidence === undefined ? {} : { evidence }),
    ...(fix === undefined ? {} : { fix }),
  };
}

function placeOf({ path, start, end }: Found, sentence: CopySentence | undefined): Finding['where'] {
  const range = start === undefined || end === undefined ? {} : { start, end };
  if (path !== undefined || !sentence) return { path: path ?? '', ...range };
  // In a file that is no article.json only offsets say which sentence is meant.
  return sentence.at ? { path: '', ...placeIn(sentence, start, end) } : { path: sentence.path, ...range };
}

const MISSING: Readonly<Record<Need, (context: RuleContext) => string | undefined>> = {
  units: ({ evidence }) => (evidence.units.length > 0 ? undefined : 'needs the transcript'),
  transcript: ({ evidence }) => (evidence.isWhole ? undefined : 'needs the whole transcript'),
  article: ({ copy }) => (copy.article ? undefined : 'needs article.json'),
  'one-language': (context) =>
    isOneLanguage(context)
      ? undefined
      : `compares words, and the transcript is in another language (${context.evidence.language})`,
};

function whyNot(rule: Rule, context: RuleContext): string | undefined {
  const { copy, language } = context;
  if (copy.writer !== undefined && rule.exempts?.includes(copy.writer))
    return `does not concern articles of the ${copy.writer} writer`;
  if (rule.languages && !rule.languages.includes(language))
    return `knows ${rule.languages.join(', ')}; the text is in ${copy.language}`;
  for (const need of rule.needs) {
    const missing = MISSING[need](context);
    if (missing !== undefined) return missing;
  }
  return undefined;
}
