import { constants } from 'node:fs';
import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { ConfigError, ERROR_CODES, PipelineError } from '../../errors.ts';
import { writeFileAtomically } from '../../store/index.ts';
import { printableLines } from '../../text/index.ts';
import { findYtDlp, probeYouTube, YTDLP_OUTDATED_DAYS } from '../../transcript/index.ts';
import type { Context } from '../context.ts';
import { DEFAULT_MODEL } from '../decide-writer.ts';
import { loadSettings } from '../load-settings.ts';
import { describeServers, type FoundServer, findLocalServer } from '../local-servers.ts';
import { findUnusedProxies, PROXY_REMEDY, proxiesOf } from '../proxies.ts';
import { readVersion } from '../version.ts';
import { ytDlpOf } from '../youtube.ts';

interface Check {
  readonly name: string;
  readonly status: 'ok' | 'off' | 'problem';
  readonly what: string;
  readonly remedy?: string;
}

const MARKS: Readonly<Record<Check['status'], string>> = {
  ok: 'ok     ',
  off: 'off    ',
  problem: 'PROBLEM',
};

/** `copydesk doctor`: what is configured, reachable and missing. Exit 2 when something configured does not work. */
export async function runDoctor(flags: Readonly<Record<string, unknown>>, context: Context): Promise<number> {
  const config = await loadSettings(flags, context);
  const local = config.local ? await findLocalServer(undefined, context.signal) : undefined;
  const checks: Check[] = [
    checkRuntime(),
    await checkFolder('Articles', config.out, 'Choose another folder with --out, or free space.'),
    ...(config.cacheDir === undefined
      ? []
      : [await checkFolder('Kept answers', config.cacheDir, 'Correct COPYDESK_CACHE_DIR, or unset it.')]),
    await checkModel(config, { context, local }),
    checkLocal(config, local),
    await checkYouTube(config, context),
    await checkYtDlp(config, context),
    checkProxy(context.env),
  ];
  if (flags.json === true) context.io.stdout(`${JSON.stringify({ checks }, null, 2)}\n`);
  else for (const check of checks) context.io.stdout(describeCheck(check));
  return checks.some(({ status }) => status === 'problem') ? 2 : 0;
}

function describeCheck({ name, status, what, remedy }: Check): string {
  return `${printableLines(
    `${MARKS[status]}  ${name}: ${what}${remedy === undefined ? '' : `\n         What to do: ${remedy}`}`,
  )}\n`;
}

function checkRuntime(): Check {
  return {
    name: 'copydesk',
    status: 'ok',
    what: `version ${readVersion()} on Node ${process.versions.node}`,
  };
}

async function checkFolder(name: string, folder: string, remedy: string): Promise<Check> {
  const probe = join(folder, '.doctor');
  try {
    await mkdir(folder, { recursive: true });
    await writeFileAtomically(probe, '');
    await rm(probe);
    return { name, status: 'ok', what: `${folder} can be written` };
  } catch {
    return { name, status: 'problem', what: `${folder} cannot be written`, remedy };
  }
}

interface ModelCheck {
  readonly context: Context;
  readonly local: FoundServer | undefined;
}

async function checkModel(config: Config, { context, local }: ModelCheck): Promise<Check> {
  const name = 'Model';
  const { apiKey = '', model } = config;
  const baseURL = config.baseURL ?? (apiKey === '' ? local?.baseURL : undefined);
  if (apiKey === '' && baseURL === undefined) {
    const remedy =
      'Set OPENAI_API_KEY, or OPENAI_BASE_URL for another endpoint, to have articles written by a model.';
    return { name, status: 'off', what: 'none configured; the extractive writer is used', remedy };
  }
  const address = baseURL ?? 'the OpenAI API';
  try {
    const { listModels } = await import('../../llm/index.ts');
    const models = await listModels({ apiKey, baseURL }, context.signal);
    const chosen = model ?? (baseURL === undefined ? DEFAULT_MODEL : models[0]);
    if (chosen !== undefined && models.includes(chosen))
      return { name, status: 'ok', what: `${chosen} at ${address}` };
    const offered = models.slice(0, 12).join(', ') || 'none';
    return {
      name,
      status: 'problem',
      what: `${address} does not offer ${chosen ?? 'any model'}`,
      remedy: `Choose with COPYDESK_MODEL or --model one of: ${offered}`,
    };
  } catch (error) {
    return {
      name,
      status: 'problem',
      what: `${address} does not answer: ${error instanceof Error ? error.message : String(error)}`,
      ...remedyOf(error),
    };
  }
}

function checkLocal({ local: isWanted, apiKey, baseURL }: Config, found: FoundServer | undefined): Check {
  const name = 'Local model';
  if (!isWanted)
    return {
      name,
      status: 'off',
      what: 'not looked for; COPYDESK_LOCAL=1 uses a model server of this machine',
    };
  if (!found)
    return {
      name,
      status: 'off',
      what: `none of ${describeServers()} answers`,
      remedy: 'Start one of them, or set OPENAI_BASE_URL for another port.',
    };
  const isUsed = apiKey === undefined && baseURL === undefined;
  const what = `${found.name} at ${found.baseURL}, ${found.models.slice(0, 12).join(', ')}`;
  if (isUsed) return { name, status: 'ok', what };
  return {
    name,
    status: 'off',
    what: `${what}; not used, because ${baseURL === undefined ? 'OPENAI_API_KEY' : 'OPENAI_BASE_URL'} is set`,
    remedy: 'Unset it to have this machine write.',
  };
}

async function checkYouTube(config: Config, { signal }: Context): Promise<Check> {
  const name = 'YouTube';
  const { youtubeOrigin: origin, youtubeClients: clients } = config;
  try {
    const { client, reviewed } = await probeYouTube({ origin, clients, signal });
    return { name, status: 'ok', what: `serves this network (as ${client}; clients reviewed ${reviewed})` };
  } catch (error) {
    if (signal.aborted || !(error instanceof PipelineError)) throw error;
    const isWrong = error instanceof ConfigError || error.code !== 'NETWORK_UNREACHABLE';
    const status = isWrong ? 'problem' : 'off';
    const what = `${error.message} [${error.code}] ${error.likelyCause}`;
    return { name, status, what, ...remedyOf(error) };
  }
}

async function checkYtDlp(config: Config, { env, now, signal }: Context): Promise<Check> {
  const name = 'yt-dlp';
  const options = ytDlpOf(config, env);
  if (!options) return { name, status: 'off', what: 'switched off' };
  const found = await findYtDlp(options, () => now().getTime(), signal);
  if ('problem' in found) {
    const isMissing = found.problem === 'missing';
    const what = isMissing
      ? `${options.program} is not there; links have one way less to their captions`
      : `${options.program} cannot be used as yt-dlp: ${found.said}`;
    const status = isMissing && config.ytDlp === undefined ? 'off' : 'problem';
    return { name, status, what, remedy: ERROR_CODES.YTDLP_MISSING.remedy };
  }
  const { cookies } = options;
  if (cookies !== undefined && !(await isReadable(cookies))) {
    const remedy = 'Correct COPYDESK_YOUTUBE_COOKIES, or unset it.';
    return { name, status: 'problem', what: `its cookie file ${cookies} cannot be read`, remedy };
  }
  const { remedy } = ERROR_CODES.YTDLP_OUTDATED;
  const what = `version ${found.version}, ${found.ageDays} days old`;
  if (found.ageDays <= YTDLP_OUTDATED_DAYS) return { name, status: 'ok', what };
  return { name, status: 'problem', what: `${what}, which YouTube has most likely outrun`, remedy };
}

function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

function checkProxy(env: Context['env']): Check {
  const name = 'Proxy';
  const set = proxiesOf(env);
  if (set.length === 0) return { name, status: 'ok', what: 'no proxy variable is set' };
  if (findUnusedProxies(env).length === 0) return { name, status: 'ok', what: `${set.join(', ')} in use` };
  return { name, status: 'problem', what: `${set.join(', ')} set but not used`, remedy: PROXY_REMEDY };
}

function remedyOf(error: unknown): { remedy: string } | Record<string, never> {
  return error instanceof PipelineError ? { remedy: error.remedy } : {};
}
