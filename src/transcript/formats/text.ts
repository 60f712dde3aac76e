import { decodeHTMLStrict } from 'entities';
import { cleanFact } from '../facts.ts';
import { LIMITS, refuseAbove } from '../limits.ts';
import type { Metadata } from '../schema.ts';
import { isPlausibleLabel } from '../speaker-labels.ts';
import type { RawCue } from '../timed-text.ts';
import { isVideoId } from '../youtube/index.ts';
import type { Found } from './found.ts';
import { readHead } from './front-matter.ts';
import { looksLikeMarkdown, stripMarkdown } from './markdown.ts';
import { findLineForms, readTextLine, type TextLine } from './text-lines.ts';

const HEADING = /^#{1,6}[ \t]+(\S.*)$/u;
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_] ){2,8}[-*_])$/u;

interface Block {
  lines: string[];
  start?: number;
  end?: number;
  speaker?: string;
}

/**
 * Parses plain text, text with times, and Markdown transcripts. A paragraph, a time or a name begins a new cue; headings are not
 * spoken and are left out, but the first may be the title and those that end in a colon or return are speakers.
 */
export function parseText(text: string): Found {
  const { body, metadata, language, warnings } = readHead(text);
  const isMarkdown = body !== text || looksLikeMarkdown(body);
  const lines = body.split('\n');
  const { blocks, title, videoId } = readBlocks(lines, isMarkdown);
  const known: Partial<Metadata> = {
    ...(title === undefined ? {} : { title }),
    ...(videoId === undefined ? {} : { videoId, url: `https://www.youtube.com/watch?v=${videoId}` }),
    ...metadata,
  };
  return {
    format: isMarkdown ? 'markdown' : 'text',
    cues: blocks.map((block) => toRawCue(block, isMarkdown)),
    kind: 'unknown',
    ...(language === undefined ? {} : { language }),
    metadata: known,
    warnings,
    isCaptions: false,
  };
}

interface Blocks {
  readonly blocks: readonly Block[];
  readonly title?: string;
  readonly videoId?: string;
}

function readBlocks(lines: readonly string[], isMarkdown: boolean): Blocks {
  const forms = findLineForms(lines);
  const speakers = isMarkdown ? speakingHeadings(lines) : new Set<string>();
  const blocks: Block[] = [];
  let block: Block = { lines: [] };
  let title: string | undefined;
  let link: string | undefined;
  const close = () => {
    if (block.lines.length === 0) return;
    blocks.push(block);
    refuseAbove(LIMITS.cues, blocks.length, 'paragraphs');
    block = { lines: [] };
  };
  for (const line of lines) {
    const heading = isMarkdown ? headingOf(line) : undefined;
    if (heading !== undefined) {
      close();
      if (speakers.has(heading)) block.speaker = withoutColon(heading);
      else if (blocks.length === 0) title ??= cleanFact(plainText(heading, isMarkdown));
    } else if (line.trim() === '' || RULE.test(line.trim())) {
      close();
    } else {
      const read = readTextLine(line, forms);
      link ??= read.link;
      if (read.start !== undefined || read.speaker !== undefined) {
        close();
        block = { ...block, ...factsOf(read) };
      }
      if (read.text.trim() !== '') block.lines.push(read.text);
    }
  }
  close();
  const videoId = /(?:[?&]v=|youtu\.be\/)([\w-]{11})(?![\w-])/u.exec(link ?? '')?.[1];
  return {
    blocks,
    ...(title === undefined ? {} : { title }),
    ...(videoId !== undefined && isVideoId(videoId) ? { videoId } : {}),
  };
}

function factsOf({ start, end, speaker }: TextLine): Partial<Block> {
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** Headings that name who speaks: they end in a colon, or come back. */
function speakingHeadings(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  const speakers = [...counts].filter(
    ([heading, count]) =>
      (withoutColon(heading) !== heading || count > 1) && isPlausibleLabel(withoutColon(heading)),
  );
  return new Set(speakers.map(([heading]) => heading));
}

/** The text of a heading, without the marks that may close it. */
function headingOf(line: string): string | undefined {
  const heading = HEADING.exec(line)?.[1]?.trim();
  return heading === undefined || !heading.endsWith('#')
    ? heading
    : heading.replace(/(?<=\s)#{1,6}$/u, '').trim();
}

function withoutColon(heading: string): string {
  return heading.replace(/\s?[:：]$/u, '');
}

function toRawCue({ lines, speaker, ...times }: Block, isMarkdown: boolean): RawCue {
  const cue = { text: plainText(lines.join('\n'), isMarkdown), marks: [], ...times };
  return speaker === undefined ? cue : { ...cue, speaker: plainText(speaker, isMarkdown) };
}

function plainText(text: string, isMarkdown: boolean): string {
  return decodeHTMLStrict(isMarkdown ? stripMarkdown(text) : text);
}
