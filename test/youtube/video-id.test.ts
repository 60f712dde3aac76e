import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import { isVideoId, parseVideoLink, type VideoLink } from '../../src/transcript/youtube/index.ts';

const ID = 'a-B_c1D2e3F';
const OTHER = 'ZZZZZZZZZZZ';

function refusal(text: string): TranscriptError {
  try {
    const link = parseVideoLink(text);
    throw new Error(`accepted as ${JSON.stringify(link)}`);
  } catch (error) {
    if (error instanceof TranscriptError) return error;
    throw error;
  }
}

describe('parseVideoLink', () => {
  test.each([
    `https://www.youtube.com/watch?v=${ID}`,
    `http://youtube.com/watch?v=${ID}`,
    `https://m.youtube.com/watch?app=desktop&v=${ID}`,
    `https://music.youtube.com/watch?v=${ID}&feature=share`,
    `https://gaming.youtube.com/watch?v=${ID}`,
    `HTTPS://WWW.YOUTUBE.COM/watch?v=${ID}`,
    `www.youtube.com/watch?v=${ID}`,
    `youtube.com/watch?v=${ID}`,
    `YouTube.com/watch?v=${ID}`,
    `//www.youtube.com/watch?v=${ID}`,
    `https://www.youtube.com/watch/?v=${ID}`,
    `https://youtu.be/${ID}`,
    `youtu.be/${ID}?si=share-token`,
    `https://youtu.be/${ID}/`,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/shorts/${ID}?v=${OTHER}`,
    `https://www.youtube.com/live/${ID}?feature=share`,
    `https://www.youtube.com/embed/${ID}?autoplay=1`,
    `https://www.youtube-nocookie.com/embed/${ID}`,
    `https://www.youtube.com/v/${ID}`,
    `https://www.youtube.com/e/${ID}`,
    `https://www.youtube.com/attribution_link?a=x&u=%2Fwatch%3Fv%3D${ID}%26feature%3Dshare`,
    `https://www.youtube.com/watch?v=${ID}&v=${OTHER}`,
    `https://www.youtube.com/watch?feature=share&amp;v=${ID}`,
    `  https://youtu.be/${ID}  `,
    `(https://youtu.be/${ID}).`,
    `<https://www.youtube.com/watch?v=${ID}>`,
    `"https://youtu.be/${ID}",`,
    `\u201Chttps://youtu.be/${ID}\u201D`,
  ])('takes the id from %s', (text) => {
    expect(parseVideoLink(text)?.id).toBe(ID);
  });

  test.each([
    ['t=42', 42],
    ['t=42s', 42],
    ['t=1m2s', 62],
    ['t=1h2m3s', 3_723],
    ['start=7', 7],
    ['t=', undefined],
    ['t=soon', undefined],
    ['t=-5', undefined],
  ])('reads the start of a link with %s as %s seconds', (query, seconds) => {
    expect(parseVideoLink(`https://youtu.be/${ID}?${query}`)?.startSeconds).toBe(seconds);
  });

  it('reads a start written as a fragment', () => {
    expect(parseVideoLink(`https://www.youtube.com/watch?v=${ID}#t=90`)?.startSeconds).toBe(90);
  });

  it('keeps the playlist of a link that also names a video', () => {
    expect(parseVideoLink(`https://www.youtube.com/watch?list=PLabc_123-x&v=${ID}`)).toEqual({
      id: ID,
      playlistId: 'PLabc_123-x',
    });
  });

  test.each([
    ['https://www.youtube.com/playlist?list=PLabc', 'playlist'],
    ['https://www.youtube.com/watch?list=PLabc', 'playlist'],
    ['https://www.youtube.com/embed/videoseries?list=PLabc', 'playlist'],
    ['https://www.youtube.com/embed/live_stream?channel=UCabc', 'live stream'],
    ['https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv', 'channel'],
    ['https://www.youtube.com/@tagesschau/videos', 'channel'],
    [`https://www.youtube.com/@name/videos/${ID}`, 'channel'],
    ['https://www.youtube.com/c/name', 'channel'],
    ['https://www.youtube.com/user/name', 'channel'],
    ['https://www.youtube.com/constructor', 'channel'],
    ['https://www.youtube.com/clip/Ugkxabc', 'clip'],
    ['https://www.youtube.com/post/Ugkxabc', 'post'],
    ['https://www.youtube.com/hashtag/news', 'hashtag'],
    ['https://www.youtube.com/results?search_query=news', 'search'],
    [`https://www.youtube.com/redirect?q=https%3A%2F%2Fyoutu.be%2F${ID}`, 'redirect'],
    [`https://www.youtube.com/oembed?url=https://youtu.be/${ID}`, 'embed'],
    [`https://www.youtube.com/attribution_link?u=https%3A%2F%2Fevil.com%2Fwatch%3Fv%3D${ID}`, 'attribution'],
    [`https://studio.youtube.com/video/${ID}/edit`, 'studio.youtube.com'],
    ['https://www.youtube.com/', 'start page'],
    ['youtube.com', 'start page'],
    ['https://www.youtube.com/watch', '11-character'],
    ['https://www.youtube.com/watch?v=short', '11-character'],
    [`https://www.youtube.com/watch?v=${ID}toolong`, '11-character'],
    [`https://youtu.be/${ID}/extra`, '11-character'],
    ['https://youtu.be/', '11-character'],
    [`https://user:pass@www.youtube.com/watch?v=${ID}`, 'user name'],
    [`https://www.youtube.com:8443/watch?v=${ID}`, 'port'],
    [`ftp://www.youtube.com/watch?v=${ID}`, 'scheme'],
  ])('refuses %s and says that it is a %s', (text, what) => {
    const error = refusal(text);
    expect(error.code).toBe('VIDEO_ID_INVALID');
    expect(error.message).toContain(what);
  });

  it('points a playlist or channel to the batch command', () => {
    expect(refusal('https://www.youtube.com/@name').remedy).toContain('copydesk batch');
    expect(refusal('https://www.youtube.com/playlist?list=PLabc').remedy).toContain('copydesk batch');
  });

  test.each([
    ID,
    'captions.vtt',
    './youtube.com-notes.txt',
    'C:\\transcripts\\talk.srt',
    'the talk at youtube.com was long',
    `see https://youtu.be/${ID} for more`,
    `https://vimeo.com/${ID}`,
    `https://www.youtube.com.evil.com/watch?v=${ID}`,
    `youtube.com.evil.com/watch?v=${ID}`,
    `https://www.youtube.com@evil.com/watch?v=${ID}`,
    `youtube.com@evil.com/watch?v=${ID}`,
    `https://evil.com/?u=https://youtu.be/${ID}`,
    `https://notyoutube.com/watch?v=${ID}`,
    `javascript:location='https://youtu.be/${ID}'`,
    '',
    '-',
  ])('leaves %j to be tried as a path', (text) => {
    expect(parseVideoLink(text)).toBeUndefined();
  });
});

describe('isVideoId', () => {
  test.each([ID, '-----------', '___________', 'hello-world'])('knows %s as the form of an id', (text) => {
    expect(isVideoId(text)).toBe(true);
  });

  test.each(['hello world', 'short', `${ID}x`, 'videoseries', 'live_stream', `${ID}\n`, 'a-B_c1D2e3\u00E9'])(
    'refuses %j',
    (text) => {
      expect(isVideoId(text)).toBe(false);
    },
  );
});

describe('hostile text', () => {
  const youtube = fc.constantFrom('youtube.com', 'www.youtube.com', 'youtu.be', '\uFF59outube.com');
  const foreign = fc.constantFrom(
    'evil.com',
    'evilyoutube.com',
    'youtube.com.evil.com',
    'www.youtube.com@evil.com',
    'youtube.com:80@evil.com',
    'evil.com\\@youtube.com',
    'evil.com#@youtu.be',
    'x.youtu.be.evil.com',
    '[::1]',
  );
  const scheme = fc.constantFrom('', 'https://', 'http:/', 'ftp://', '//', ' https://', '<https://');
  const piece = fc.oneof(
    fc.constantFrom(
      ID,
      'watch',
      '/',
      '?',
      '&',
      '#',
      '@',
      ':',
      '\\',
      '%2F',
      'v=',
      'u=',
      '..',
      'shorts/',
      'attribution_link',
    ),
    fc.string({ maxLength: 12 }),
  );
  const rest = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  it('never gives an id for a foreign host', () => {
    fc.assert(
      fc.property(scheme, foreign, rest, (prefix, host, path) => {
        expect(parseLeniently(`${prefix}${host}/${path}`)).toBeUndefined();
      }),
      { numRuns: 50_000 },
    );
  });

  it('gives an id of the right form that stands in the text, or throws VIDEO_ID_INVALID and nothing else', () => {
    const link = fc.tuple(scheme, youtube, rest).map(([prefix, host, path]) => prefix + host + path);
    fc.assert(
      fc.property(fc.oneof(link, fc.string({ unit: 'binary' })), (text) => {
        const found = parseLeniently(text);
        if (!found) return;
        expect(isVideoId(found.id)).toBe(true);
        expect(text).toContain(found.id);
      }),
      { numRuns: 50_000 },
    );
  });

  function parseLeniently(text: string): VideoLink | undefined {
    try {
      return parseVideoLink(text);
    } catch (error) {
      if (error instanceof TranscriptError && error.code === 'VIDEO_ID_INVALID') return undefined;
      throw error;
    }
  }
});
