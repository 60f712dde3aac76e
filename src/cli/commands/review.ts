import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createPolicy } from '../../check/index.ts';
import type { Config } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import { createLogger, type Logger } from '../../logger.ts';
import type { Writer } from '../../write/index.ts';
import { chooseWriter } from '../choose-writer.ts';
import type { Context } from '../context.ts';
import { decideWriter } from '../decide-writer.ts';
import { readGlossary } from '../glossary.ts';
import { loadSettings } from '../load-settings.ts';
import { reportError } from '../report-error.ts';

/** `copydesk review`: serves the desk until it is interrupted. The one line on stdout is the link that lets a reviewer in. */
export async function runReview(
  folder: string | undefined,
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const config = await loadSettings(flags, context);
  const out = resolve(folder ?? config.out);
  await refuseNoFolder(folder ?? config.out);
  const policy = createPolicy(config);
  const glossary = await readGlossary(config.glossary);
  const [{ serveDesk }, { createDraftFolder }] = await Promise.all([
    import('../../review/index.ts'),
    import('../../store/index.ts'),
  ]);
  const level = config.debug ? 'debug' : config.logLevel;
  const log = await createLogger({ destination: { write: context.io.stderr }, level });
  const reviewer = typeof flags.reviewer === 'string' ? flags.reviewer.trim() : '';
  const desk = {
    drafts: createDraftFolder(out, { now: context.now }),
    policy,
    now: context.now,
    glossary,
    writer: createWriter({ ...config, out }, { glossary, context, log }),
    signal: context.signal,
    ...(reviewer === '' ? {} : { reviewer }),
  };
  // The first reading of a large folder takes seconds; nobody has to wait for it once the page is open.
  void desk.drafts.list().catch(() => undefined);
  const running = await serve(Number(flags.port ?? 0), (port) =>
    serveDesk(desk, {
      port,
      onError: (error) => context.io.stderr(reportError(error, { debug: config.debug }).text),
    }),
  );
  context.io.stdout(`${running.url}\n`);
  if (!config.quiet)
    context.io.stderr('Open the link in a browser. Ctrl-C ends the desk; every decision is on disk.\n');
  if (!context.signal.aborted) await once(context.signal, 'abort');
  await running.close();
  return 0;
}

async function refuseNoFolder(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined);
  if (stats?.isDirectory()) return;
  throw new ConfigError('CONFIG_INVALID', `There is no folder ${folder}`, {
    likelyCause: 'Nothing was written yet, or the articles are in another folder.',
    remedy: 'Write an article first (copydesk write SOURCE), or name the folder: copydesk review FOLDER',
  });
}

async function serve<Running>(port: number, start: (port: number) => Promise<Running>): Promise<Running> {
  try {
    return await start(port);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause;
    throw new ConfigError('CONFIG_INVALID', `--port: ${port} cannot be used on 127.0.0.1`, {
      cause,
      likelyCause:
        code === 'EACCES'
          ? 'Ports below 1024 are for the system.'
          : 'Another program listens there, perhaps another desk.',
      remedy: 'Choose another port, or 0 for any that is free.',
    });
  }
}

/** The writer for other words: decided when somebody first asks for some, so that a desk without a model starts all the same. */
function createWriter(
  config: Config,
  {
    glossary,
    context,
    log,
  }: { readonly glossary: readonly string[]; readonly context: Context; readonly log: Logger },
): () => Promise<Writer> {
  let chosen: Promise<Writer> | undefined;
  const choose = async (): Promise<Writer> => {
    const decision = await decideWriter(config, { signal: context.signal });
    const { writerFor } = await chooseWriter(decision, {
      config,
      glossary,
      signal: context.signal,
      onRetry: () => undefined,
      onLongWait: () => undefined,
    });
    return writerFor((call) => log.info({ call }, 'call-end'));
  };
  return () => {
    chosen ??= choose().catch((error: unknown) => {
      chosen = undefined;
      throw error;
    });
    return chosen;
  };
}
