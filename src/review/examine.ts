import { type Article, type Quote, sentencesOf } from '../article/index.ts';
import {
  applyPolicy,
  checkCopy,
  copyOfArticle,
  createPlaces,
  type Evidence,
  evidenceInArticle,
  evidenceOf,
  type Finding,
  type Findings,
  keysOfFindings,
  type Place,
  unitBehind,
} from '../check/index.ts';
import { channelGlossaryFile, type Draft, type Event, listenedTo, readSpellings } from '../store/index.ts';
import type { Unit } from '../transcript/index.ts';
import type { Desk } from './desk.ts';
import type { Grounds } from './edit/reword.ts';
import { targetOfPath } from './edit/targets.ts';

/** A finding as the desk shows it. */
export interface OpenFinding {
  readonly finding: Finding;
  readonly key: string;
  readonly place: Place;
  /** The editable text that it is about. */
  readonly target?: string;
  /** The unit to listen to. */
  readonly unit?: Unit;
  readonly dismissal?: Event<'dismiss'>;
  readonly isDecided: boolean;
}

export interface OpenQuote {
  readonly quote: Quote;
  /** The sentence that it stands in. */
  readonly sentence?: string;
  readonly listened?: Event<'listen'>;
  readonly isSettled: boolean;
}

/** A draft with everything that a decision on it depends on. */
export interface Examination {
  readonly draft: Draft;
  readonly grounds: Grounds;
  readonly evidence: Evidence;
  readonly findings: Findings;
  readonly open: readonly OpenFinding[];
  readonly quotes: readonly OpenQuote[];
  /** Whether each quotation has to be listened to: captions that no person made may have misheard. */
  readonly mustListen: boolean;
}

/** Reads a draft as the rules and the decisions so far leave it. `isThorough`: the rules run, whatever findings lie on disk. */
export async function examine(
  desk: Desk,
  draft: Draft,
  { isThorough = false }: { readonly isThorough?: boolean } = {},
): Promise<Examination> {
  const { article, transcript, state } = draft;
  const grounds = await groundsOf(desk, draft);
  const { glossary } = grounds;
  const evidence = transcript
    ? evidenceOf(transcript.transcript, { speakers: article.speakers, glossary })
    : evidenceInArticle(article, { glossary });
  const findings = findingsOf(draft, {
    isThorough,
    glossary,
    run: () => check(article, { desk, evidence, before: draft.lastFindings }),
  });
  const copy = copyOfArticle(article);
  const placeOf = createPlaces(copy);
  const keys = keysOfFindings(findings.findings, copy);
  const open = findings.findings.map((finding, index): OpenFinding => {
    const key = keys[index] ?? '';
    const place = placeOf(finding);
    const target = targetOfPath(article, finding.where.path);
    const unit = unitBehind(finding, place, evidence);
    const dismissal = state.dismissed.get(key);
    return {
      finding,
      key,
      place,
      ...(target === undefined ? {} : { target }),
      ...(unit ? { unit } : {}),
      ...(dismissal ? { dismissal } : {}),
      isDecided: dismissal !== undefined || finding.waived !== undefined,
    };
  });
  const mustListen = article.source.transcript.kind !== 'manual';
  return {
    draft,
    grounds,
    evidence,
    findings,
    open: inOrder(open),
    quotes: quotesOf(draft, mustListen),
    mustListen,
  };
}

interface Checked extends Pick<Draft, 'transcript'> {
  readonly glossary: string;
  readonly findings: Findings;
}

const checked = new WeakMap<Article, Checked>();

interface FindingsRequest {
  readonly isThorough: boolean;
  readonly glossary: readonly string[];
  readonly run: () => Findings;
}

/**
 * What lies on disk serves for a first look; rules or glossary may have changed since. Once the rules have run over a wording, every page
 * shows what they found, so that nothing stands in the way of an approval that no page shows.
 */
function findingsOf(
  { article, findings, transcript }: Draft,
  { isThorough, glossary, run }: FindingsRequest,
): Findings {
  const key = glossary.join('\n');
  const known = checked.get(article);
  if (known?.glossary === key && known.transcript === transcript) return known.findings;
  if (!isThorough && findings) return findings;
  const found = run();
  checked.set(article, { glossary: key, ...(transcript ? { transcript } : {}), findings: found });
  return found;
}

/** The rules over an article, as the settings want them. What a writer left out is no finding of theirs and stays known. */
export function check(
  article: Article,
  { desk, evidence, before }: { desk: Desk; evidence: Evidence; before: Findings | undefined },
): Findings {
  const copy = copyOfArticle(article);
  const found = checkCopy(copy, evidence);
  const { findings } = applyPolicy(found, { copy, id: article.id, policy: desk.policy });
  const leftOut = (before?.findings ?? []).filter(({ rule }) => rule === LEFT_OUT);
  return { ...findings, findings: [...findings.findings, ...leftOut] };
}

/** What a writer had to leave out, which only the run that wrote the article knows. */
const LEFT_OUT = 'P01';

export async function groundsOf(desk: Desk, { article, transcript }: Draft): Promise<Grounds> {
  const own = await readSpellings(channelGlossaryFile(desk.drafts.out, article.source));
  return {
    units: transcript?.transcript.units ?? article.units,
    language: article.source.transcript.language,
    glossary: [...new Set([...desk.glossary, ...own])],
  };
}

const WEIGHTS = { error: 0, warning: 1, info: 2 } as const;

/** Worst first; within a severity as the rules and the text have them. Decided ones last. */
function inOrder(open: readonly OpenFinding[]): OpenFinding[] {
  const weight = ({ finding, isDecided }: OpenFinding): number =>
    WEIGHTS[finding.severity] + (isDecided ? 3 : 0);
  return open.toSorted((first, second) => weight(first) - weight(second));
}

function quotesOf({ article, state }: Draft, mustListen: boolean): OpenQuote[] {
  const holders = new Map(
    sentencesOf(article).flatMap(({ id, quotes }) => quotes.map((quote): [string, string] => [quote, id])),
  );
  return article.quotes.map((quote) => {
    const listened = listenedTo(state, quote);
    const sentence = holders.get(quote.id);
    return {
      quote,
      ...(sentence === undefined ? {} : { sentence }),
      ...(listened ? { listened } : {}),
      isSettled: !mustListen || listened !== undefined,
    };
  });
}
