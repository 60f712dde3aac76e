import { z } from 'zod';
import { ConfigError } from './errors.ts';

const text = z.string().trim().min(1);
/** A number, or the text of one: flags and variables arrive as text. */
const amount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(z.number().nonnegative());
const positive = amount.pipe(z.number().positive());
const count = amount.pipe(z.int().positive());
const toggle = z.union([
  z.boolean(),
  z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true'),
]);

/** What an address has before the @ is a secret, and addresses are named in errors and reports. */
export const NO_USER = 'must have no user and no password in it';
export function hasNoUser(address: string): boolean {
  const url = URL.parse(address);
  return url === null || (url.username === '' && url.password === '');
}

/** A severity for each of some rules; `off` leaves a rule out. Which rules there are is known to the check room. */
const ruleSettings = z.record(z.string(), z.enum(['error', 'warning', 'info', 'off']));
/** US dollars for a million tokens. */
const price = z.strictObject({
  input: z.number().nonnegative(),
  output: z.number().nonnegative(),
  /** @default the price of other input */
  cachedInput: z.number().nonnegative().optional(),
});
/** A finding that somebody answers for. */
const waiver = z.strictObject({
  rule: text,
  /** Source id of the article, or the name of the text file. @default any */
  article: text.optional(),
  /** Words of the sentence. @default any */
  text: text.optional(),
  reason: text,
  by: text,
});

interface Setting<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** Environment variable that sets it. */
  readonly variable?: string;
  /** Set by flag and environment only: a secret or a matter of one run has no place in a file that is shared. */
  readonly isPrivate?: boolean;
}

function setting<Schema extends z.ZodType>(
  schema: Schema,
  more: Omit<Setting<Schema>, 'schema'> = {},
): Setting<Schema> {
  return { schema, ...more };
}

/** Every setting in one place: flag (camelCase), variable, bounds and default. */
const SETTINGS = {
  out: setting(text.default('articles')),
  /** `auto`: a model when a key or an address is set, else extractive. */
  writer: setting(z.enum(['auto', 'model', 'extractive']).default('auto')),
  model: setting(text.optional(), { variable: 'COPYDESK_MODEL' }),
  language: setting(text.optional()),
  style: setting(
    z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .default('news'),
  ),
  length: setting(z.enum(['short', 'medium']).default('medium')),
  /** A file of spellings, one a line. */
  glossary: setting(text.optional()),
  dateline: setting(text.optional()),
  prompts: setting(text.optional()),
  /** Seconds for one model call, retries included. */
  timeout: setting(positive.default(300)),
  /** Whether the model reads every sentence once more, beside the units it rests on. */
  verify: setting(toggle.default(true)),
  /** US dollars that all calls of one run may cost. */
  maxCost: setting(positive.optional()),
  /** By the name of the model; `*` stands for every other model. */
  prices: setting(z.record(z.string().min(1), price).default({})),
  /** Words a transcript must have before anything is written. */
  minWords: setting(count.default(150)),
  concurrency: setting(count.pipe(z.int().max(256)).default(8)),
  /** Requests and tokens a minute that the account allows. */
  rpm: setting(positive.optional(), { variable: 'COPYDESK_RPM' }),
  tpm: setting(positive.optional(), { variable: 'COPYDESK_TPM' }),
  cacheDir: setting(text.optional(), { variable: 'COPYDESK_CACHE_DIR' }),
  baseURL: setting(
    z
      .url({ protocol: /^https?$/ })
      .refine(hasNoUser, NO_USER)
      .optional(),
    { variable: 'OPENAI_BASE_URL' },
  ),
  apiKey: setting(text.optional(), { variable: 'OPENAI_API_KEY', isPrivate: true }),
  /** Told when a batch has ended. Such an address is a secret. */
  webhook: setting(text.optional(), { variable: 'COPYDESK_WEBHOOK', isPrivate: true }),
  /** Look for a model server on this machine when neither key nor address is set. */
  local: setting(toggle.default(false), { variable: 'COPYDESK_LOCAL' }),
  /** For tests: where YouTube is, honoured only for a loopback address. */
  youtubeOrigin: setting(text.optional(), { variable: 'COPYDESK_YOUTUBE_ORIGIN', isPrivate: true }),
  /** A list of YouTube clients in place of the bundled one. */
  youtubeClients: setting(text.optional(), { variable: 'COPYDESK_YOUTUBE_CLIENTS' }),
  /** Netscape cookie file, handed to yt-dlp alone. */
  youtubeCookies: setting(text.optional(), { variable: 'COPYDESK_YOUTUBE_COOKIES', isPrivate: true }),
  /** The yt-dlp program, or `off`. @default yt-dlp on the PATH */
  ytDlp: setting(text.optional(), { variable: 'COPYDESK_YT_DLP' }),
  /** Ask YouTube also for what the cache knows. */
  refresh: setting(toggle.default(false), { isPrivate: true }),
  replay: setting(text.optional(), { isPrivate: true }),
  record: setting(text.optional(), { isPrivate: true }),
  strict: setting(toggle.default(false)),
  rules: setting(ruleSettings.default({})),
  profiles: setting(z.record(z.string(), ruleSettings).default({})),
  /** Which of `profiles` holds. */
  profile: setting(text.optional()),
  waivers: setting(z.array(waiver).default([])),
  logLevel: setting(z.enum(['silent', 'warn', 'info', 'debug']).default('warn'), {
    variable: 'COPYDESK_LOG',
  }),
  debug: setting(toggle.default(false), { isPrivate: true }),
  quiet: setting(toggle.default(false), { isPrivate: true }),
} as const;

type SettingName = keyof typeof SETTINGS;
export type Config = { readonly [Name in SettingName]: z.infer<(typeof SETTINGS)[Name]['schema']> };

/** Name and environment variable of every setting, for documentation and `doctor`. */
export const SETTING_NAMES: readonly {
  readonly name: SettingName;
  readonly variable?: string;
  readonly inFile: boolean;
}[] = (Object.keys(SETTINGS) as SettingName[]).map((name) => {
  const { variable, isPrivate }: Setting<z.ZodType> = SETTINGS[name];
  return { name, ...(variable === undefined ? {} : { variable }), inFile: !isPrivate };
});

export interface ConfigSources {
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The settings file's content, and its path for messages. */
  readonly file?: { readonly path: string; readonly settings: unknown };
}

/**
 * Flag over variable over file over default. All problems are reported at once, by name and never by value:
 * a mistyped key may be a secret.
 * @throws {ConfigError} CONFIG_INVALID
 */
export function loadConfig({ flags, env, file }: ConfigSources): Config {
  const problems: string[] = [];
  const settings = readFileSettings(file, problems);
  const config: Record<string, unknown> = {};
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const { schema, variable }: Setting<z.ZodType> = SETTINGS[name];
    const fromVariable = variable === undefined ? undefined : env[variable] || undefined;
    const [origin, value] =
      flags[name] !== undefined
        ? [flagName(name), flags[name]]
        : fromVariable !== undefined
          ? [variable, fromVariable]
          : [`${name} in ${file?.path ?? 'the settings file'}`, settings[name]];
    const result = schema.safeParse(value);
    if (result.success) config[name] = result.data;
    else problems.push(`${origin}: ${[...new Set(result.error.issues.map(describeIssue))].join(', ')}`);
  }
  if (problems.length > 0)
    throw new ConfigError(
      'CONFIG_INVALID',
      `The settings cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  return config as Config;
}

function readFileSettings(file: ConfigSources['file'], problems: string[]): Record<string, unknown> {
  if (file === undefined) return {};
  const result = z.record(z.string(), z.unknown()).safeParse(file.settings);
  if (!result.success) {
    problems.push(`${file.path}: is not a JSON object`);
    return {};
  }
  for (const key of Object.keys(result.data)) {
    const known = SETTING_NAMES.find(({ name }) => name === key);
    if (!known)
      problems.push(
        `${key} in ${file.path}: is not a setting (there are ${SETTING_NAMES.filter(({ inFile }) => inFile)
          .map(({ name }) => name)
          .join(', ')})`,
      );
    else if (!known.inFile)
      problems.push(
        `${key} in ${file.path}: may not stand in a file; set ${known.variable ?? flagName(known.name)}`,
      );
  }
  return result.data;
}

export function flagName(name: string): string {
  return `--${name.replace(/URL$/u, 'Url').replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.length > 0 ? `${issue.path.join('.')} ` : '';
  if (issue.code === 'invalid_value') return `${place}must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return 'has the wrong form (expected a number)';
  return `${place}${place === '' ? issue.message : `(${issue.message})`}`;
}
