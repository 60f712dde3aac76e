import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  applyPolicy,
  checkCopy,
  countFindings,
  countWaived,
  createPolicy,
  explainRule,
  type Findings,
  listRules,
  type Policy,
  renderSarif,
  type Severity,
  type Waiver,
} from '../../check/index.ts';
import type { Config } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import { loadTranscript } from '../check/load-evidence.ts';
import { loadSubject, nameOf, refuseUnknownLanguage, type Subject } from '../check/load-subject.ts';
import { printCounts, printFindings } from '../check/print-findings.ts';
import { reportUnmetWaivers } from '../check/report-waivers.ts';
import type { Context } from '../context.ts';
import { readGlossary } from '../glossary.ts';
import { escapeSteering, formatJson } from '../json-output.ts';
import { loadSettings } from '../load-settings.ts';
import { reportError } from '../report-error.ts';
import { createStyle } from '../style.ts';
import { readVersion } from '../version.ts';
import { worstExit } from '../worst-exit.ts';

type Flags = Readonly<Record<string, unknown>>;

interface Checked {
  readonly subject: Subject;
  readonly findings: Findings;
  readonly met: readonly Waiver[];
}

/** A file that could not be read, or a fault in the check of it. */
interface Failed {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

type Result = Checked | Failed;

/** `copydesk check`: the rules on articles and texts. Exit 1 when an error stands, 2 when something cannot be read. */
export async function runCheck(files: readonly string[], flags: Flags, context: Context): Promise<number> {
  const config = await loadSettings(flags, context);
  const policy = createPolicy(config);
  if (flags.list === true || flags.explain !== undefined) {
    context.io.stdout(flags.list === true ? listRules() : explainRule(String(flags.explain), config));
    return 0;
  }
  refuseUnusable(files, flags);
  refuseUnknownLanguage(config.language);
  const { results, exitCodes } = await checkFiles(files, { config, policy, flags, context });
  const checked = results.filter((result) => 'subject' in result);
  context.io.stdout(render(results, { files, flags, context }));
  const unmet = reportUnmetWaivers(policy, {
    ids: checked.map(({ subject }) => subject.id),
    met: new Set(checked.flatMap(({ met }) => met)),
  });
  if (!config.quiet) context.io.stderr(unmet);
  return worstExit(exitCodes);
}

function refuseUnusable(files: readonly string[], flags: Flags): void {
  if (files.length === 0)
    throw new ConfigError('CONFIG_INVALID', 'There is nothing to check', {
      likelyCause: 'No file is named.',
      remedy:
        'Pass an article.json, or a .md or .txt file: copydesk check article.md --transcript captions.vtt',
    });
  if ([...files, flags.transcript].filter((name) => name === '-').length > 1)
    throw new ConfigError('CONFIG_INVALID', 'Standard input can be read once only', {
      likelyCause: '- is named twice.',
      remedy: 'Put one of the two into a file.',
    });
}

interface Session {
  readonly config: Config;
  readonly policy: Policy;
  readonly flags: Flags;
  readonly context: Context;
}

/** One file that cannot be read does not stop the rest. */
async function checkFiles(
  files: readonly string[],
  { config, policy, flags, context }: Session,
): Promise<{ results: Result[]; exitCodes: number[] }> {
  const transcript =
    typeof flags.transcript === 'string'
      ? await loadTranscript(flags.transcript, { files, context })
      : undefined;
  const glossary = await readGlossary(config.glossary);
  const results: Result[] = [];
  const exitCodes: number[] = [];
  for (const file of files) {
    try {
      context.signal.throwIfAborted();
      const { language } = config;
      const subject = await loadSubject(file, { context, language, transcript, glossary });
      const { copy, evidence, id } = subject;
      const applied = applyPolicy(checkCopy(copy, evidence), { copy, id, policy });
      results.push({ subject, ...applied });
      exitCodes.push(countFindings(applied.findings).error > 0 ? 1 : 0);
    } catch (error) {
      const reported = reportError(error, {
        debug: config.debug,
        subject: files.length > 1 ? file : undefined,
      });
      context.io.stderr(reported.text);
      exitCodes.push(reported.exitCode);
      const message = error instanceof Error ? error.message : String(error);
      results.push({ file, code: reported.code, message });
    }
  }
  return { results, exitCodes };
}

/** Columns, where nothing says how wide the terminal is. */
const DEFAULT_WIDTH = 80;

interface Rendering {
  readonly files: readonly string[];
  readonly flags: Flags;
  readonly context: Context;
}

function render(results: readonly Result[], { files, flags, context }: Rendering): string {
  const checked = results.filter((result) => 'subject' in result);
  if (flags.sarif === true) {
    const described = checked.map(({ subject, findings }) => ({
      uri: uriOf(subject.file),
      text: subject.text,
      copy: subject.copy,
      findings,
    }));
    const failures = results.flatMap((result) =>
      'subject' in result ? [] : { ...result, uri: uriOf(result.file) },
    );
    return escapeSteering(renderSarif(described, { version: readVersion(), failures }));
  }
  if (flags.json === true) {
    const reports = results.map((result) =>
      'subject' in result
        ? { file: result.subject.name, ...result.findings }
        : { file: nameOf(result.file), error: { code: result.code, message: result.message } },
    );
    return formatJson(files.length > 1 ? reports : reports[0]);
  }
  if (checked.length === 0) return '';
  const options = {
    style: createStyle(context),
    isVerbose: flags.verbose === true,
    width: context.io.screen?.columns() || DEFAULT_WIDTH,
  };
  const printed = checked.map(({ subject, findings }) => printFindings(subject, findings, options));
  const all = checked.map(({ findings }) => findings);
  const total = totalOf(all);
  total.warning += checked.reduce((sum, { subject }) => sum + subject.warnings.length, 0);
  return `${printed.join('\n')}${printCounts(total, {
    files: checked.length,
    waived: all.reduce((sum, findings) => sum + countWaived(findings), 0),
    isVerbose: options.isVerbose,
  })}`;
}

function totalOf(all: readonly Findings[]): Record<Severity, number> {
  const total = { error: 0, warning: 0, info: 0 };
  for (const findings of all) {
    const count = countFindings(findings);
    for (const severity of ['error', 'warning', 'info'] as const) total[severity] += count[severity];
  }
  return total;
}

/** Code hosts want addresses relative to the folder that the check runs in. */
function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const path = relative('.', resolve(file));
  if (path.startsWith('..') || isAbsolute(path)) return pathToFileURL(resolve(file)).href;
  return path.split(sep).map(encodeURIComponent).join('/');
}
