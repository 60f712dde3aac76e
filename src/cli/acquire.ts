import { distance } from 'fastest-levenshtein';
import { ConfigError, TranscriptError } from '../errors.ts';
import { type AcquiredTranscript, acquireTranscript, type YouTubeOptions } from '../transcript/index.ts';
import type { Context } from './context.ts';
import { findUnusedProxies, PROXY_REMEDY } from './proxies.ts';

/** Names a mistyped command could have meant. */
const COMMANDS = ['write', 'batch', 'forget', 'transcript', 'list', 'check', 'render', 'doctor', 'help'];

interface AcquireRequest {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly context: Context;
  /** Shared by all sources of a run. */
  readonly youtube: YouTubeOptions;
}

/** The transcript of a source named on the command line, with the facts given by flags. */
export async function acquire(
  source: string,
  { flags, context, youtube }: AcquireRequest,
): Promise<AcquiredTranscript> {
  if (source === '-' && context.io.isTerminal) {
    throw new ConfigError('CONFIG_INVALID', 'Standard input is a keyboard', {
      likelyCause: 'The source is -, but nothing is piped in.',
      remedy: 'Pipe a transcript in: copydesk write - < captions.vtt',
    });
  }
  const text = (name: string): string | undefined =>
    typeof flags[name] === 'string' ? flags[name] : undefined;
  try {
    return await acquireTranscript(source, {
      given: {
        title: text('title'),
        show: text('show'),
        channel: text('channel'),
        url: text('url'),
        publishedAt: parseDate(text('published')),
      },
      language: parseLanguage(text('sourceLanguage')),
      stdin: context.io.stdin,
      signal: context.signal,
      youtube,
    });
  } catch (error) {
    throw suggestProxy(suggestCommand(source, error), context);
  }
}

/** A proxy that is set and not used is the likeliest reason why nothing answers. */
function suggestProxy(error: unknown, { env }: Context): unknown {
  const proxies = findUnusedProxies(env);
  if (!(error instanceof TranscriptError && error.code === 'NETWORK_UNREACHABLE') || proxies.length === 0)
    return error;
  const { code, message, cause, attempts, remedy } = error;
  return new TranscriptError(code, message, {
    cause,
    attempts,
    likelyCause: `${proxies.join(', ')} ${proxies.length > 1 ? 'are' : 'is'} set, but Node does not use it by itself.`,
    remedy: `${PROXY_REMEDY} ${remedy}`,
  });
}

function suggestCommand(source: string, error: unknown): unknown {
  if (
    !(error instanceof Error && 'code' in error && error.code === 'SOURCE_NOT_FOUND') ||
    !/^[a-z]{3,12}$/u.test(source)
  )
    return error;
  const meant = COMMANDS.find((command) => distance(command, source) <= 2);
  if (meant === undefined) return error;
  return new ConfigError('CONFIG_INVALID', `There is no command or file ${source}. Did you mean ${meant}?`, {
    cause: error,
    likelyCause: 'The name of a command is misspelled.',
    remedy: 'copydesk --help lists the commands.',
  });
}

/** RFC 3339: an instant becomes UTC, a date stays a date. */
function parseDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isDate = /^\d{4}-\d{2}-\d{2}$/u.test(text);
  const time = /^\d{4}-\d{2}-\d{2}(?:[Tt ][\d:.]+(?:[Zz]|[+-]\d{2}:?\d{2}))?$/u.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time))
    throw new ConfigError(
      'CONFIG_INVALID',
      '--published: must be a date (2026-11-23) or an instant with its offset (2026-11-23T18:00:00Z)',
    );
  return isDate ? text : new Date(time).toISOString();
}

function parseLanguage(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch (cause) {
    throw new ConfigError('CONFIG_INVALID', '--source-language: must be a language tag such as en or pt-BR', {
      cause,
    });
  }
}
