import type { Metadata, Transcript, Unit } from '../../transcript/index.ts';

/** A description can be an essay of links; the names are at its top. */
const LONGEST_DESCRIPTION = 1_500;

/**
 * The source as the model reads it: what the video says about itself, then its numbered units.
 * Byte-identical for every stage, so that a server's prompt cache can serve it. `fence` marks it as data.
 */
export function renderSource(transcript: Transcript, fence: (text: string) => string): string {
  return fence(
    [renderMetadata(transcript.metadata), '', 'Transcript:', ...transcript.units.map(renderUnit)].join('\n'),
  );
}

/** `[12] words`, `[12] >> words` where an unnamed person begins, `[12] NAME: words` where a named one does. */
export function renderUnit(unit: Unit): string {
  const speaker = unit.speakers?.join(', ');
  const mark = speaker ? `${speaker}: ` : unit.turn ? '>> ' : '';
  return `[${unit.id}] ${mark}${unit.text}`;
}

function renderMetadata(metadata: Metadata): string {
  const lines = [`Title: ${metadata.title}`];
  if (metadata.channel) lines.push(`Channel: ${metadata.channel.name}`);
  if (metadata.publishedAt) lines.push(`Published: ${metadata.publishedAt.slice(0, 10)}`);
  if (metadata.description) lines.push('Description:', metadata.description.slice(0, LONGEST_DESCRIPTION));
  if (metadata.chapters) {
    lines.push('Chapters:', ...metadata.chapters.map(({ start, title }) => `${clock(start)} ${title}`));
  }
  return lines.join('\n');
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
