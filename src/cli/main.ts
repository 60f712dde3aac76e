import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Context } from './context.ts';
import { reportError } from './report-error.ts';
import { readVersion } from './version.ts';

type Flags = Record<string, unknown>;

const EXIT_CODES = `
Exit codes:
  0  written (findings may stand)
  1  failed for good, or an error stands for check and --strict
  2  usage, configuration, wrong key, unreadable input
  3  refused: no captions, empty, too short, not a transcript
  4  temporary: network, blocked, rate limit, time-out, --max-cost reached; run the same command again
  130  interrupted`;

const CHECK_EXIT_CODES = `
Exit codes:
  0  no error stands
  1  an error stands
  2  usage, configuration, unreadable input`;

/** Runs one command line and returns its exit code. Commands are loaded when they run, so that --help stays quick. */
export async function main(context: Context): Promise<number> {
  let exitCode = 0;
  const program = createProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...context.argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has already said what is wrong with the command line.
    if (error instanceof CommanderError) {
      if (error.code === 'commander.unknownOption') context.io.stderr(explainDash(context.argv));
      return error.exitCode === 0 ? 0 : 2;
    }
    const reported = reportError(error, { debug: context.argv.includes('--debug') });
    context.io.stderr(reported.text);
    return reported.exitCode;
  }
}

/** Every thirtieth video id begins with a dash, and then looks like an option. */
function explainDash(argv: readonly string[]): string {
  const id = argv.find((argument) => /^-[A-Za-z0-9_][A-Za-z0-9_-]{9}$/.test(argument));
  if (id === undefined) return '';
  return `If ${id} is a video id, write it as a link: https://youtu.be/${id}\n`;
}

function createProgram(context: Context, exit: (code: number) => void): Command {
  const program = new Command('copydesk')
    .description(
      'Turns a YouTube transcript into a structured news article in which every sentence can be played back.',
    )
    .version(readVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: context.io.stdout, writeErr: context.io.stderr })
    .showHelpAfterError('(copydesk --help shows what there is)')
    .addHelpText('after', EXIT_CODES);
  addWrite(program, context, exit);
  addBatch(program, context, exit);
  addForget(program, context, exit);
  addTranscript(program, context, exit);
  addList(program, context, exit);
  addCheck(program, context, exit);
  addRender(program, context, exit);
  addReview(program, context, exit);
  addDoctor(program, context, exit);
  return program;
}

/** Flags that say what a file cannot say about itself. */
function addSourceFlags(command: Command): Command {
  return command
    .option('--title <text>', 'title of the video (files)')
    .option('--show <text>', 'show or series the video belongs to (files)')
    .option('--channel <name>', 'channel or publisher (files)')
    .option('--url <link>', 'link to the video (files); a YouTube link makes every sentence playable')
    .option('--published <date>', 'date or time of publication, RFC 3339 (files)')
    .option('--source-language <tag>', 'language that is spoken, such as en or pt-BR')
    .option('--refresh', 'ask YouTube again also for what it has answered before');
}

function addCommonFlags(command: Command): Command {
  return command
    .option('--config <file>', 'settings file (default: copydesk.json in this folder)')
    .option('--quiet', 'no progress on stderr')
    .option('--debug', 'stack traces and a detailed log on stderr');
}

function addWrite(program: Command, context: Context, exit: (code: number) => void): void {
  const command = program
    .command('write', { isDefault: true })
    .description('write the article of a video, a caption file or a text')
    .argument('<source...>', 'path, YouTube link, video id, or - for standard input');
  addWriterFlags(command)
    .option('--strict', 'exit 1 when the checks find an error')
    .option('--profile <name>', 'severities of the checks: one of the profiles of the settings file')
    .option('--replay <folder>', 'recorded answers only: no network, no key')
    .option('--record <folder>', 'keep the answers of this run for --replay')
    .addOption(
      new Option('--print <format>', 'print the article and nothing else').choices([
        'md',
        'html',
        'txt',
        'json',
      ]),
    )
    .addOption(new Option('--json', 'one line of JSON per source').conflicts('print'));
  addCommonFlags(addSourceFlags(command)).action(async (sources: string[], flags: Flags) => {
    const { runWrite } = await import('./commands/write.ts');
    exit(await runWrite(sources, flags, context));
  });
}

const BATCH_EXIT_CODES = `
A batch ends with the worst of what is new in this run, in the order 130, 2, 1, 4, 3; what was known before counts 0.`;

/** Flags that say who writes and how, for one source and for many. */
function addWriterFlags(command: Command): Command {
  return (
    command
      .option('--out <folder>', 'where article folders go (default: articles)')
      .addOption(
        new Option('--writer <kind>', 'who writes (default: auto, a model when one is configured)').choices([
          'auto',
          'model',
          'extractive',
        ]),
      )
      .option('--model <name>', 'model to ask')
      .option('--language <tag>', 'language of the article (default: that of the source)')
      .option('--style <name>', 'a file of prompts/styles (default: news)')
      .addOption(new Option('--length <length>', 'how long (default: medium)').choices(['short', 'medium']))
      .option('--glossary <file>', 'spellings to keep, one a line; lines that begin with # are comments')
      .option('--dateline <place>', 'place to open with, on your word, or off')
      .option('--prompts <folder>', 'your own prompt files; those it lacks are the bundled ones')
      .option('--timeout <seconds>', 'limit for one model call, retries included (default: 300)')
      .option('--min-words <count>', 'refuse transcripts with fewer words (default: 150)')
      .option('--no-verify', 'leave out the second reading of every sentence by the model')
      // Its own flag, or commander would take the absence of both for a wish.
      .addOption(new Option('--verify').hideHelp())
      .option('--max-cost <dollars>', 'most that all model calls of this run may cost')
      .option('--dry-run', 'say what would be done: calls, tokens, price; nothing is sent')
  );
}

function addBatch(program: Command, context: Context, exit: (code: number) => void): void {
  const command = program
    .command('batch')
    .description('write the articles of many videos; run again, it goes on and pays for nothing twice')
    .argument(
      '<source...>',
      'channel, playlist, list of links and paths, folder, file, link, or - for a list on standard input',
    );
  addWriterFlags(command)
    .option('--concurrency <count>', 'model calls at once (default: 8)')
    .option('--limit <count>', 'look at so many sources of the list, known ones counted')
    .option('--max-videos <count>', 'work on at most so many in this run')
    .option('--since <date>', 'nothing older: a date, or a number of days such as 14d')
    .option('--min-duration <time>', 'nothing shorter: 90s, 10m, 1h30m')
    .option('--max-duration <time>', 'nothing longer')
    .option('--match <pattern>', 'a regular expression that the title must match')
    .option('--shorts', 'shorts of a channel, too')
    .option('--no-live', 'no recorded live streams')
    .option('--members-only', 'videos for members, too, where you have their captions')
    .addOption(new Option('--newest-first', 'newest first').conflicts('oldestFirst'))
    .option('--oldest-first', 'oldest first; the whole list is read before work begins')
    .option('--rescan', 'go through the whole list, also where the last run has seen its end')
    .option('--retry-failed', 'try again what failed or was refused, and do not wait until it is due')
    .option('--refresh', 'write anew what other prompts, another model or other settings wrote')
    .option('--report <file>', 'the report once more: .md, .json or .html')
    .option('--on-end <command>', 'run a command when all is done; COPYDESK_REPORT is the path of the report')
    .option('--webhook <url>', 'send the report as JSON when all is done')
    .option('--strict', 'exit 1 when the checks find an error')
    .option('--profile <name>', 'severities of the checks: one of the profiles of the settings file')
    .option('--json', 'one line of JSON per event')
    .addHelpText('after', BATCH_EXIT_CODES);
  addCommonFlags(command).action(async (sources: string[], flags: Flags) => {
    const { runBatchCommand } = await import('./commands/batch.ts');
    exit(await runBatchCommand(sources, flags, context));
  });
}

function addForget(program: Command, context: Context, exit: (code: number) => void): void {
  addCommonFlags(
    program
      .command('forget')
      .description('remove everything of a video: article, transcript, kept answers, reports')
      .argument('<id...>', 'name of an article folder, or a link')
      .option('--out <folder>', 'where article folders are (default: articles)'),
  ).action(async (ids: string[], flags: Flags) => {
    const { runForget } = await import('./commands/forget.ts');
    exit(await runForget(ids, flags, context));
  });
}

function addTranscript(program: Command, context: Context, exit: (code: number) => void): void {
  const command = program
    .command('transcript')
    .description('print the cleaned transcript of a source')
    .argument('<source>', 'path, YouTube link, video id, or - for standard input')
    .addOption(
      new Option('--print <format>', 'form').choices(['txt', 'json', 'srt', 'vtt', 'md']).default('txt'),
    );
  addCommonFlags(addSourceFlags(command)).action(async (source: string, flags: Flags) => {
    const { runTranscript } = await import('./commands/transcript.ts');
    exit(await runTranscript(source, flags, context));
  });
}

function addList(program: Command, context: Context, exit: (code: number) => void): void {
  const command = program
    .command('list')
    .description('list the videos of a YouTube channel, playlist or feed, one a line')
    .argument('<link>', 'link to a channel, playlist or feed, @handle, or a bare channel or playlist id')
    .option('--limit <n>', 'stop after so many')
    .option('--since <date>', 'leave out what is older for certain, RFC 3339')
    .option('--no-videos', 'leave out ordinary videos')
    .option('--no-live', 'leave out streams that have ended')
    .option('--shorts', 'list shorts too')
    .option('--members', 'list videos for paying members too')
    .option('--unready', 'list what cannot be watched now too: planned, running, private or deleted')
    .option('--refresh', 'look the name of a channel up again')
    .option('--json', 'one line of JSON per video');
  addCommonFlags(command).action(async (link: string, flags: Flags) => {
    const { runList } = await import('./commands/list.ts');
    exit(await runList(link, flags, context));
  });
}

function addCheck(program: Command, context: Context, exit: (code: number) => void): void {
  const command = program
    .command('check')
    .description('check articles and texts against their transcripts')
    .argument('[file...]', 'article.json, a .md or .txt file, or - for standard input')
    .option(
      '--transcript <file>',
      'what they are checked against: a transcript.json, captions or a text (default: transcript.json beside the article)',
    )
    .option('--language <tag>', 'language of a text (default: found out from it)')
    .option('--profile <name>', 'severities: one of the profiles of the settings file')
    .option('--glossary <file>', 'spellings to accept, one a line; lines that begin with # are comments')
    .addOption(
      new Option('--json', 'findings as JSON; an array of them for several files').conflicts('sarif'),
    )
    .option('--sarif', 'findings as SARIF 2.1.0, for code hosts and editors')
    .option('--verbose', 'show infos, and why rules did not run')
    .option('--explain <rule>', 'say what a rule asks for and why, or all')
    .option('--list', 'list the rules')
    .addHelpText('after', CHECK_EXIT_CODES);
  addCommonFlags(command).action(async (files: string[], flags: Flags) => {
    const { runCheck } = await import('./commands/check.ts');
    exit(await runCheck(files, flags, context));
  });
}

function addRender(program: Command, context: Context, exit: (code: number) => void): void {
  program
    .command('render')
    .description('print an article.json in another form')
    .argument('<article.json>')
    .addOption(
      new Option('--to <format>', 'form')
        .choices(['md', 'html', 'txt', 'jsonld', 'hugo', 'astro', 'jekyll'])
        .makeOptionMandatory(),
    )
    .option('--debug', 'stack traces on stderr')
    .action(async (file: string, flags: Flags) => {
      const { runRender } = await import('./commands/render.ts');
      exit(await runRender(file, flags, context));
    });
}

function addReview(program: Command, context: Context, exit: (code: number) => void): void {
  const command = program
    .command('review')
    .description(
      'check drafts in the browser: the riskiest first, each sentence beside the words it rests on',
    )
    .argument('[folder]', 'folder of articles (default: that of --out)')
    .option('--out <folder>', 'where article folders are (default: articles)')
    .addOption(
      new Option('--port <number>', 'port on 127.0.0.1; 0 takes any that is free')
        .default(0)
        .argParser(readPort),
    )
    .option('--reviewer <name>', 'who reviews (default: the page asks)')
    .addOption(
      new Option('--writer <kind>', 'who words sentences anew (default: auto)').choices([
        'auto',
        'model',
        'extractive',
      ]),
    )
    .option('--model <name>', 'model to ask for other words')
    .option('--glossary <file>', 'spellings to accept in every channel, one a line')
    .option('--profile <name>', 'severities of the checks: one of the profiles of the settings file')
    .option('--prompts <folder>', 'your own prompt files; those it lacks are the bundled ones')
    .option('--max-cost <dollars>', 'most that all model calls of this desk may cost');
  addCommonFlags(command).action(async (folder: string | undefined, flags: Flags) => {
    const { runReview } = await import('./commands/review.ts');
    exit(await runReview(folder, flags, context));
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

function addDoctor(program: Command, context: Context, exit: (code: number) => void): void {
  addCommonFlags(
    program.command('doctor').description('say what is configured, reachable and missing, and what to do'),
  )
    .option('--json', 'the same as JSON')
    .action(async (flags: Flags) => {
      const { runDoctor } = await import('./commands/doctor.ts');
      exit(await runDoctor(flags, context));
    });
}
