import type { NameMention } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import type { Evidence } from '../evidence.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { nameIndex } from './names-index.ts';
import { namesIn } from './names-read.ts';
import { findAttributed } from './speakers-attribution.ts';
import { introducedSpeakersRule } from './speakers-introduced.ts';
import { type Labels, labelsOf } from './speakers-labels.ts';

/** Words are given to the person who said them, as far as the captions' labels tell. */
const rightSpeakerRule: Rule = {
  id: 'Q02',
  severity: 'error',
  title: 'Words are given to the person who said them',
  reason: 'A true quotation in the wrong mouth is a false one.',
  example: 'Zelenskyy said ..., where the label of the cited units is PRESIDENT BIDEN.',
  needs: ['units'],
  trustsCitations: true,
  roles: ['sentence', 'keyPoint'],
  *checkArticle({ copy, evidence }) {
    const labels = labelsOf(evidence);
    for (const [index, { speaker, units }] of (copy.article?.quotes ?? []).entries()) {
      const name = nameOf(speaker, copy.article?.speakers ?? evidence.speakers);
      const wrong = name === undefined ? undefined : findWrongField(name, unitsOf(units, evidence), labels);
      if (wrong) yield { path: `/quotes/${index}/speaker`, ...wrong };
    }
  },
  *checkSentence(sentence, context) {
    const { copy, evidence, language } = context;
    const labels = labelsOf(evidence);
    const cited = unitsOf(sentence.cites, evidence);
    const register = copy.article?.speakers ?? evidence.speakers;
    const name = nameOf(sentence.speaker, register);
    const mentions = findAttributed(sentence.own, namesIn(sentence, language), language);
    const named = mentions.map(({ text }) => text);
    const [first] = mentions;
    const place = first ? { start: first.start, end: first.end } : {};
    const wrong = findWrong(named, cited, labels) ?? wrongInQuotation(named, sentence, context, labels);
    if (wrong) yield { ...place, ...wrong };
    else if (mentions.length === 0) yield* findStranger(sentence, context, labels);
    else if (first && name === undefined) yield* findOutsider(first, named, sentence, context);
    const wrongField = name === undefined ? undefined : findWrongField(name, cited, labels);
    if (wrongField && !wrong)
      yield { ...(copy.article ? { path: pathOfSpeaker(sentence) } : {}), ...wrongField };
    if (name !== undefined && !wrong && !wrongField && disagree(name, named, register, labels))
      yield { ...place, message: `the text lets ${named.join(', ')} speak, its field says ${name}` };
  },
};

function unitsOf(ids: readonly number[], evidence: Evidence) {
  return ids.flatMap((id) => evidence.unit(id) ?? []);
}

function nameOf(
  id: string | undefined,
  register: readonly { id: string; name: string }[],
): string | undefined {
  return id === undefined ? undefined : register.find((speaker) => speaker.id === id)?.name;
}

function pathOfSpeaker({ path }: CopySentence): string {
  return path.replace(/\/text$/u, '/speaker');
}

/**
 * Where every cited unit says who speaks and it is none of these. One right name is enough: the others are then people whom the
 * speaker reports; and nothing is known of people whom no label names.
 */
function findWrong(
  names: readonly string[],
  units: Parameters<Labels['of']>[0],
  labels: Labels,
): Pick<Found, 'message' | 'evidence'> | undefined {
  const said = labels.of(units);
  const resolved = names.map((name) => ({ name, labels: labels.resolve(name) }));
  const wrong = resolved.find((one) => one.labels.size > 0);
  if (!said || !wrong || resolved.some((one) => [...one.labels].some((label) => said.has(label))))
    return undefined;
  const who = [...said].join(', ');
  return {
    message: `the words are given to ${wrong.name}, the cited units are labelled ${who}`,
    evidence: who,
  };
}

/** Whether the speaker whom the data names is another than the labels do; a warning where no label of the transcript has the name. */
function findWrongField(
  name: string,
  units: Parameters<Labels['of']>[0],
  labels: Labels,
): Pick<Found, 'message' | 'evidence' | 'severity'> | undefined {
  const wrong = findWrong([name], units, labels);
  const said = labels.resolve(name).size > 0 ? undefined : labels.ofOthers(units, name);
  if (wrong || !said) return wrong;
  const who = [...said].join(', ');
  return {
    message: `the words are given to ${name}, whom no label names; the cited units are labelled ${who}`,
    evidence: who,
    severity: 'warning',
  };
}

/** A speaker whom the sentence is about, where the units are somebody else's and do not speak of them: "Powell doubted that ...". */
function* findStranger(
  sentence: CopySentence,
  { evidence, language }: RuleContext,
  labels: Labels,
): Generator<Found> {
  const said = labels.of(unitsOf(sentence.cites, evidence));
  if (!said) return;
  const near = evidence.near(sentence.cites);
  const around = new Set(near.flatMap(({ speakers = [] }) => speakers));
  const ids = new Set(near.map(({ id }) => id));
  for (const { text, start, end, words } of namesIn(sentence, language)) {
    const persons = labels.resolve(text);
    const last = words.at(-1);
    if (!last || persons.size === 0 || [...persons].some((label) => around.has(label))) continue;
    if (
      nameIndex(evidence)
        .locate(last)
        .some((id) => ids.has(id))
    )
      continue;
    const who = [...said].join(', ');
    yield {
      start,
      end,
      message: `the cited units are labelled ${who} and do not speak of ${text}`,
      evidence: who,
      severity: 'warning',
    };
  }
}

/** Somebody whom no label names speaks alone in the sentence, and the units that it cites are not theirs nor name them. */
function* findOutsider(
  first: NameMention,
  named: readonly string[],
  sentence: CopySentence,
  { evidence }: RuleContext,
): Generator<Found> {
  const labels = labelsOf(evidence);
  const said = labels.of(unitsOf(sentence.cites, evidence));
  if (!said || named.some((name) => labels.resolve(name).size > 0)) return;
  const who = [...said].join(', ');
  yield {
    start: first.start,
    end: first.end,
    message: `the words are given to ${first.text}, the cited units are labelled ${who}`,
    evidence: who,
    severity: 'warning',
  };
}

/** A sentence may cite more than the words it quotes; those have one speaker. */
function wrongInQuotation(
  names: readonly string[],
  sentence: CopySentence,
  { copy, evidence }: RuleContext,
  labels: Labels,
): Pick<Found, 'message' | 'evidence'> | undefined {
  if (names.length !== 1) return undefined;
  const quoted = new Set(sentence.quoted.map(({ text }) => text));
  const quotes = (copy.article?.quotes ?? []).filter(({ text }) => quoted.has(text));
  for (const { units } of quotes) {
    const wrong = findWrong(names, unitsOf(units, evidence), labels);
    if (wrong) return wrong;
  }
  return undefined;
}

/** Whether the text names other speakers of the register than the field does. */
function disagree(
  name: string,
  named: readonly string[],
  register: readonly { id: string; name: string }[],
  labels: Labels,
): boolean {
  const last = (text: string) => text.toLowerCase().split(/\s+/u).at(-1) ?? '';
  const isSame = (other: string) => {
    if (name.toLowerCase().includes(last(other)) || other.toLowerCase().includes(last(name))) return true;
    const [one, two] = [labels.resolve(name), labels.resolve(other)];
    return [...one].some((label) => two.has(label));
  };
  const isKnown = (other: string) => register.some((speaker) => last(speaker.name) === last(other));
  return named.some(isKnown) && !named.some(isSame);
}

export const SPEAKER_RULES: readonly Rule[] = [rightSpeakerRule, introducedSpeakersRule];
