import { distance } from 'fastest-levenshtein';
import { ConfigError, TranscriptError } from '../errors.ts';
import {
  type AcquiredTranscript,
  acquireTranscript,
  ISO_DATE_EXPECTED,
  parseIsoDate,
  type YouTubeOptions,
} from '../transcript/index.ts';
import type { Context } from './context.ts';
import { suggestProxy } from './proxies.ts';

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

function suggestCommand(source: string, error: unknown): unknown {
  if (
    !(error instanceof Error && 'code' in error && error.code === 'SOURCE_NOT_FOUND') ||
    !/^[a-z]{3,12}$/u.test(source)
  )
    return error;
  const meant = COMMANDS.find((command) => distance(command, source) <= 2);
  if (meant === undefined) return error;
  return new TranscriptError(
    'SOURCE_NOT_FOUND',
    `There is no command or file ${source}. Did you mean ${meant}?`,
    {
      cause: error,
      likelyCause: 'The name of a command is misspelled.',
      remedy: 'copydesk --help lists the commands.',
    },
  );
}

function parseDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = parseIsoDate(text);
  if (date) return date.text;
  throw new ConfigError('CONFIG_INVALID', `--published: ${ISO_DATE_EXPECTED}`);
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
