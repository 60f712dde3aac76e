import type { Unit } from '../../../src/transcript/index.ts';
import { readSpeech, type Speech } from '../../../src/write/extractive/speech.ts';

/** Units of these texts, one second a word. A text that begins with ">> " begins another person's turn; "Name: " names the speaker. */
export function unitsOf(texts: readonly string[]): Unit[] {
  let time = 0;
  return texts.map((marked, id) => {
    const turn = marked.startsWith('>> ');
    const [, speaker, text = ''] = /^(?:>> )?(?:([A-Z]\w+): )?(.*)$/su.exec(marked) ?? [];
    const start = time;
    time += text.split(' ').length;
    return {
      id,
      start,
      end: time,
      text,
      ...(turn ? { turn } : {}),
      ...(speaker ? { speakers: [speaker] } : {}),
    };
  });
}

export function speechOf(texts: readonly string[], language = 'en'): Speech {
  return readSpeech(unitsOf(texts), language);
}

const SUBJECTS = [
  'harbour',
  'budget',
  'orchard',
  'tunnel',
  'choir',
  'glacier',
  'library',
  'vaccine',
  'satellite',
  'vineyard',
];
const VERBS = ['changed', 'surprised', 'delayed', 'helped', 'divided', 'protected', 'replaced', 'attracted'];
const PLACES = ['Lisbon', 'Bergen', 'Quito', 'Osaka', 'Tartu', 'Nairobi', 'Turin', 'Oulu', 'Ghent', 'Perth'];
const DETAILS = ['engineers', 'farmers', 'teachers', 'pilots', 'nurses', 'singers', 'builders', 'students'];

/** Sentences about one thing each `length` sentences long, no two alike, in units of three; `topics` things in all. */
export function lecture(topics: number, length: number): string[] {
  const units: string[] = [];
  for (let topic = 0; topic < topics; topic++) {
    const subject = SUBJECTS[topic % SUBJECTS.length];
    const sentences = Array.from({ length }, (_, index) => {
      const [verb, place, detail] = [
        VERBS[(index * 3) % 8],
        PLACES[(index * 7 + topic) % 10],
        DETAILS[(index * 5) % 8],
      ];
      return `The ${subject} number ${topic}${index} ${verb} the ${detail} of ${place} and the ${subject} keepers for ${index + 2} seasons.`;
    });
    for (let at = 0; at < length; at += 3) units.push(sentences.slice(at, at + 3).join(' '));
  }
  return units;
}
