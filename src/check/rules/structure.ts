import { type Article, measureReadTime } from '../../article/index.ts';
import { type Metadata, parseVideoLink } from '../../transcript/index.ts';
import type { Evidence } from '../evidence.ts';
import type { Found, Rule } from '../rule.ts';

const readTimeRule: Rule = {
  id: 'S07',
  severity: 'error',
  title: 'The read time is that of the text',
  reason: 'A figure on the page that nobody recomputed after editing is wrong.',
  needs: ['article'],
  *checkArticle({ copy: { article } }) {
    if (!article) return;
    const { wordsPerMinute } = article.readTime;
    const right = measureReadTime(article, wordsPerMinute);
    if (right.words === article.readTime.words && right.minutes === article.readTime.minutes) return;
    yield {
      path: '/readTime',
      message: `says ${article.readTime.words} words and ${article.readTime.minutes} min, the text has ${right.words} and ${right.minutes}`,
      fix: JSON.stringify(right),
    };
  },
};

type Source = Partial<Metadata>;

/** What article and transcript both say of the source, in words that can be compared. */
const SOURCE_FACTS: readonly {
  readonly name: keyof Source & keyof Article['source'];
  /** Of a fact that is more than a text, what is shown and compared. */
  readonly path: string;
  readonly read: (source: Source) => string | undefined;
  readonly isSame: (first: string, second: string) => boolean;
}[] = [
  // What a file is called is no title.
  {
    name: 'title',
    path: '/source/title',
    read: ({ title, isUntitled }) => (isUntitled ? undefined : title),
    isSame,
  },
  { name: 'url', path: '/source/url', read: ({ url }) => url, isSame: isSameLink },
  { name: 'videoId', path: '/source/videoId', read: ({ videoId }) => videoId, isSame },
  { name: 'channel', path: '/source/channel/name', read: ({ channel }) => channel?.name, isSame },
  {
    name: 'publishedAt',
    path: '/source/publishedAt',
    read: ({ publishedAt }) => publishedAt,
    isSame: isSameTime,
  },
];

/** Seconds. Formats of captions round a time to hundredths; a quotation's may have been set by ear. */
const TOLERANCE = { unit: 0.05, quote: 0.5 } as const;

const sourceRule: Rule = {
  id: 'S09',
  severity: 'error',
  title: 'Source, units and times of the article are those of the transcript',
  reason:
    'Without the source nobody can check, credit or correct; with another transcript the citations mean nothing.',
  example: 'A publication date, a channel or the time of a unit that differs from the transcript’s.',
  needs: ['article', 'transcript'],
  *checkArticle({ copy: { article }, evidence }) {
    if (!article) return;
    if (article.source.transcript.sha256 === evidence.sha256) yield* compareUnits(article, evidence);
    else
      yield {
        path: '/source/transcript/sha256',
        message:
          'the article was written from another transcript than this one: pass the one it was written from with --transcript',
      };
    yield* compareFacts(article.source, evidence.metadata);
  },
};

/** Only within one transcript does a unit's id mean the same words. */
function* compareUnits({ units, quotes }: Article, evidence: Evidence): Iterable<Found> {
  for (const [index, unit] of units.entries()) {
    const known = evidence.unit(unit.id);
    if (known?.text !== unit.text)
      yield { path: `/units/${index}/text`, message: `is not what unit ${unit.id} of the transcript says` };
    for (const edge of ['start', 'end'] as const)
      if (isApart(unit[edge], known?.[edge], TOLERANCE.unit))
        yield {
          path: `/units/${index}/${edge}`,
          message: `is not the ${edge} of unit ${unit.id} in the transcript (${known?.[edge]})`,
          fix: String(known?.[edge]),
        };
  }
  for (const [index, { start, units: ids }] of quotes.entries()) {
    const first = evidence.unit(ids[0] ?? -1);
    if (isApart(start, first?.start, TOLERANCE.quote))
      yield {
        path: `/quotes/${index}/start`,
        message: `is not the start of unit ${first?.id}, the first the quotation comes from (${first?.start})`,
        fix: String(first?.start),
      };
  }
}

function isApart(time: number | undefined, other: number | undefined, tolerance: number): boolean {
  return time !== undefined && other !== undefined && Math.abs(time - other) > tolerance;
}

function* compareFacts(source: Article['source'], metadata: Source): Iterable<Found> {
  for (const { name, path, read, isSame: isSameFact } of SOURCE_FACTS) {
    const [own, known] = [read(source), read(metadata)];
    if (own === undefined) {
      if (known !== undefined)
        yield { path: `/source/${name}`, message: `${name} is known to the transcript and missing here` };
      else if (name !== 'title')
        yield { severity: 'info', path: `/source/${name}`, message: `${name} is not known` };
    } else if (known !== undefined && !isSameFact(own, known))
      yield { path, message: `is not what the transcript has: ${known}`, fix: JSON.stringify(known) };
  }
}

function isSame(first: string, second: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return plain(first) === plain(second);
}

/** One video has many links. */
function isSameLink(first: string, second: string): boolean {
  const id = videoOf(first);
  return isSame(first, second) || (id !== undefined && id === videoOf(second));
}

function videoOf(link: string): string | undefined {
  try {
    return parseVideoLink(link)?.id;
  } catch {
    // A link to a channel or a playlist, which is no single video.
    return undefined;
  }
}

/** A date, or an instant of that date. */
function isSameTime(first: string, second: string): boolean {
  if (!first.includes('T') || !second.includes('T')) return first.slice(0, 10) === second.slice(0, 10);
  return first === second || Date.parse(first) === Date.parse(second);
}

const datelineRule: Rule = {
  id: 'S06',
  severity: 'error',
  title: 'The place of a dateline is named in the units it cites, or vouched for by an editor',
  reason: 'A dateline says that somebody was there.',
  needs: [],
  *checkArticle({ copy: { dateline, article }, evidence }) {
    if (!dateline || dateline.basis === 'editor') return;
    const cites = dateline.basis === 'evidence' ? (article?.dateline?.cites ?? []) : [];
    const cited = cites.map((id) => evidence.unit(id) ?? article?.units.find((unit) => unit.id === id));
    if (cited.some((unit) => unit && holds(unit.text, dateline.place))) return;
    const at = dateline.sentence?.at;
    const start = at?.[0];
    const end = at?.at(-1);
    yield {
      ...(start === undefined || end === undefined
        ? { path: '/dateline' }
        : { path: '', start, end: end + 1 }),
      message:
        cites.length === 0
          ? `${dateline.place} rests on no unit and on no editor`
          : `${dateline.place} is not named in the units it cites`,
      ...(cited[0] ? { evidence: cited[0].text } : {}),
    };
  },
};

function holds(text: string, place: string): boolean {
  const plain = (words: string): string => words.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
  return plain(place) !== '' && plain(text).includes(plain(place));
}

export const STRUCTURE_RULES: readonly Rule[] = [datelineRule, readTimeRule, sourceRule];
