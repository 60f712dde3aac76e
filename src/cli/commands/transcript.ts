import { printTranscript, type TranscriptPrint } from '../../transcript/index.ts';
import { acquire } from '../acquire.ts';
import type { Context } from '../context.ts';
import { loadSettings } from '../load-settings.ts';
import { openYouTube } from '../youtube.ts';

/** `copydesk transcript`: what copydesk reads in a source, before anything is written. */
export async function runTranscript(
  source: string,
  flags: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<number> {
  const config = await loadSettings(flags, context);
  const youtube = openYouTube(config, {
    context,
    note: (line) => {
      if (!config.quiet) context.io.stderr(`${line}\n`);
    },
  });
  const { transcript } = await acquire(source, { flags, context, youtube });
  if (!config.quiet) for (const warning of transcript.warnings) context.io.stderr(`Note: ${warning}\n`);
  context.io.stdout(printTranscript(transcript, flags.print as TranscriptPrint));
  return 0;
}
