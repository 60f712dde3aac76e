import { describe, expect, it } from 'vitest';
import { findTopics } from '../../../src/write/extractive/topics.ts';
import { lecture, speechOf, unitsOf } from './speech-fixture.ts';

describe('findTopics', () => {
  const speech = speechOf(lecture(5, 30));

  it('cuts where the vocabulary changes', () => {
    const starts = findTopics(speech, { fewest: 3, most: 12 }).map(({ from }) => from);
    expect(starts).toEqual([0, 10, 20, 30, 40]);
  });

  it('joins neighbours when there are more than asked for', () => {
    const topics = findTopics(speech, { fewest: 3, most: 4 });
    expect(topics).toHaveLength(4);
    expect(topics.every(({ from }) => from % 10 === 0)).toBe(true);
  });

  it('covers every unit once, in order', () => {
    const topics = findTopics(speech, { fewest: 3, most: 12 });
    expect(topics[0]?.from).toBe(0);
    expect(topics.at(-1)?.to).toBe(speech.units.length);
    for (const [index, topic] of topics.slice(1).entries()) expect(topic.from).toBe(topics[index]?.to);
  });

  it('makes three topics even of one vocabulary', () => {
    expect(findTopics(speechOf(lecture(1, 30)), { fewest: 3, most: 12 }).length).toBeGreaterThanOrEqual(3);
  });

  it('cuts nowhere but at the chapters of the author', () => {
    const topics = findTopics(speech, { fewest: 3, most: 12, chapters: [0, 7, 22, 35] });
    expect(topics.map(({ from }) => from)).toEqual([0, 7, 22, 35]);
  });

  it('prefers the beginning of a turn near the change', () => {
    const texts = lecture(3, 30);
    texts[10] = 'We take a pause here, and after that we come back to where we were.';
    texts[11] = `>> ${texts[11]}`;
    const starts = findTopics(speechOf(texts), { fewest: 3, most: 3 }).map(({ from }) => from);
    expect(starts).toContain(11);
  });

  it('gives an empty transcript and one of a single unit at most one topic', () => {
    expect(findTopics(speechOf([]), { fewest: 3, most: 12 })).toEqual([]);
    expect(
      findTopics(speechOf(unitsOf(['Only this.']).map(({ text }) => text)), { fewest: 3, most: 12 }),
    ).toHaveLength(1);
  });
});
