import { type Article, formatClock } from '../article/index.ts';
import { findNames, primarySubtag, readFigures } from '../text/index.ts';
import type { Unit } from '../transcript/index.ts';
import { countSpelling } from './edit/fix-everywhere.ts';
import { readTargets } from './edit/targets.ts';
import type { Examination } from './examine.ts';

/** A name or number of the article, and where its spelling comes from. */
export interface Mention {
  readonly text: string;
  readonly kind: 'name' | 'number';
  /** Texts of the article that it stands in. */
  readonly targets: readonly string[];
  readonly count: number;
  /** What vouches for the spelling, strongest first. Empty: nothing does. */
  readonly origins: readonly string[];
  /** The first unit that has it, to listen to. */
  readonly unit?: Unit;
  /** Only captions that a machine made vouch for it, or nothing does. */
  readonly isDoubtful: boolean;
}

const SHORTEST_NAME = 2;

const listed = new WeakMap<Article, { readonly vouched: string; readonly mentions: readonly Mention[] }>();

/** Every name and figure that the article prints, doubtful ones first. Found once for each wording. */
export function listMentions(examination: Examination): readonly Mention[] {
  const { article } = examination.draft;
  const vouched = examination.grounds.glossary.join('\n');
  const known = listed.get(article);
  if (known?.vouched === vouched) return known.mentions;
  const mentions = findMentions(examination);
  listed.set(article, { vouched, mentions });
  return mentions;
}

function findMentions(examination: Examination): Mention[] {
  const { article } = examination.draft;
  const found = new Map<string, { kind: Mention['kind']; targets: Set<string>; count: number }>();
  for (const [target, text] of readTargets(article)) {
    for (const { name, kind } of mentionsIn(text, article.language)) {
      const entry = found.get(name) ?? { kind, targets: new Set(), count: 0 };
      entry.targets.add(target);
      entry.count++;
      found.set(name, entry);
    }
  }
  const vouch = createVouching(examination);
  const isOrdinary = createOrdinary(examination);
  return [...found]
    .filter(([text, { kind }]) => kind === 'number' || !isOrdinary(text))
    .map(
      ([text, { kind, targets, count }]): Mention => ({
        text,
        kind,
        targets: [...targets],
        count,
        ...vouch(text),
      }),
    )
    .sort(
      (first, second) =>
        rank(first) - rank(second) || first.text.localeCompare(second.text, article.language),
    );
}

/** Whether a single word is one that the captions also have in small letters: a heading or a sentence begins with it. */
function createOrdinary({ evidence }: Examination): (text: string) => boolean {
  const said = evidence.units.map(({ text }) => text).join('\n');
  return (text) =>
    !/\s/u.test(text) && /^\p{Lu}\p{Ll}+$/u.test(text) && countSpelling(said, text.toLowerCase()) > 0;
}

function rank({ isDoubtful, kind }: Mention): number {
  return (isDoubtful ? 0 : 2) + (kind === 'name' ? 0 : 1);
}

function mentionsIn(text: string, language: string): { name: string; kind: Mention['kind'] }[] {
  const names = findNames(text, primarySubtag(language))
    // A capital that the place asks for says nothing: the first word of a sentence is seldom a name.
    .filter(({ words }) =>
      words.some(
        ({ certainty, place, isAcronym }) => certainty !== 'possible' || place !== undefined || isAcronym,
      ),
    )
    .map(({ text: name }) => name)
    .filter((name) => name.length >= SHORTEST_NAME);
  const { numbers, dates } = readFigures(text, language);
  const figures = [...numbers.filter(({ isWeak, isFigure }) => isFigure || !isWeak), ...dates]
    .map(({ text: figure }) => figure.trim())
    .filter((figure) => /\p{N}/u.test(figure));
  return [
    ...names.map((name) => ({ name, kind: 'name' as const })),
    ...figures.map((name) => ({ name, kind: 'number' as const })),
  ];
}

type Vouching = Pick<Mention, 'origins' | 'unit' | 'isDoubtful'>;

function createVouching({ draft, evidence, grounds }: Examination): (text: string) => Vouching {
  const { article } = draft;
  const about = describeSource(article, evidence.metadata.description);
  const units = evidence.units.map((unit) => ({ unit, text: fold(unit.text) }));
  const isMachineMade = article.source.transcript.kind !== 'manual';
  return (text) => {
    const folded = fold(text);
    const heard = units.filter((candidate) => countSpelling(candidate.text, folded) > 0);
    const [first] = heard;
    const firm = [
      ...(grounds.glossary.some((spelling) => countSpelling(spelling, text) > 0) ? ['glossary'] : []),
      ...about.flatMap(({ name, content }) => (countSpelling(content, text) > 0 ? [name] : [])),
    ];
    const captions = first ? [`captions, ${heard.length}×${timeOf(first.unit)}`] : [];
    // Countries and capitals have a spelling of their own, whoever says them.
    const isKnownPlace = findNames(text, primarySubtag(article.language)).some(
      ({ text: name, words }) => name === text && words.every(({ place }) => place !== undefined),
    );
    if (isKnownPlace) firm.push('known place');
    const speaker = article.speakers.find(({ name }) => countSpelling(name, text) > 0);
    return {
      origins: [...firm, ...captions, ...(speaker ? [`speaker register (${speaker.basis})`] : [])],
      ...(first ? { unit: first.unit } : {}),
      isDoubtful: firm.length === 0 && (isMachineMade || heard.length === 0),
    };
  };
}

function timeOf({ start }: Unit): string {
  return start === undefined ? '' : `, first at ${formatClock(start)}`;
}

function describeSource({ source }: Article, description = ''): { name: string; content: string }[] {
  const { title, show = '', channel } = source;
  return [
    { name: 'title of the video', content: title },
    { name: 'show', content: show },
    { name: 'channel', content: channel?.name ?? '' },
    { name: 'description of the video', content: description },
  ].filter(({ content }) => content !== '');
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[’]/gu, "'");
}
