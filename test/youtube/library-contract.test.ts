import { describe, expect, it, test } from 'vitest';
import { fetchTranscript } from 'youtube-transcript';
import { captionLines, playerReply, srv3 } from '../servers/youtube-replies.ts';
import { YouTubeServer } from '../servers/youtube-server.ts';

/** What src/transcript/youtube/caption-library.ts leans on. A release of youtube-transcript that changes it fails here first. */

const ID = 'lighthouse1';
const DOCUMENT = srv3(captionLines('The keeper lights the lamp by hand every evening.'));

interface Call {
  readonly input: unknown;
  readonly init: RequestInit | undefined;
}

/** Runs the bare library; `intercept` may throw in place of an answer. */
async function runLibrary({
  player,
  captions = DOCUMENT,
  intercept,
}: {
  player: string;
  captions?: string;
  intercept?: (call: Call) => void;
}) {
  const youtube = await YouTubeServer.start();
  youtube.script(ID, {
    player: { ANDROID: player },
    captions: { en: captions, de: captions },
    watch: '<html></html>',
  });
  const calls: Call[] = [];
  const spy: typeof globalThis.fetch = async (input, init) => {
    calls.push({ input, init });
    intercept?.({ input, init });
    return await fetch(String(input).replace('https://www.youtube.com', youtube.origin), init);
  };
  const outcome = await fetchTranscript(ID, { fetch: spy }).then(
    (cues) => ({ cues, error: undefined }),
    (error: unknown) => ({ cues: undefined, error }),
  );
  await youtube[Symbol.asyncDispose]();
  return { ...outcome, calls, asked: youtube.asked };
}

const player = (tracks: readonly { language: string; url?: string }[]) =>
  playerReply({ videoId: ID, tracks });

describe('youtube-transcript', () => {
  it('hands every address to fetch as a text, with plain headers', async () => {
    const { calls } = await runLibrary({ player: player([{ language: 'en' }]) });
    expect(calls).toHaveLength(2);
    expect(calls[0]?.input).toBe('https://www.youtube.com/youtubei/v1/player?prettyPrint=false');
    expect(calls[0]?.init).toMatchObject({ method: 'POST', headers: { 'Content-Type': 'application/json' } });
    expect(typeof calls[1]?.input).toBe('string');
  });

  it('asks the player first and then the first track, at its address as given', async () => {
    const { calls, asked, cues } = await runLibrary({
      player: player([{ language: 'de' }, { language: 'en' }]),
    });
    expect(asked).toEqual(['POST /youtubei/v1/player', 'GET /api/timedtext']);
    expect(String(calls[1]?.input)).toContain('lang=de&fmt=srv1');
    expect(cues).toHaveLength(2);
  });

  it('swallows what the player request throws, asks the watch page, and passes on what that throws', async () => {
    const verdict = new Error('our verdict');
    const { error, calls, asked } = await runLibrary({
      player: player([{ language: 'en' }]),
      intercept: () => {
        throw verdict;
      },
    });
    expect(error).toBe(verdict);
    expect(calls.map(({ input }) => input)).toEqual([
      'https://www.youtube.com/youtubei/v1/player?prettyPrint=false',
      `https://www.youtube.com/watch?v=${ID}`,
    ]);
    expect(asked).toEqual([]);
  });

  it('passes on what the caption request throws, without a further request', async () => {
    const verdict = new Error('our verdict');
    const { error, calls } = await runLibrary({
      player: player([{ language: 'en' }]),
      intercept: ({ input }) => {
        if (String(input).includes('timedtext')) throw verdict;
      },
    });
    expect(error).toBe(verdict);
    expect(calls).toHaveLength(2);
  });

  test.each(['https://evil.com/api/timedtext', 'http://127.0.0.1/api/timedtext', '/api/timedtext'])(
    'refuses the caption address %s by itself',
    async (url) => {
      const { error, asked } = await runLibrary({ player: player([{ language: 'en', url }]) });
      expect(error).toBeInstanceOf(Error);
      expect(asked).toEqual(['POST /youtubei/v1/player']);
    },
  );

  it('calls a video without tracks unavailable or disabled only after asking the watch page', async () => {
    const { asked, error } = await runLibrary({ player: player([]) });
    expect(asked).toEqual(['POST /youtubei/v1/player', 'GET /watch']);
    expect(error).toBeInstanceOf(Error);
  });

  test.each(['', '<html>captcha</html>', '<timedtext format="3"><body></body></timedtext>'])(
    'takes the caption document %j for a success without cues',
    async (captions) => {
      const { cues } = await runLibrary({ player: player([{ language: 'en' }]), captions });
      expect(cues).toEqual([]);
    },
  );

  it('fails on a character reference beyond Unicode', async () => {
    const captions = '<timedtext><body><p t="0" d="1">&#99999999;</p></body></timedtext>';
    const { error } = await runLibrary({ player: player([{ language: 'en' }]), captions });
    expect(error).toBeInstanceOf(RangeError);
  });
});
