import type { Metadata, Transcript, Unit } from '../../transcript/index.ts';

/** A description can be an essay of links; the names are at its top. */
const LONGEST_DESCRIPTION = 1_500;

/**
 * The source as the model reads it: what the video says about itself, then its numbered units.
 * Byte-identical for every stage that reads the whole, so that a server's prompt cache can serve it. `fence` marks it as data.
 * Units of `context` are shown before it, to be read and not used.
 */
export function renderSource(
  transcript: Pick<Transcript, 'units' | 'metadata'>,
  fence: (text: string) => string,
  context: readonly Unit[] = [],
): string {
  const before = context.length > 0 ? ['Before it (context only):', ...renderUnits(context), ''] : [];
  return fence(
    [
      renderMetadata(transcript.metadata),
      '',
      ...before,
      'Transcript:',
      ...renderUnits(transcript.units),
    ].join('\n'),
  );
}

/**
 * `[12] words`, `[12] >> words` where an unnamed person begins, `[12] NAME: words` where a named one does. Who goes on is not named
 * again, unless units were left out before.
 */
export function renderUnits(units: readonly Unit[]): string[] {
  return units.flatMap((unit, index) => {
    const previous = units[index - 1];
    const isNext = previous?.id === unit.id - 1;
    const speaker = unit.speakers?.join(', ');
    const goesOn = isNext && unit.turn !== true && previous.speakers?.join(', ') === speaker;
    const mark = speaker && !goesOn ? `${speaker}: ` : unit.turn && !speaker ? '>> ' : '';
    const line = `[${unit.id}] ${mark}${unit.text}`;
    return previous && !isNext ? ['[…]', line] : [line];
  });
}

export function renderMetadata(metadata: Metadata, glossary: readonly string[] = []): string {
  const lines = [`Title: ${metadata.title}`];
  if (metadata.channel) lines.push(`Channel: ${metadata.channel.name}`);
  if (metadata.publishedAt) lines.push(`Published: ${metadata.publishedAt.slice(0, 10)}`);
  if (metadata.description) lines.push('Description:', metadata.description.slice(0, LONGEST_DESCRIPTION));
  if (metadata.chapters) {
    lines.push('Chapters:', ...metadata.chapters.map(({ start, title }) => `${clock(start)} ${title}`));
  }
  if (glossary.length > 0) lines.push(`Spellings to keep: ${glossary.join(', ')}`);
  return lines.join('\n');
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
