import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateErrorDocs, generateRuleDocs } from '../../scripts/generate-docs.ts';
import { generateFindingsSchema } from '../../scripts/generate-schema.ts';
import { SETTING_NAMES } from '../../src/config.ts';
import { ERROR_CODES } from '../../src/errors.ts';
import { runCli } from '../cli/run-cli.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const readme = read('README.md');

describe('the documents', () => {
  it('name every setting, and no variable that is not read', () => {
    const variables = SETTING_NAMES.flatMap(({ variable }) => variable ?? []);
    for (const variable of variables) {
      expect(readme, variable).toContain(`\`${variable}\``);
      expect(read('.env.example'), variable).toMatch(new RegExp(`^${variable}=`, 'mu'));
    }
    const named = [...`${readme}${read('.env.example')}`.matchAll(/\b(?:COPYDESK|OPENAI)_[A-Z_]+/gu)].map(
      ([name]) => name,
    );
    // Set for the command of --on-end.
    const given = ['COPYDESK_REPORT', 'COPYDESK_EXIT_CODE'];
    expect(named.filter((name) => ![...variables, ...given].includes(name))).toEqual([]);
    for (const { name, inFile } of SETTING_NAMES) if (inFile) expect(readme, name).toContain(`\`${name}\``);
  });

  it('name every command', async () => {
    const { stdout } = await runCli(['--help']);
    const commands = [...stdout.matchAll(/^ {2}(?<name>[a-z]+)[ |]/gmu)].map(
      ({ groups }) => groups?.name ?? '',
    );
    expect(commands).toEqual(
      expect.arrayContaining(['write', 'transcript', 'list', 'check', 'review', 'render', 'doctor']),
    );
    for (const command of commands.filter((name) => name !== 'help'))
      expect(readme).toContain(`copydesk ${command}`);
  });

  it('show the article of the bundled sample as it is written', async () => {
    const shown = /<!-- article -->\n+```text\n(?<text>[\s\S]*?)```/u.exec(readme)?.groups?.text;
    const { stdout } = await runCli([
      'samples/biden-zelenskyy/captions.en.vtt',
      '--replay',
      'samples/biden-zelenskyy/recording',
      '--print',
      'txt',
      '--quiet',
      '--out',
      '/tmp/copydesk-docs',
    ]);
    // The age depends on the day the reader looks.
    const ageless = (text: string): string => text.replace(/^\d+ \w+ ago$/mu, 'some time ago');
    expect(stdout).toContain('min read');
    expect(ageless(shown ?? '')).toBe(ageless(stdout));
  });

  it('show the rules as the code has them (node scripts/generate-docs.ts)', () => {
    const page = read('docs/rules.md');
    expect(page).toBe(generateRuleDocs(page));
  });

  it('show the errors as the code has them (node scripts/generate-docs.ts)', () => {
    expect(read('docs/errors.md')).toBe(generateErrorDocs());
  });

  it('ship the schema of findings (node scripts/generate-schema.ts)', () => {
    expect(read('schemas/findings.schema.json')).toBe(generateFindingsSchema());
  });

  it('say how little such rules catch of what models invent', () => {
    expect(read('docs/rules.md')).toMatch(/3,586 sentences[\s\S]+\.16 of the hallucinations[\s\S]+\.038/);
  });

  it('show what check prints', async () => {
    const shown = [...readme.matchAll(/<!-- check: (?<argv>.+?) -->\n+```text\n(?<text>[\s\S]*?)```/gu)];
    expect(shown.length).toBeGreaterThan(0);
    for (const { groups } of shown) {
      const { stdout } = await runCli(['check', ...(groups?.argv ?? '').split(' ')]);
      expect(stdout).toBe(groups?.text);
    }
  });

  it('show what a dry run prints, whatever its figures are with the prompts of today', async () => {
    const shown = /<!-- dry run: (?<argv>.+?) -->\n+```text\n(?<text>[\s\S]*?)```/u.exec(readme)?.groups;
    const argv = ['write', ...(shown?.argv ?? '').split(' '), '--dry-run'];
    const { stdout } = await runCli(argv, { env: { OPENAI_API_KEY: 'none' } });
    const shape = (text: string): string => text.replace(/\d[\d,.]*/gu, '0').replace(/ +/gu, ' ');
    expect(shape(shown?.text ?? '')).toBe(shape(stdout));
  });

  it('name every option of write, batch, check, list and review, and every style', async () => {
    for (const command of ['write', 'batch', 'check', 'list', 'review']) {
      const { stdout } = await runCli([command, '--help']);
      const options = [...stdout.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gmu)].flatMap(([, name]) => name ?? []);
      expect(options.length).toBeGreaterThan(8);
      for (const option of options.filter((name) => name !== '--help'))
        expect(readme, `${command} ${option}`).toMatch(new RegExp(`${option}\\b`, 'u'));
    }
    for (const file of readdirSync(new URL('../../prompts/styles/', import.meta.url)))
      expect(readme).toContain(`| \`${file.replace(/\.md$/u, '')}\` |`);
  });

  it('know an error code for every place that throws one, and throw every code', () => {
    const folder = new URL('../../src/', import.meta.url);
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && file !== 'errors.ts')
      .map((file) => readFileSync(new URL(file, folder), 'utf8'))
      .join('\n');
    expect(Object.keys(ERROR_CODES).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});
