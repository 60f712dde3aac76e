import { createHash } from 'node:crypto';
import type { Copy } from './copy.ts';
import type { Finding, Findings, Severity } from './findings.ts';
import { locateInString, locateValues, type Stretch } from './json-positions.ts';
import { lineStarts, positionOf } from './lines.ts';
import { createPlaces, type Place } from './places.ts';
import { RULES } from './registry.ts';
import type { Rule } from './rule.ts';

export interface SarifFile {
  /** Relative to the folder that the results are read in, or absolute. */
  readonly uri: string;
  /** The file as it was read. */
  readonly text: string;
  readonly copy: Copy;
  readonly findings: Findings;
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A file that could not be read. */
export interface SarifFailure {
  readonly uri: string;
  /** Of the error. */
  readonly code: string;
  readonly message: string;
}

export interface SarifOptions {
  readonly version: string;
  readonly failures?: readonly SarifFailure[];
}

/** Findings as SARIF 2.1.0, the form that code hosts and editors read. */
export function renderSarif(files: readonly SarifFile[], { version, failures = [] }: SarifOptions): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'copydesk', version, rules: RULES.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolConfigurationNotifications: files.flatMap(describeNotRun),
            ...(failures.length === 0 ? {} : { toolExecutionNotifications: failures.map(describeFailure) }),
          },
        ],
        artifacts: files.map(({ uri }) => ({ location: { uri } })),
        results: files.flatMap(describeResults),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule({ id, severity, title, reason, example, needs, languages }: Rule) {
  const shown = example === undefined ? '' : `\nExample: ${example}`;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: reason },
    help: { text: `${reason}${shown}\ncopydesk check --explain ${id} says more.` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { needs, ...(languages === undefined ? {} : { languages }) },
  };
}

function describeFailure({ uri, code, message }: SarifFailure) {
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri } } }],
  };
}

function describeNotRun({ uri, findings }: SarifFile, index: number) {
  return findings.notRun.map(({ rule, why }) => ({
    level: 'note',
    message: { text: `${rule} did not run: it ${why}` },
    associatedRule: { id: rule },
    locations: [{ physicalLocation: { artifactLocation: { uri, index } } }],
  }));
}

function describeResults(file: SarifFile, index: number) {
  const placeOf = createPlaces(file.copy, file.text);
  const regionOf = createRegions(file);
  const ordinals = new Map<string, number>();
  return file.findings.findings.map((finding) => {
    const mark = fingerprint(finding, placeOf(finding));
    const ordinal = (ordinals.get(mark) ?? 0) + 1;
    ordinals.set(mark, ordinal);
    return describeResult(finding, {
      location: {
        physicalLocation: { artifactLocation: { uri: file.uri, index }, ...regionOf(finding) },
        ...(finding.where.path === ''
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: finding.where.path }] }),
      },
      fingerprint: `${mark}:${ordinal}`,
    });
  });
}

function describeResult(
  { rule, severity, message, evidence, fix, waived }: Finding,
  { location, fingerprint }: { readonly location: object; readonly fingerprint: string },
) {
  const ruleIndex = RULES.findIndex(({ id }) => id === rule);
  const said = evidence === undefined ? '' : `\nEvidence: ${evidence}`;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: `${message}${said}` },
    locations: [location],
    partialFingerprints: { 'copydeskFinding/v1': fingerprint },
    ...(waived
      ? {
          suppressions: [
            { kind: 'external', status: 'accepted', justification: `${waived.reason} (${waived.by})` },
          ],
        }
      : {}),
    ...(fix === undefined ? {} : { properties: { fix } }),
  };
}

/** The same for the same fault in the same sentence, wherever in the file the sentence moves. */
function fingerprint({ rule, where, message }: Finding, { text, start, end }: Place): string {
  const parts = text === undefined ? [rule, where.path, message] : [rule, text, text.slice(start ?? 0, end)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Where in the file's own characters a finding points; nothing for one about the file as a whole. */
function createRegions({ text, copy, findings }: SarifFile): (finding: Finding) => { region?: object } {
  const lines = lineStarts(text);
  const values = copy.article
    ? locateValues(
        text,
        findings.findings.map(({ where }) => where.path),
      )
    : undefined;
  return ({ where }) => {
    const stretch = values ? stretchInJson(text, where, values) : stretchInText(text, where);
    return stretch && stretch.end > stretch.start ? { region: describeRegion(stretch, lines) } : {};
  };
}

function stretchInText(text: string, { start, end }: Finding['where']): Stretch | undefined {
  if (start === undefined || end === undefined) return undefined;
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

function stretchInJson(
  text: string,
  { path, start, end }: Finding['where'],
  values: ReadonlyMap<string, Stretch>,
): Stretch | undefined {
  const value = path === '' ? undefined : values.get(path);
  if (!value || start === undefined || end === undefined || text[value.start] !== '"') return value;
  const within = locateInString(text.slice(value.start, value.end), { start, end });
  return { start: value.start + within.start, end: value.start + within.end };
}

function describeRegion({ start, end }: Stretch, lines: readonly number[]) {
  const [from, to] = [positionOf(start, lines), positionOf(end, lines)];
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}
