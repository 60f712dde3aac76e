import { formatClock, sourceUrl } from '../../article/index.ts';
import {
  createPlaces,
  type Finding,
  type Findings,
  lineStarts,
  type Place,
  positionOf,
  RULES,
  type Severity,
  unitBehind,
} from '../../check/index.ts';
import { printable } from '../../text/index.ts';
import type { Style } from '../style.ts';
import { clip, describeSentence, inOrder, plural } from './finding-text.ts';
import type { Subject } from './load-subject.ts';
import { wrapLines } from './wrap.ts';

export interface PrintOptions {
  readonly style: Style;
  /** Infos too, and why rules did not run. */
  readonly isVerbose: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

const COLORS = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
/** Characters of evidence, or of a heading. */
const MOST_SHOWN = 400;

/** The findings of one file for people: errors first, each with its sentence and what the source says. */
export function printFindings(subject: Subject, findings: Findings, options: PrintOptions): string {
  const { style, isVerbose, width } = options;
  const placeOf = createPlaces(subject.copy, subject.text);
  const shown = findings.findings
    .filter(({ severity }) => isVerbose || severity !== 'info')
    .toSorted(inOrder(subject.copy, placeOf));
  const lines = lineStarts(subject.text);
  const blocks = shown.map((finding) => {
    const place = placeOf(finding);
    const spot = describeSpot(finding, place, lines);
    return [
      `  ${headOf(finding, style)}`,
      `    ${style('dim', spot)}`,
      ...(place.text === undefined ? [] : [`    ${describeSentence(place, style)}`]),
      `    ${printable(finding.message)}`,
      ...describeEvidence(finding, { place, subject }),
      ...(finding.fix === undefined ? [] : [`    Fix: ${printable(finding.fix) || 'leave it out'}`]),
      ...(finding.waived
        ? [`    Waived by ${printable(finding.waived.by)}: ${printable(finding.waived.reason)}`]
        : []),
    ].join('\n');
  });
  const head = `${style('bold', printable(subject.name))} ${style('dim', `(${printable(subject.origin)})`)}`;
  const warnings = subject.warnings.map((warning) => `  ${style(COLORS.warning, 'warning')} ${warning}`);
  const parts = [head, ...warnings, ...blocks, ...describeNotRun(findings, isVerbose)];
  return `${wrapLines(parts.join('\n\n'), width)}\n`;
}

function headOf({ rule, severity, waived }: Finding, style: Style): string {
  const title = RULES.find(({ id }) => id === rule)?.title ?? '';
  const mark = waived ? style('dim', `waived ${severity}`) : style(COLORS[severity], severity);
  return `${mark} ${style('bold', rule)} ${title}`;
}

const ROLES = {
  headline: 'Headline',
  bodyHeadline: 'Body headline',
  deck: 'Summary',
  keyPoint: 'Key point',
  heading: 'Heading',
  sentence: 'Lead',
  line: 'Line',
} as const;

function describeSpot({ where }: Finding, { sentence, heading }: Place, lines: readonly number[]): string {
  const part =
    sentence?.role === 'sentence' && heading !== undefined
      ? `Section “${clip(printable(heading), MOST_SHOWN)}”`
      : sentence && ROLES[sentence.role];
  if (where.path !== '')
    return part === undefined ? printable(where.path) : `${part}, ${printable(where.path)}`;
  if (where.start === undefined) return 'The whole';
  const { line, column } = positionOf(where.start, lines);
  return `Line ${line}, column ${column}${part === undefined ? '' : `: ${part}`}`;
}

interface Circumstances {
  readonly place: Place;
  readonly subject: Subject;
}

/** What the source says, and the moment to listen to. */
function describeEvidence(finding: Finding, { place, subject }: Circumstances): string[] {
  const unit = unitBehind(finding, place, subject.evidence);
  const start = unit?.start;
  const url = start === undefined || !subject.source?.videoId ? undefined : sourceUrl(subject.source, start);
  const moment = [
    ...(start === undefined ? [] : [formatClock(start)]),
    ...(url === undefined ? [] : [printable(url)]),
  ].join(' ');
  if (finding.evidence !== undefined) {
    const said = `“${clip(printable(finding.evidence), MOST_SHOWN)}”`;
    return [`    Evidence: ${moment === '' ? said : `${moment} ${said}`}`];
  }
  return moment === '' ? [] : [`    Cites: ${moment}`];
}

function describeNotRun({ notRun }: Findings, isVerbose: boolean): string[] {
  if (notRun.length === 0) return [];
  const byReason = Map.groupBy(notRun, ({ why }) => why);
  if (!isVerbose) {
    const missing = notRun.filter(({ why }) => /transcript$/u.test(why)).length;
    return missing === 0
      ? []
      : [`  ${missing} rules did not run for want of a transcript (--transcript FILE)`];
  }
  return [
    [...byReason]
      .map(([why, rules]) => `  Not run: ${rules.map(({ rule }) => rule).join(', ')} (${printable(why)})`)
      .join('\n'),
  ];
}

/** The last line: what stands in all files together. */
export function printCounts(
  count: Readonly<Record<Severity, number>>,
  {
    files,
    waived,
    isVerbose,
  }: { readonly files: number; readonly waived: number; readonly isVerbose: boolean },
): string {
  const infos = count.info > 0 && !isVerbose ? ' (shown with --verbose)' : '';
  const parts = [
    plural(count.error, 'error'),
    plural(count.warning, 'warning'),
    `${plural(count.info, 'info')}${infos}`,
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  return `\n${parts.join(', ')}${files > 1 ? ` in ${files} files` : ''}\n`;
}
