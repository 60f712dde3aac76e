import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TranscriptError } from '../../src/errors.ts';
import { parseListLink, parseVideoLink } from '../../src/transcript/youtube/index.ts';

const ID = 'a-B_c1D2e3F';
const CHANNEL = 'UCabcdefghijklmnopqrstuv';
const PLAYLIST = 'PLabcdefghijklmnopqrstuvwxyz012345';

function refusal(text: string): TranscriptError {
  try {
    const target = parseListLink(text);
    throw new Error(`accepted as ${JSON.stringify(target)}`);
  } catch (error) {
    if (error instanceof TranscriptError) return error;
    throw error;
  }
}

describe('parseListLink', () => {
  test.each([
    `https://www.youtube.com/channel/${CHANNEL}`,
    `http://m.youtube.com/channel/${CHANNEL}/`,
    `youtube.com/channel/${CHANNEL}?sub_confirmation=1`,
    `YOUTUBE.com/channel/${CHANNEL}/featured`,
    `https://www.youtube.com/channel/${CHANNEL}/playlists`,
    `(https://www.youtube.com/channel/${CHANNEL}).`,
    `https://music.youtube.com/browse/${CHANNEL}`,
    ` ${CHANNEL} `,
  ])('takes the channel from %s', (text) => {
    expect(parseListLink(text)).toEqual({ kind: 'channel', id: CHANNEL });
  });

  test.each([
    ['https://www.youtube.com/@coast', '@coast'],
    ['youtube.com/@Coast.News-24?si=x', '@Coast.News-24'],
    ['https://www.youtube.com/@K%C3%BCste', '@K\u00FCste'],
    ['https://www.youtube.com/@Ku\u0308ste', '@K\u00FCste'],
    ['https://www.youtube.com/@%EC%84%9C%EC%9A%B8', '@\uC11C\uC6B8'],
    ['@coast', '@coast'],
    ['\u201C@coast\u201D,', '@coast'],
    ['https://www.youtube.com/c/CoastNews', 'c/CoastNews'],
    ['https://www.youtube.com/user/coast', 'user/coast'],
    ['https://www.youtube.com/CoastNews', 'CoastNews'],
    ['https://www.youtube.com/@coast/about', '@coast'],
  ])('takes the name from %s', (text, handle) => {
    expect(parseListLink(text)).toEqual({ kind: 'channel', handle });
  });

  test.each(['videos', 'shorts', 'streams'])('takes the tab %s', (tab) => {
    expect(parseListLink(`https://www.youtube.com/@coast/${tab}`)).toEqual({
      kind: 'channel',
      handle: '@coast',
      tab,
    });
    expect(parseListLink(`https://www.youtube.com/c/coast/${tab}`)).toEqual({
      kind: 'channel',
      handle: 'c/coast',
      tab,
    });
    expect(parseListLink(`youtube.com/channel/${CHANNEL}/${tab}`)).toEqual({
      kind: 'channel',
      id: CHANNEL,
      tab,
    });
  });

  test.each([
    `https://www.youtube.com/playlist?list=${PLAYLIST}`,
    `https://music.youtube.com/playlist?list=${PLAYLIST}&amp;feature=share`,
    `https://www.youtube.com/watch?list=${PLAYLIST}`,
    `https://www.youtube.com/watch?v=${ID}&list=${PLAYLIST}&index=3`,
    `https://youtu.be/${ID}?list=${PLAYLIST}`,
    `https://www.youtube.com/embed/videoseries?list=${PLAYLIST}`,
    `https://music.youtube.com/browse/VL${PLAYLIST}`,
    PLAYLIST,
  ])('takes the playlist from %s', (text) => {
    expect(parseListLink(text)).toEqual({ kind: 'playlist', id: PLAYLIST });
  });

  it('leaves a video inside a playlist a video for those who want one', () => {
    const link = `https://www.youtube.com/watch?v=${ID}&list=${PLAYLIST}`;
    expect(parseVideoLink(link)).toEqual({ id: ID, playlistId: PLAYLIST });
  });

  test.each([
    `UU${CHANNEL.slice(2)}`,
    `UULF${CHANNEL.slice(2)}`,
    `UUSH${CHANNEL.slice(2)}`,
    'OLAK5uy_abcdefghijklmnopqrstuvwxyz0123456',
    'PL0123456789ABCDEF',
  ])('takes the bare playlist %s', (id) => {
    expect(parseListLink(id)).toEqual({ kind: 'playlist', id });
  });

  test.each([
    [`channel_id=${CHANNEL}`, { channelId: CHANNEL }],
    // As the feed writes its own channel.
    [`channel_id=${CHANNEL.slice(2)}`, { channelId: CHANNEL }],
    [`playlist_id=${PLAYLIST}`, { playlistId: PLAYLIST }],
    ['user=coast', { user: 'coast' }],
  ])('takes the feed of %s', (query, feed) => {
    expect(parseListLink(`https://www.youtube.com/feeds/videos.xml?${query}`)).toEqual({
      kind: 'feed',
      ...feed,
    });
  });

  test.each([
    ['https://www.youtube.com/playlist?list=WL', 'only its owner sees', 'public or unlisted'],
    ['https://www.youtube.com/playlist?list=LL', 'only its owner sees', 'public or unlisted'],
    ['https://music.youtube.com/playlist?list=LM', 'only its owner sees', 'public or unlisted'],
    ['LL', 'only its owner sees', 'public or unlisted'],
    [`https://www.youtube.com/watch?v=${ID}&list=RD${ID}`, 'never ends', 'copydesk write'],
    [`RDMM${ID}`, 'never ends', 'copydesk write'],
    ['https://www.youtube.com/feeds/videos.xml?playlist_id=LL', 'only its owner sees', 'public'],
    [`https://www.youtube.com/watch?v=${ID}`, 'a link to one video', 'copydesk write'],
    [`https://youtu.be/${ID}`, 'a link to one video', 'copydesk write'],
    [`https://www.youtube.com/shorts/${ID}`, 'a link to one video', 'copydesk write'],
    ['https://www.youtube.com/playlist', 'without its id', '/playlist?list='],
    ['https://www.youtube.com/playlist?list=PL%2F..%2Fx', 'without a whole playlist id', '/playlist?list='],
    ['https://www.youtube.com/channel/UCshort', 'without a whole id', '@name'],
    ['https://www.youtube.com/@coast/live', "channel's current live stream", '/streams'],
    ['https://www.youtube.com/@a%2Fb', 'without a channel name', '@name'],
    ['https://www.youtube.com/@%E0%A4%A', 'not encoded', '@name'],
    ['https://www.youtube.com/@', 'without a channel name', '@name'],
    ['https://www.youtube.com/', 'start page', '@name'],
    ['https://www.youtube.com/clip/x', 'a YouTube clip', '@name'],
    ['https://www.youtube.com/post/x', 'community post', '@name'],
    ['https://www.youtube.com/hashtag/x', 'hashtag page', '@name'],
    ['https://www.youtube.com/results?search_query=x', 'a YouTube search', '@name'],
    ['https://www.youtube.com/redirect?q=https://evil.com', 'redirect to another site', '@name'],
    ['https://www.youtube.com/embed/live_stream?channel=x', 'one video', ''],
    ['https://www.youtube.com/feeds/videos.xml', 'a YouTube feed without', '@name'],
    ['https://studio.youtube.com/channel/UCabcdefghijklmnopqrstuv', 'no host of YouTube', '@name'],
    ['https://www.youtube.com:8080/@coast', 'a port', '@name'],
    ['https://me@www.youtube.com/@coast', 'a user name', '@name'],
    ['ftp://www.youtube.com/@coast', 'an unknown scheme', '@name'],
  ])('refuses %s', (text, what, remedy) => {
    const error = refusal(text);
    expect([error.code, error.exitCode]).toEqual(['LIST_LINK_INVALID', 2]);
    expect(error.message).toContain(what);
    expect(error.remedy).toContain(remedy);
  });

  test.each([
    'captions.vtt',
    'https://example.com/@coast',
    `https://youtube.com.evil.com/channel/${CHANNEL}`,
    `https://www.youtube.com@evil.com/playlist?list=${PLAYLIST}`,
    `https://evil.com/?u=https://www.youtube.com/playlist?list=${PLAYLIST}`,
    'coast',
    'UCshort',
    'PLANS',
    'me@example.com',
    ID,
    '',
  ])('has nothing to say about %s', (text) => {
    expect(parseListLink(text)).toBeUndefined();
  });

  it('takes no list from a foreign host and throws nothing but its own error, whatever the text', () => {
    const scheme = fc.constantFrom(
      'https://',
      'https://',
      'https://',
      'http://',
      '//',
      '',
      'javascript:',
      'ftp://',
      'https:\\\\',
    );
    const user = fc.constantFrom('', '', '', '', '', '', '', 'me@', 'www.youtube.com@', 'a:b@');
    const host = fc.oneof(
      fc.constantFrom('www.youtube.com', 'youtu.be', 'm.youtube.com', 'music.youtube.com', 'YouTube.com'),
      fc.constantFrom(
        'youtube.com.evil.com',
        'evilyoutube.com',
        'evil.com',
        'youtu.be.evil.com',
        'xn--youtube-.com',
      ),
      fc.domain(),
    );
    const word = fc.oneof(
      fc.constantFrom(
        CHANNEL,
        PLAYLIST,
        `VL${PLAYLIST}`,
        ID,
        'WL',
        `RD${ID}`,
        '@coast',
        '%40coast',
        '@%E0%A4%A',
        '',
      ),
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.string({ maxLength: 12 }),
    );
    const path = fc.constantFrom(
      '/channel/',
      '/',
      '/c/',
      '/user/',
      '/playlist?list=',
      '/watch?list=',
      '/feeds/videos.xml?channel_id=',
      '/feeds/videos.xml?user=',
      '/feeds/videos.xml?playlist_id=',
      '/browse/',
      '/embed/videoseries?list=',
      '?list=',
      '#',
    );
    const tail = fc.constantFrom('', '', '/videos', '/shorts/', '?x=1', '&v=b', '#t=1', ').', '/../..');
    const own = /^(?:(?:www\.|m\.|music\.)?youtube\.com|youtu\.be)$/i;
    const link = fc
      .tuple(scheme, user, host, path, word, tail)
      .map((parts) => ({ input: parts.join(''), isForeign: !own.test(parts[2]) }));
    const bare = word.map((input) => ({ input, isForeign: false }));
    const text = fc.oneof({ weight: 6, arbitrary: link }, { weight: 1, arbitrary: bare });
    let taken = 0;
    let refused = 0;
    fc.assert(
      fc.property(text, ({ input, isForeign }) => {
        try {
          const target = parseListLink(input);
          if (!target) return;
          taken++;
          const ids = Object.entries(target).filter(([name]) => name !== 'kind' && name !== 'tab');
          expect(ids).toHaveLength(1);
          // Nothing that could leave its place in an address that we build.
          for (const [, id] of ids) expect(id).toMatch(/^@?(?:c\/|user\/)?[\p{L}\p{N}\p{M}._\u00B7-]+$/u);
          expect(isForeign).toBe(false);
        } catch (error) {
          if (!(error instanceof TranscriptError && error.code === 'LIST_LINK_INVALID')) throw error;
          refused++;
        }
      }),
      { numRuns: 100_000 },
    );
    expect(taken).toBeGreaterThan(2_000);
    expect(refused).toBeGreaterThan(2_000);
  }, 120_000);
});
