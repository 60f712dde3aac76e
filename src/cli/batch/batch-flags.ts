import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Filters, splitWords } from '../../batch/index.ts';
import { flagName, hasNoUser, NO_USER } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import { parseIsoDate } from '../../transcript/index.ts';

/** What only `batch` is told, checked. */
export interface BatchFlags {
  readonly filters: Filters;
  readonly order: 'newest' | 'oldest' | 'listed';
  readonly limit?: number;
  readonly maxVideos?: number;
  readonly retryFailed: boolean;
  readonly refresh: boolean;
  readonly membersOnly: boolean;
  readonly rescan: boolean;
  readonly report?: string;
  readonly onEnd?: string;
  readonly webhook?: string;
}

type Flags = Readonly<Record<string, unknown>>;

/** @throws {ConfigError} CONFIG_INVALID listing every flag that cannot be used */
export function readBatchFlags(flags: Flags, now: Date): BatchFlags {
  const problems: string[] = [];
  const text = (name: string): string | undefined =>
    typeof flags[name] === 'string' ? flags[name] : undefined;
  const read = <Value>(
    name: string,
    parse: (value: string) => Value | undefined,
    rule: string,
  ): Value | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    try {
      const parsed = parse(value);
      if (parsed !== undefined) return parsed;
      problems.push(`${flagName(name)}: ${rule}`);
    } catch (error) {
      problems.push(`${flagName(name)}: ${rule} (${error instanceof Error ? error.message : String(error)})`);
    }
    return undefined;
  };
  const filters = {
    since: read(
      'since',
      (value) => parseSince(value, now),
      'must be a date that exists and is not in the future (2026-11-23), such an instant, or a number of days such as 14d',
    ),
    minSeconds: read('minDuration', parseDuration, 'must be a duration such as 90s, 10m, 1h30m or 1:30:00'),
    maxSeconds: read('maxDuration', parseDuration, 'must be a duration such as 90s, 10m, 1h30m or 1:30:00'),
    match: read('match', parsePattern, 'must be a regular expression, such as "council|budget"'),
    shorts: flags.shorts === true,
    live: flags.live !== false,
  };
  const { minSeconds = 0, maxSeconds = Number.POSITIVE_INFINITY } = filters;
  if (minSeconds > maxSeconds) problems.push('--min-duration: must not be above --max-duration');
  const [limit, maxVideos] = (['limit', 'maxVideos'] as const).map((name) =>
    read(name, parseCount, 'must be a whole number above 0'),
  );
  const webhook = read(
    'webhook',
    parseWebhook,
    `(or COPYDESK_WEBHOOK) must be an http or https address, and ${NO_USER}`,
  );
  const onEnd = read(
    'onEnd',
    (value) => (splitWords(value)?.[0] ? value : undefined),
    'must name a program, and close its quotation marks',
  );
  const report = read('report', parseReport, 'must be a file in a folder that exists');
  if (problems.length > 0)
    throw new ConfigError(
      'CONFIG_INVALID',
      `The flags cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  return {
    filters,
    order: flags.newestFirst === true ? 'newest' : flags.oldestFirst === true ? 'oldest' : 'listed',
    ...(limit === undefined ? {} : { limit }),
    ...(maxVideos === undefined ? {} : { maxVideos }),
    retryFailed: flags.retryFailed === true,
    refresh: flags.refresh === true,
    membersOnly: flags.membersOnly === true,
    rescan: flags.rescan === true,
    ...(report === undefined ? {} : { report }),
    ...(onEnd === undefined ? {} : { onEnd }),
    ...(webhook === undefined ? {} : { webhook }),
  };
}

const DAY_MS = 86_400_000;
/** Where the day begins first it does so 14 hours before it does in UTC. */
const EARLIEST_ZONE_MS = 14 * 3_600_000;

function parseSince(text: string, now: Date): string | undefined {
  const days = /^(\d{1,5})d$/u.exec(text)?.[1];
  if (days !== undefined) return new Date(now.getTime() - Number(days) * DAY_MS).toISOString().slice(0, 10);
  const date = parseIsoDate(text);
  return date && date.time <= now.getTime() + EARLIEST_ZONE_MS ? date.text : undefined;
}

/** Seconds. */
function parseDuration(text: string): number | undefined {
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/u.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3]);
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/u.exec(text);
  if (!parts || text === '') return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return hours * 3_600 + minutes * 60 + seconds;
}

/** @throws {SyntaxError} that says what is wrong with it */
function parsePattern(text: string): RegExp {
  return new RegExp(text, 'iu');
}

function parseCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined;
}

function parseWebhook(text: string): string | undefined {
  const url = URL.parse(text);
  return url && /^https?:$/u.test(url.protocol) && hasNoUser(text) ? url.href : undefined;
}

function parseReport(file: string): string | undefined {
  const isFolder = (path: string): boolean =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  try {
    return isFolder(dirname(resolve(file))) && !isFolder(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
