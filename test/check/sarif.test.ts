import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  copyOfArticle,
  copyOfText,
  Evidence,
  type Finding,
  RULES,
  renderSarif,
} from '../../src/check/index.ts';
import { locateInString, locateValues } from '../../src/check/json-positions.ts';
import * as articles from '../fixtures/articles.ts';

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const position = z.int().min(1);
const artifactLocation = z.strictObject({ uri: z.string().min(1), index: z.int().optional() });
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation,
    region: z
      .strictObject({
        startLine: position,
        startColumn: position,
        endLine: position,
        endColumn: position,
        charOffset: z.int().min(0),
        charLength: position,
      })
      .optional(),
  }),
  logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string() })).optional(),
});
/** The part of SARIF 2.1.0 that copydesk writes, by the names and bounds of its published schema; nothing beside it. */
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              defaultConfiguration: z.strictObject({ level }),
              properties: z.record(z.string(), z.unknown()),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolConfigurationNotifications: z.array(
            z.strictObject({
              level,
              message,
              associatedRule: z.strictObject({ id: z.string() }),
              locations: z.array(location),
            }),
          ),
          toolExecutionNotifications: z
            .array(
              z.strictObject({
                level,
                descriptor: z.strictObject({ id: z.string() }),
                message,
                locations: z.array(location),
              }),
            )
            .optional(),
        }),
      ),
      artifacts: z.array(z.strictObject({ location: artifactLocation })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0).optional(),
          level,
          message,
          locations: z.array(location),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(['inSource', 'external']),
                status: z.enum(['accepted', 'underReview', 'rejected']),
                justification: z.string(),
              }),
            )
            .optional(),
          properties: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

const article = structuredClone(articles.english);
const sentence = article.lead[0]?.sentences[0];
if (!sentence) throw new Error('The fixture has no lead');
sentence.text = 'She said "no\\way" and\n🦉 left — early.';
const PATH = '/lead/0/sentences/0/text';
const text = `${JSON.stringify(article, null, 2)}\n`;

function sarifOf(findings: readonly Finding[], file = text) {
  const log = renderSarif(
    [
      {
        uri: 'articles/a.json',
        text: file,
        copy: copyOfArticle(article),
        findings: {
          ran: [],
          notRun: [{ rule: 'C02', why: 'needs the whole transcript' }],
          findings: [...findings],
        },
      },
    ],
    { version: '1.2.3' },
  );
  const run = sarifSchema.parse(JSON.parse(log)).runs[0];
  if (!run) throw new Error('No run');
  return run;
}

const at = (words: string): Finding => {
  const start = sentence.text.indexOf(words);
  return {
    rule: 'Q01',
    severity: 'error',
    where: { path: PATH, start, end: start + words.length },
    message: 'nobody says so',
  };
};
const regionOf = (result: ReturnType<typeof sarifOf>['results'][number] | undefined) =>
  result?.locations[0]?.physicalLocation.region;

describe('SARIF', () => {
  it('lists every rule with its level', () => {
    const { rules } = sarifOf([]).tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(new Set(rules.map((rule) => rule.defaultConfiguration.level))).toEqual(
      new Set(['error', 'warning', 'note']),
    );
  });

  it.each([['no\\way'], ['🦉 left'], ['early'], ['She'], ['"']])(
    'points at %j in the characters of the file',
    (words) => {
      const region = regionOf(sarifOf([at(words)]).results[0]);
      if (!region) throw new Error('No region');
      const { charOffset, charLength, startLine, startColumn, endColumn } = region;
      const raw = text.slice(charOffset, charOffset + charLength);
      expect(JSON.parse(`"${raw}"`)).toBe(words);
      expect(text.split('\n')[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(raw);
    },
  );

  it('points at the nearest value there is when something is missing', () => {
    const missing: Finding = {
      rule: 'S09',
      severity: 'info',
      where: { path: '/source/nothing' },
      message: 'is not known',
    };
    const whole: Finding = { ...missing, where: { path: '' } };
    const [first, second] = sarifOf([missing, whole]).results;
    const region = regionOf(first);
    expect(text.slice(region?.charOffset, (region?.charOffset ?? 0) + (region?.charLength ?? 0))).toMatch(
      /^\{[\s\S]+"platform"/,
    );
    expect(first?.level).toBe('note');
    expect(regionOf(second)).toBeUndefined();
  });

  it('says that a file could not be read', () => {
    const failures = [{ uri: 'b.md', code: 'SOURCE_NOT_FOUND', message: 'There is no file b.md' }];
    const log = sarifSchema.parse(JSON.parse(renderSarif([], { version: '1', failures })));
    expect(log.runs[0]?.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        { descriptor: { id: 'SOURCE_NOT_FOUND' }, message: { text: 'There is no file b.md' } },
      ],
    });
    expect(sarifOf([]).invocations[0]?.executionSuccessful).toBe(true);
  });

  it('marks waived findings as suppressed, with who answers for them', () => {
    const waived = { ...at('early'), waived: { reason: 'Checked by ear.', by: 'Dana Price' } };
    expect(sarifOf([waived]).results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Checked by ear. (Dana Price)' },
    ]);
  });

  it('keeps the fingerprint of a finding when its sentence moves, and tells two of a kind apart', () => {
    const marks = (file: string, findings: Finding[]): string[] =>
      sarifOf(findings, file).results.map(({ partialFingerprints }) =>
        String(partialFingerprints['copydeskFinding/v1']),
      );
    const [first, second] = marks(text, [at('early'), at('early')]);
    expect(first).not.toBe(second);
    expect(marks(JSON.stringify(article), [at('early')])).toEqual([first]);
  });

  it('points at lines and columns of a text', () => {
    const evidence = new Evidence({
      units: [],
      isWhole: false,
      language: 'en',
      metadata: {},
      speakers: [],
      glossary: [],
    });
    const file = 'A headline\r\n\r\nThe council met. It left early.\r\n';
    const start = file.indexOf('early');
    const findings = {
      ran: [],
      notRun: [],
      findings: [{ ...at('early'), where: { path: '', start, end: start + 5 } }],
    };
    const copy = copyOfText(file, { language: 'en', evidence });
    const log = renderSarif([{ uri: 'a.txt', text: file, copy, findings }], { version: '1' });
    expect(regionOf(sarifSchema.parse(JSON.parse(log)).runs[0]?.results[0])).toEqual({
      startLine: 3,
      startColumn: 26,
      endLine: 3,
      endColumn: 31,
      charOffset: start,
      charLength: 5,
    });
  });
});

describe('places in JSON', () => {
  it('are found for every value of any file', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1), (value, space) => {
        const file = JSON.stringify(value, null, space);
        // JSON knows no negative zero.
        const pointers = pointersOf(JSON.parse(file));
        const found = locateValues(
          file,
          pointers.map(({ path }) => path),
        );
        for (const { path, value: expected } of pointers) {
          const stretch = found.get(path);
          expect(JSON.parse(file.slice(stretch?.start, stretch?.end))).toEqual(expected);
        }
      }),
    );
  });

  it('are found for every stretch of a string', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 3, maxLength: 3 }), (parts) => {
        const [before = '', meant = '', after = ''] = parts;
        const literal = JSON.stringify(before + meant + after);
        const start = before.length;
        const stretch = locateInString(literal, { start, end: start + meant.length });
        expect(JSON.parse(`"${literal.slice(stretch.start, stretch.end)}"`)).toBe(meant);
      }),
    );
  });

  it('are found however long a string and deep a file is', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const file = `{"a":${deep},"b":"${'x\\n'.repeat(500_000)}","c":1}`;
    const found = locateValues(file, ['/c', '/a/0/0']);
    expect(file.slice(found.get('/c')?.start, found.get('/c')?.end)).toBe('1');
    expect(found.get('/a/0/0')?.end).toBe('{"a":'.length + deep.length - 2);
  });
});

function pointersOf(value: unknown, path = ''): { path: string; value: unknown }[] {
  const own = { path, value };
  if (typeof value !== 'object' || value === null) return [own];
  return [
    own,
    ...Object.entries(value).flatMap(([key, member]) =>
      pointersOf(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ),
  ];
}
