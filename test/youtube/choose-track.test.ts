import { describe, expect, it, test } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import { chooseTrack, offerOf } from '../../src/transcript/youtube/choose-track.ts';
import { parsePlayerReply } from '../../src/transcript/youtube/player.ts';
import { type PlayerSketch, playerReply } from '../servers/youtube-replies.ts';

const ID = 'lighthouse1';

/** Tracks as `en` for captions by people and `en.auto` for automatic ones. */
function choose(
  tracks: readonly string[],
  { languages, ...sketch }: { languages?: readonly string[] } & Partial<PlayerSketch> = {},
): string {
  const reply = playerReply({
    videoId: ID,
    tracks: tracks.map((track) => ({ language: track.replace('.auto', ''), auto: track.endsWith('.auto') })),
    ...sketch,
  });
  const { language, kind } = chooseTrack(offerOf(parsePlayerReply(reply, ID)), ID, languages);
  return kind === 'auto' ? `${language}.auto` : language;
}

function refusal(run: () => unknown): TranscriptError {
  try {
    run();
  } catch (error) {
    if (error instanceof TranscriptError) return error;
  }
  throw new Error('not refused');
}

describe('with languages asked for', () => {
  test.each([
    { rule: 'the exact tag before a relative', tracks: ['en-GB', 'en'], languages: ['en'], track: 'en' },
    {
      rule: 'a regional relative of a plain tag',
      tracks: ['de', 'en-GB'],
      languages: ['en'],
      track: 'en-GB',
    },
    { rule: 'the plain relative of a regional tag', tracks: ['de', 'en'], languages: ['en-US'], track: 'en' },
    {
      rule: 'captions by people before automatic ones',
      tracks: ['en.auto', 'en'],
      languages: ['en'],
      track: 'en',
    },
    {
      rule: 'a relative by people before the exact tag from a machine',
      tracks: ['en.auto', 'en-GB'],
      languages: ['en'],
      track: 'en-GB',
    },
    {
      rule: 'automatic captions when there are no others',
      tracks: ['de', 'en.auto'],
      languages: ['en'],
      track: 'en.auto',
    },
    {
      rule: 'the languages in the order given',
      tracks: ['de', 'en', 'fr'],
      languages: ['it', 'fr', 'en'],
      track: 'fr',
    },
    {
      rule: 'the same script, not only the same language',
      tracks: ['zh-Hans', 'zh-Hant'],
      languages: ['zh-TW'],
      track: 'zh-Hant',
    },
    { rule: 'a code that YouTube spells the old way', tracks: ['iw'], languages: ['he'], track: 'he' },
    {
      rule: 'a code with the name of a track appended',
      tracks: ['en-eEY6OEpapPo'],
      languages: ['en'],
      track: 'en',
    },
  ])('takes $rule', ({ tracks, languages, track }) => {
    expect(choose(tracks, { languages })).toBe(track);
  });

  test.each([
    ['zh-Hant', 'zh-Hans'],
    ['en', 'fr'],
    ['de', 'no such language'],
    ['en', ''],
  ])('does not give %s to who asked for %j, and lists what there is', (there, asked) => {
    const error = refusal(() => choose([there, 'ja.auto'], { languages: [asked] }));
    expect(error.code).toBe('TRANSCRIPT_LANGUAGE_UNAVAILABLE');
    expect(error.message).toContain(`${there} (manual), ja (auto)`);
  });
});

describe('without languages asked for', () => {
  test.each([
    {
      rule: 'the original sound',
      tracks: ['ar.auto', 'en.auto', 'es.auto'],
      sounds: ['ar.3', 'en-US.4', 'es.3'],
      track: 'en.auto',
    },
    {
      rule: 'people before a machine, in the original language',
      tracks: ['ar', 'en', 'en.auto'],
      sounds: ['ar.3', 'en-US.4'],
      track: 'en',
    },
    {
      rule: 'the language of the only automatic track',
      tracks: ['ar', 'cs', 'en', 'en.auto', 'zh'],
      sounds: [],
      track: 'en',
    },
    {
      rule: 'what was said before a translation of it',
      tracks: ['ar', 'en.auto'],
      sounds: [],
      defaultTrack: 0,
      track: 'en.auto',
    },
    {
      rule: "YouTube's default track when no sound is known",
      tracks: ['ar', 'cs', 'en'],
      sounds: [],
      defaultTrack: 2,
      track: 'en',
    },
    {
      rule: "YouTube's default when the original language has no captions",
      tracks: ['ar', 'cs'],
      sounds: ['en.4', 'cs.3'],
      defaultTrack: 1,
      track: 'cs',
    },
    {
      rule: 'the better of two tracks in the only language',
      tracks: ['en.auto', 'en-GB', 'en.auto'],
      sounds: [],
      track: 'en-GB',
    },
    { rule: 'the only track', tracks: ['pt-BR'], sounds: [], track: 'pt-BR' },
  ])('takes $rule', ({ tracks, sounds, defaultTrack, track }) => {
    expect(choose(tracks, { sounds, ...(defaultTrack === undefined ? {} : { defaultTrack }) })).toBe(track);
  });

  it('refuses to take the first of several when nothing tells which is spoken', () => {
    const error = refusal(() => choose(['ar', 'cs', 'en']));
    expect(error.code).toBe('TRANSCRIPT_LANGUAGE_UNAVAILABLE');
    expect(error.remedy).toContain('--source-language');
  });

  it('says that a video without tracks has no captions', () => {
    expect(refusal(() => choose([])).code).toBe('TRANSCRIPT_DISABLED');
  });
});
