import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ErrorCode, PipelineError } from '../../src/errors.ts';
import { type FetchVideoOptions, fetchYouTubeVideo } from '../../src/transcript/youtube/index.ts';
import {
  captionLines,
  json3,
  type PlayerSketch,
  playerReply,
  srv1,
  srv3,
  srv3Auto,
  type TrackSketch,
} from '../servers/youtube-replies.ts';
import {
  type Answer,
  type Answers,
  captchaPage,
  consentPage,
  consentRedirect,
  redirectTo,
  reset,
  serverError,
  stall,
  tooManyRequests,
  truncated,
  YouTubeServer,
} from '../servers/youtube-server.ts';

const ID = 'lighthouse1';
const SPEECH =
  'The keeper climbs two hundred steps every evening and lights the lamp by hand. ' +
  'In fog he sounds the horn twice a minute until the morning. ' +
  'Nobody has lived on the rock since the lamp was made electric.';
const LINES = captionLines(SPEECH);
/** With a single client there is no second route, so that each reply is seen for itself. */
const ONE_CLIENT = fileURLToPath(new URL('../fixtures/youtube-one-client.json', import.meta.url));
const WEB_WITHOUT_DATE = playerReply({
  videoId: ID,
  details: { title: undefined, shortDescription: undefined },
});

interface Scene {
  /** The reply to the Android client; a playable video with English captions by default. */
  readonly player?: Answers;
  readonly captions?: Record<string, Answers>;
  readonly web?: Answers;
  readonly options?: FetchVideoOptions;
}

function playable(sketch: Partial<PlayerSketch> = {}): string {
  return playerReply({ videoId: ID, tracks: [{ language: 'en' }], ...sketch });
}

function withTracks(...tracks: TrackSketch[]): string {
  return playable({ tracks });
}

async function runScene({
  player = playable(),
  captions = { en: srv3(LINES) },
  web = WEB_WITHOUT_DATE,
  options,
}: Scene) {
  const youtube = await YouTubeServer.start();
  youtube.script(ID, { player: { ANDROID: player, WEB: web }, captions });
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => waits.push(milliseconds);
  const run = fetchYouTubeVideo(ID, { origin: youtube.origin, sleep, clients: ONE_CLIENT, ...options });
  const outcome = await run.then(
    (video) => ({ video, error: undefined }),
    (error: unknown) => ({ video: undefined, error }),
  );
  await youtube[Symbol.asyncDispose]();
  return { ...outcome, waits, asked: youtube.asked, requests: youtube.requests };
}

async function fetchScene(scene: Scene = {}) {
  const { video, error, ...rest } = await runScene(scene);
  if (!video) throw error;
  return { video, ...rest };
}

async function refuseScene(scene: Scene) {
  const { error, ...rest } = await runScene(scene);
  if (!(error instanceof PipelineError)) throw new Error('no error of ours', { cause: error });
  return { error, ...rest };
}

const PLAYER = 'POST /youtubei/v1/player';
const CAPTIONS = 'GET /api/timedtext';
const spoken = (cues: readonly { text: string }[]) => cues.map(({ text }) => text).join(' ');

describe('a video with captions', () => {
  it('comes back with every word, its times in seconds, and its metadata', async () => {
    const description = 'A visit.\n0:00 Arrival\n1:00 The lamp\n2:00 The horn';
    const details = { title: 'How a lighthouse works | Coast Stories', shortDescription: description };
    const { video, asked } = await fetchScene({ player: playable({ details }) });
    expect(spoken(video.cues)).toBe(SPEECH);
    expect(video.cues[1]).toMatchObject({ start: 3.2, end: 6.4 });
    expect(video).toMatchObject({ kind: 'manual', language: 'en', warnings: [] });
    expect(video.metadata).toEqual({
      platform: 'youtube',
      videoId: ID,
      url: `https://www.youtube.com/watch?v=${ID}`,
      title: 'How a lighthouse works | Coast Stories',
      show: 'Coast Stories',
      channel: {
        name: 'Coast Channel',
        id: 'UCabcdefghijklmnopqrstuv',
        url: 'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
      },
      durationSeconds: 600,
      description,
      chapters: [
        { start: 0, title: 'Arrival' },
        { start: 60, title: 'The lamp' },
        { start: 120, title: 'The horn' },
      ],
    });
    expect(asked).toEqual([PLAYER, CAPTIONS, PLAYER]);
  });

  it('has no facts that YouTube did not give', async () => {
    const details = {
      title: undefined,
      author: '',
      channelId: 'odd',
      lengthSeconds: '0',
      shortDescription: 7,
    };
    const { video } = await fetchScene({ player: playable({ details }) });
    expect(video.metadata).toEqual({
      platform: 'youtube',
      videoId: ID,
      url: `https://www.youtube.com/watch?v=${ID}`,
      title: ID,
    });
  });

  it('has its title and description in the language spoken, not as translated for English readers', async () => {
    const details = { title: 'Wie ein Leuchtturm funktioniert', shortDescription: 'Ein Besuch.' };
    const { video, requests } = await fetchScene({
      player: withTracks({ language: 'de' }),
      captions: { de: srv3(captionLines('Der W\u00E4rter steigt jeden Abend zweihundert Stufen hinauf.')) },
      web: playerReply({ videoId: ID, details, microformat: { publishDate: '2020-05-01' } }),
    });
    expect(video.metadata).toMatchObject({
      title: details.title,
      description: details.shortDescription,
      publishedAt: '2020-05-01',
    });
    expect(JSON.parse(requests[0]?.body ?? '').context.client.hl).toBe('en');
    expect(JSON.parse(requests[2]?.body ?? '').context.client.hl).toBe('de');
  });

  it('has titles without line breaks, direction marks or control characters', async () => {
    const details = { title: 'Light\u0000house\n\u202Eworks\u2066', author: 'Coast\r\nChannel' };
    const { video } = await fetchScene({ player: playable({ details }) });
    expect(video.metadata.title).toBe('Lighthouse works');
    expect(video.metadata.channel?.name).toBe('Coast Channel');
  });

  test.each([
    ['2020-11-18T21:30:01-08:00', '2020-11-19T05:30:01Z'],
    ['2018-04-23', '2018-04-23'],
    ['soon', undefined],
    ['18/11/2020', undefined],
  ])('has the publication date %s as %s', async (publishDate, publishedAt) => {
    const { video } = await fetchScene({ web: playerReply({ videoId: ID, microformat: { publishDate } }) });
    expect(video.metadata.publishedAt).toBe(publishedAt);
  });

  it('is not asked for its date again when the first reply has it', async () => {
    const { video, asked } = await fetchScene({
      player: playable({ microformat: { publishDate: '2018-04-23' } }),
    });
    expect(video.metadata.publishedAt).toBe('2018-04-23');
    expect(asked).toEqual([PLAYER, CAPTIONS]);
  });

  test.each<[string, Answer]>([
    [
      'a refusal',
      playerReply({
        videoId: ID,
        status: 'UNPLAYABLE',
        reason: 'The page needs to be reloaded.',
        details: null,
      }),
    ],
    [
      'the date of another video',
      playerReply({ videoId: 'otherVideo1', microformat: { publishDate: '2018-04-23' } }),
    ],
    ['a rate limit', tooManyRequests()],
    ['a server error', serverError],
    ['a captcha', captchaPage],
    ['a cut connection', reset],
    ['half an answer', truncated(WEB_WITHOUT_DATE)],
  ])('lacks its date, and nothing else, when the date is answered by %s', async (_, web) => {
    const { video, asked } = await fetchScene({ web });
    expect(spoken(video.cues)).toBe(SPEECH);
    expect(video.metadata).not.toHaveProperty('publishedAt');
    expect(asked).toEqual([PLAYER, CAPTIONS, PLAYER]);
  });

  it('is read from a reply that is wrapped, as for short videos', async () => {
    const { video } = await fetchScene({ player: `{"playerResponse":${playable()}}` });
    expect(spoken(video.cues)).toBe(SPEECH);
  });

  it('gives the same cues from srv3, from automatic srv3, from classic XML and from json3', async () => {
    const track = withTracks({ language: 'en', auto: true });
    const times: unknown[] = [];
    for (const body of [srv3(LINES), srv3Auto(LINES), srv1(LINES), json3(LINES)]) {
      const { video } = await fetchScene({ player: track, captions: { 'en.auto': body } });
      expect(video.kind).toBe('auto');
      expect(spoken(video.cues)).toBe(SPEECH);
      times.push(video.cues.map(({ start }) => start));
    }
    expect(new Set(times.map((list) => JSON.stringify(list))).size).toBe(1);
  });

  it('may speak of consent pages, captchas and refusals', async () => {
    const speech =
      'The consent.youtube.com page, the recaptcha and FAILED_PRECONDITION: a talk about errors.';
    const details = { title: speech, shortDescription: speech };
    const captions = { en: srv3(captionLines(speech)) };
    const { video } = await fetchScene({ player: playable({ details }), captions });
    expect(spoken(video.cues)).toBe(speech);
  });

  it('keeps what stands outside the word tags, line breaks, and entities as they were meant', async () => {
    const body =
      '<timedtext format="3"><body><p t="0" d="4000"><s>[Music]</s> words outside a tag</p>' +
      '<p t="4000" d="4000">one<br/>two</p><p t="8000" d="4000">caf&#233; &amp;lt;b&amp;gt; &amp;amp;</p></body></timedtext>';
    const { video } = await fetchScene({ captions: { en: body } });
    const text = spoken(video.cues);
    expect(text).toContain('words outside a tag');
    expect(text).toMatch(/one\s+two/);
    expect(text).toContain('café &lt;b&gt; &amp;');
  });
});

describe('what is sent to YouTube', () => {
  it('asks as the client of the profile, in English', async () => {
    const { requests } = await fetchScene();
    const { context, videoId } = JSON.parse(requests[0]?.body ?? '');
    expect(videoId).toBe(ID);
    expect(context.client).toMatchObject({ clientName: 'ANDROID', hl: 'en' });
    expect(requests[0]?.headers['user-agent']).toContain(
      `com.google.android.youtube/${context.client.clientVersion}`,
    );
    expect(requests[0]?.headers['content-type']).toBe('application/json');
  });

  it('replaces the caption format instead of adding a second one, and never asks for a translation', async () => {
    const player = withTracks({ language: 'en', query: 'fmt=json3&tlang=fr' });
    const { requests } = await fetchScene({ player });
    expect(requests[1]?.query.getAll('fmt')).toEqual(['srv3']);
    expect(requests[1]?.query.has('tlang')).toBe(false);
    expect(requests[1]?.query.get('signature')).toBe('none');
  });

  it('downloads the track that the rules choose, not the first', async () => {
    const player = playable({
      tracks: [{ language: 'ar' }, { language: 'en', auto: true }, { language: 'en' }],
      defaultTrack: 0,
    });
    const { video, requests } = await fetchScene({ player });
    expect(video).toMatchObject({ kind: 'manual', language: 'en' });
    expect(requests[1]?.query.get('kind')).toBeNull();
  });

  it('downloads the language asked for', async () => {
    const player = withTracks({ language: 'en' }, { language: 'de', auto: true });
    const captions = { 'de.auto': srv3(captionLines('Der Leuchtturm steht auf einem Felsen im Meer.')) };
    const { video } = await fetchScene({ player, captions, options: { languages: ['de-AT'] } });
    expect(video).toMatchObject({ kind: 'auto', language: 'de' });
  });

  it('accepts a caption address without a host', async () => {
    const player = withTracks({ language: 'en', url: `/api/timedtext?v=${ID}&lang=en` });
    const { video } = await fetchScene({ player });
    expect(spoken(video.cues)).toBe(SPEECH);
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    'https://evil.com/api/timedtext?v=x',
    'https://evil.youtube.com/api/timedtext?v=x',
    'https://www.youtube.com.evil.com/api/timedtext?v=x',
    'https://www.youtube.com@evil.com/api/timedtext?v=x',
    'http://www.youtube.com/api/timedtext?v=x',
    '//evil.com/api/timedtext',
    'https://www.youtube.com/redirect?q=https://evil.com',
    'http://',
  ])('never follows the caption address %s', async (url) => {
    const { error, asked } = await refuseScene({ player: withTracks({ language: 'en', url }) });
    expect(error.code).toBe('YOUTUBE_RESPONSE_UNKNOWN');
    expect(error.message).toContain('caption address');
    expect(asked).toEqual([PLAYER]);
  });

  test.each([
    'https://youtube.example',
    'http://10.0.0.1',
    'http://127.0.0.1.evil.com',
    'http://127.0.0.1@evil.com',
    'http://x@127.0.0.1',
    'ftp://127.0.0.1',
    'loopback',
  ])('refuses %s as an address for tests', async (origin) => {
    const { error, asked } = await refuseScene({ options: { origin } });
    expect(error).toMatchObject({ name: 'ConfigError', code: 'CONFIG_INVALID' });
    expect(asked).toEqual([]);
  });

  it('goes to www.youtube.com and nowhere else, whatever a reply says', async () => {
    const hosts = new Set<string>();
    const address = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc
        .tuple(
          fc.constantFrom('https://', 'http://', '//', 'https://www.youtube.com@', 'https:/\\', ''),
          fc.constantFrom(
            'www.youtube.com',
            'evil.com',
            'www.youtube.com.evil.com',
            '169.254.169.254',
            '[::1]',
          ),
          fc.constantFrom(
            '/api/timedtext',
            ':8443/api/timedtext',
            '/api/timedtext/../../x',
            '\\api\\timedtext',
          ),
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(address, async (url) => {
        const answer: typeof globalThis.fetch = async (input) => {
          hosts.add(new URL(String(input)).origin);
          return new Response(playable({ tracks: [{ language: 'en', url }] }));
        };
        const options = { fetch: answer, clients: ONE_CLIENT, sleep: async () => {} };
        await expect(fetchYouTubeVideo(ID, options)).rejects.toBeInstanceOf(PipelineError);
      }),
      { numRuns: 400 },
    );
    expect([...hosts]).toEqual(['https://www.youtube.com']);
  });

  it('refuses what is not a video id before any request', async () => {
    await expect(fetchYouTubeVideo('hello world')).rejects.toMatchObject({ code: 'VIDEO_ID_INVALID' });
  });
});

describe('a video that cannot be had', () => {
  const refusals: [string, Partial<PlayerSketch>, ErrorCode][] = [
    ['removed', { status: 'ERROR', reason: 'This video is unavailable', details: null }, 'VIDEO_UNAVAILABLE'],
    [
      'taken down',
      { status: 'ERROR', reason: 'This video has been removed by the uploader' },
      'VIDEO_UNAVAILABLE',
    ],
    [
      'refused for a reason of its own',
      { status: 'CUSTOM', reason: 'Odd reason', details: null },
      'VIDEO_UNAVAILABLE',
    ],
    [
      'private',
      { status: 'LOGIN_REQUIRED', reason: 'This video is private', details: null },
      'VIDEO_PRIVATE',
    ],
    [
      'private, said in a message',
      { status: 'LOGIN_REQUIRED', messages: ['This is a private video. Please sign in.'] },
      'VIDEO_PRIVATE',
    ],
    [
      'for adults',
      { status: 'LOGIN_REQUIRED', reason: 'Sign in to confirm your age' },
      'VIDEO_AGE_RESTRICTED',
    ],
    [
      'perhaps unsuitable',
      { status: 'LOGIN_REQUIRED', reason: 'This video may be inappropriate for some users.' },
      'VIDEO_AGE_RESTRICTED',
    ],
    [
      'for members',
      { status: 'UNPLAYABLE', reason: "This video is available to this channel's members on level: Gold" },
      'VIDEO_MEMBERS_ONLY',
    ],
    [
      'for subscribers of music',
      { status: 'UNPLAYABLE', reason: 'This video is only available to Music Premium members' },
      'VIDEO_MEMBERS_ONLY',
    ],
    [
      'blocked in the country',
      { status: 'UNPLAYABLE', reason: 'The uploader has not made this video available in your country' },
      'VIDEO_REGION_BLOCKED',
    ],
    [
      'announced',
      { status: 'LIVE_STREAM_OFFLINE', reason: 'This live event will begin in 18 hours.' },
      'VIDEO_UPCOMING',
    ],
    ['a premiere to come', { status: 'UNPLAYABLE', reason: 'Premieres in 2 hours' }, 'VIDEO_UPCOMING'],
    ['upcoming although playable', { details: { isUpcoming: true } }, 'VIDEO_UPCOMING'],
    ['live', { details: { isLive: true }, tracks: [{ language: 'en' }] }, 'VIDEO_LIVE'],
    ['live by its microformat', { microformat: { liveBroadcastDetails: { isLiveNow: true } } }, 'VIDEO_LIVE'],
    [
      'over without a recording',
      { status: 'LIVE_STREAM_OFFLINE', reason: 'This live stream recording is not available.' },
      'VIDEO_UNAVAILABLE',
    ],
    [
      'behind a bot check',
      { status: 'LOGIN_REQUIRED', reason: 'Sign in to confirm you\u2019re not a bot', details: null },
      'YOUTUBE_BOT_CHECK',
    ],
    [
      'behind a sign-in without a reason',
      { status: 'LOGIN_REQUIRED', reason: 'Please sign in', details: null },
      'YOUTUBE_BOT_CHECK',
    ],
    [
      'answered about another video',
      { details: { videoId: 'otherVideo1' }, tracks: [{ language: 'en' }] },
      'YOUTUBE_BOT_CHECK',
    ],
    [
      'limited',
      { status: 'UNPLAYABLE', reason: 'This content isn\u2019t available, try again later.', details: null },
      'YOUTUBE_RATE_LIMITED',
    ],
    [
      'gated',
      { status: 'UNPLAYABLE', reason: 'The page needs to be reloaded.', details: null },
      'YOUTUBE_TOKEN_REQUIRED',
    ],
    ['playable without details', { details: null }, 'YOUTUBE_RESPONSE_UNKNOWN'],
  ];

  test.each(refusals)('%s, is told apart after one request', async (_, sketch, code) => {
    const { error, asked, waits } = await refuseScene({ player: playerReply({ videoId: ID, ...sketch }) });
    expect(error).toMatchObject({ name: 'TranscriptError', code });
    expect(error.message).toContain(ID);
    expect(asked).toEqual([PLAYER]);
    expect(waits).toEqual([]);
  });

  it.each([
    ['an old video', '2020-01-01T10:00:00-08:00', 'TRANSCRIPT_DISABLED'],
    ['a video of yesterday evening', '2026-11-22T20:00:00-08:00', 'TRANSCRIPT_PENDING'],
  ])('without captions is asked for its date: %s', async (_, publishDate, code) => {
    const { error, asked } = await refuseScene({
      player: playerReply({ videoId: ID }),
      web: playerReply({ videoId: ID, microformat: { publishDate } }),
      options: { now: () => Date.parse('2026-11-23T12:00:00Z') },
    });
    expect(error.code).toBe(code);
    expect(asked).toEqual([PLAYER, PLAYER]);
  });

  it('is refused in the words of YouTube, on one line', async () => {
    const player = playerReply({ videoId: ID, status: 'CUSTOM', reason: 'Odd\n\u001B[31mreason' });
    const { error } = await refuseScene({ player });
    expect(error.message).toBe(`Video ${ID}: YouTube says "Odd reason".`);
  });

  it('says when a premiere is planned', async () => {
    const microformat = {
      liveBroadcastDetails: { isLiveNow: false, startTimestamp: '2023-02-28T14:00:00+00:00' },
    };
    const player = playerReply({
      videoId: ID,
      status: 'LIVE_STREAM_OFFLINE',
      reason: 'Begins soon.',
      microformat,
    });
    const { error } = await refuseScene({ player });
    expect(error.message).toContain('2023-02-28T14:00:00+00:00');
  });

  it('lists the tracks when none is in the language asked for', async () => {
    const player = withTracks({ language: 'en' }, { language: 'de', auto: true });
    const { error, asked } = await refuseScene({ player, options: { languages: ['fr'] } });
    expect(error.code).toBe('TRANSCRIPT_LANGUAGE_UNAVAILABLE');
    expect(error.message).toContain('en (manual), de (auto)');
    expect(asked).toEqual([PLAYER]);
  });
});

describe('an answer that is no answer', () => {
  const answers: [string, Answer, ErrorCode][] = [
    ['HTTP 429', tooManyRequests(30), 'YOUTUBE_RATE_LIMITED'],
    ['a captcha page', captchaPage, 'YOUTUBE_RATE_LIMITED'],
    ['a captcha page with status 403', { status: 403, body: String(captchaPage) }, 'YOUTUBE_RATE_LIMITED'],
    [
      'a redirect to a captcha',
      redirectTo('https://www.google.com/sorry/index?continue=x'),
      'YOUTUBE_RATE_LIMITED',
    ],
    ['the consent page', consentPage, 'YOUTUBE_CONSENT_REQUIRED'],
    ['a redirect to the consent page', consentRedirect, 'YOUTUBE_CONSENT_REQUIRED'],
    [
      'a redirect to itself',
      redirectTo('https://www.youtube.com/youtubei/v1/player'),
      'YOUTUBE_RESPONSE_UNKNOWN',
    ],
    ['a redirect to a stranger', redirectTo('https://evil.com/'), 'YOUTUBE_RESPONSE_UNKNOWN'],
    ['HTTP 403', { status: 403, body: '<!DOCTYPE html><title>Forbidden</title>' }, 'YOUTUBE_BOT_CHECK'],
    [
      'HTTP 400 for an untrusted client',
      { status: 400, body: '{"error":{"status":"FAILED_PRECONDITION"}}' },
      'YOUTUBE_TOKEN_REQUIRED',
    ],
    ['HTTP 404', { status: 404, body: 'none' }, 'YOUTUBE_RESPONSE_UNKNOWN'],
    ['a web page', '<html><body>Sign in to the hotel network</body></html>', 'YOUTUBE_RESPONSE_UNKNOWN'],
    ['a body beyond every limit', { body: Buffer.alloc(33 * 1_048_576, '<p>') }, 'YOUTUBE_RESPONSE_UNKNOWN'],
  ];

  test.each(answers)('to the player request: %s', async (_, player, code) => {
    const { error, asked } = await refuseScene({ player });
    expect(error.code).toBe(code);
    expect(asked).toEqual([PLAYER]);
  });

  test.each(answers)('to the caption request: %s', async (_, captions, code) => {
    const { error, asked } = await refuseScene({ captions: { en: captions } });
    expect(error.code).toBe(code);
    expect(asked).toEqual([PLAYER, CAPTIONS]);
  });

  test.each<[string, Answer]>([
    ['no JSON', 'nothing of use'],
    ['cut JSON', playable().slice(0, 200)],
    ['an empty body', ''],
    ['a list', '[]'],
    ['JSON of another form', '{"error":{"code":404}}'],
    ['tracks of another form', playable().replace('"languageCode"', '"language"')],
  ])('to the player request: %s', async (_, player) => {
    const { error } = await refuseScene({ player });
    expect(error.code).toBe('YOUTUBE_RESPONSE_UNKNOWN');
  });

  test.each<[string, Answer, ErrorCode]>([
    ['nothing', '', 'YOUTUBE_TOKEN_REQUIRED'],
    ['white space', ' \n', 'YOUTUBE_TOKEN_REQUIRED'],
    [
      'a document without cues',
      '<?xml version="1.0"?><timedtext format="3"><head><pen id="1"/></head><body></body></timedtext>',
      'TRANSCRIPT_EMPTY',
    ],
    ['a classic document without cues', '<?xml version="1.0"?><transcript></transcript>', 'TRANSCRIPT_EMPTY'],
    ['JSON of another kind', '{"message":"These words are no captions."}', 'YOUTUBE_RESPONSE_UNKNOWN'],
    [
      'cues that are not in a form of YouTube',
      '{"segments":[{"start":0,"end":2,"text":"These words are timed."}]}',
      'YOUTUBE_RESPONSE_UNKNOWN',
    ],
    ['XML of another kind', '<rss><p>These words are no captions.</p></rss>', 'YOUTUBE_RESPONSE_UNKNOWN'],
    ['cues without text', srv3([{ start: 0, duration: 1_000, text: ' ' }]), 'TRANSCRIPT_EMPTY'],
    ['a document broken off', srv3(LINES).slice(0, 200), 'YOUTUBE_RESPONSE_UNKNOWN'],
    [
      'a document broken off between cues',
      srv3(LINES).slice(0, srv3(LINES).lastIndexOf('</p>') + 4),
      'YOUTUBE_RESPONSE_UNKNOWN',
    ],
    ['json3 broken off', json3(LINES).slice(0, 100), 'YOUTUBE_RESPONSE_UNKNOWN'],
    ['plain text', 'These are not captions.', 'YOUTUBE_RESPONSE_UNKNOWN'],
  ])('to the caption request: %s', async (_, captions, code) => {
    const { error, asked } = await refuseScene({ captions: { en: captions } });
    expect(error.code).toBe(code);
    expect(asked).toEqual([PLAYER, CAPTIONS]);
  });

  test.each(['xpe', 'xpv', 'abc,xpe'])(
    'to the caption request, foreseen from exp=%s and not sent',
    async (exp) => {
      const { error, asked } = await refuseScene({
        player: withTracks({ language: 'en', query: `exp=${exp}` }),
      });
      expect(error.code).toBe('YOUTUBE_TOKEN_REQUIRED');
      expect(asked).toEqual([PLAYER]);
    },
  );

  it('is not read beyond the limit of its kind', async () => {
    const { error } = await refuseScene({ player: { body: Buffer.alloc(9 * 1_048_576, ' ') } });
    expect(error.message).toContain('longer than 8 MiB');
    const { error: second } = await refuseScene({
      captions: { en: { body: Buffer.alloc(33 * 1_048_576, ' ') } },
    });
    expect(second.message).toContain('longer than 32 MiB');
  });

  it('says how long YouTube asks to wait', async () => {
    const { error } = await refuseScene({ player: tooManyRequests(30) });
    expect(error.message).toContain('wait 30 s');
  });
});

describe('a poor connection', () => {
  test.each<[string, Answer]>([
    ['a cut connection', reset],
    ['half an answer', truncated(playable())],
    ['a server error', serverError],
  ])('is tried twice more after %s', async (_, fault) => {
    const { video, asked, waits } = await fetchScene({
      player: [fault, fault, playable()],
      captions: { en: [fault, srv3(LINES)] },
    });
    expect(spoken(video.cues)).toBe(SPEECH);
    expect(asked).toEqual([PLAYER, PLAYER, PLAYER, CAPTIONS, CAPTIONS, PLAYER]);
    expect(waits).toHaveLength(3);
    for (const wait of waits) expect(wait).toBeLessThan(2_000);
  });

  test.each<[string, Answer, string]>([
    ['the connection is cut', reset, 'ECONNRESET'],
    ['the server fails', serverError, '503'],
    ['no answer comes', stall, 'timed out'],
  ])('ends as unreachable when three times %s', async (_, fault, reason) => {
    const { error, asked } = await refuseScene({ player: fault, options: { timeoutMs: 50 } });
    expect(error.code).toBe('NETWORK_UNREACHABLE');
    expect(error.message).toContain(reason);
    expect(error.cause).toBeDefined();
    expect(asked).toEqual([PLAYER, PLAYER, PLAYER]);
  });

  it('is timed also for a caller who may cancel', async () => {
    const options = { timeoutMs: 50, signal: new AbortController().signal };
    const { error } = await refuseScene({ player: stall, options });
    expect(error.message).toContain('timed out');
  });

  it('ends as unreachable when nothing listens', async () => {
    const gone = await YouTubeServer.start();
    await gone[Symbol.asyncDispose]();
    const run = fetchYouTubeVideo(ID, { origin: gone.origin, sleep: async () => {} });
    await expect(run).rejects.toMatchObject({
      code: 'NETWORK_UNREACHABLE',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});

describe('cancelling', () => {
  test.each([
    ['the player request', { player: stall }],
    ['the caption request', { captions: { en: stall } }],
    ['the request for the date', { web: stall }],
  ])('ends %s with the reason of the signal', async (_, scene: Scene) => {
    const youtube = await YouTubeServer.start();
    const controller = new AbortController();
    const reason = new DOMException('stopped by the person', 'AbortError');
    youtube.script(ID, {
      player: { ANDROID: scene.player ?? playable(), WEB: scene.web ?? WEB_WITHOUT_DATE },
      captions: scene.captions ?? { en: srv3(LINES) },
    });
    const expected = scene.player ? 1 : scene.captions ? 2 : 3;
    youtube.onRequest = (count) => count === expected && controller.abort(reason);
    const run = fetchYouTubeVideo(ID, { origin: youtube.origin, signal: controller.signal });
    await expect(run).rejects.toBe(reason);
    expect(youtube.asked).toHaveLength(expected);
    await youtube[Symbol.asyncDispose]();
  });

  it('ends the wait between attempts', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.script(ID, { player: { ANDROID: serverError } });
    const controller = new AbortController();
    youtube.onRequest = () => setImmediate(() => controller.abort());
    const run = fetchYouTubeVideo(ID, { origin: youtube.origin, signal: controller.signal });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(youtube.asked).toHaveLength(1);
  });

  it('ends the last attempt with the reason of the signal', async () => {
    await using youtube = await YouTubeServer.start();
    youtube.script(ID, { player: { ANDROID: [serverError, serverError, stall] } });
    const controller = new AbortController();
    youtube.onRequest = (count) => count === 3 && controller.abort();
    const { origin } = youtube;
    const run = fetchYouTubeVideo(ID, { origin, signal: controller.signal, sleep: async () => {} });
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('sends nothing when it came first', async () => {
    const { error, asked } = await runScene({ options: { signal: AbortSignal.abort() } });
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(asked).toEqual([]);
  });
});

describe('a hostile caption document', () => {
  const flood = 200_000;

  test.each<[string, string]>([
    ['paragraphs that never close', `<timedtext><body>${'<p t="1" d="1">'.repeat(flood)}</body></timedtext>`],
    ['tags that never close', `<timedtext><body><p t="1" d="1">${'<s'.repeat(flood)}</p></body></timedtext>`],
    ['brackets', `<timedtext><body><p t="1" d="1">${'<'.repeat(flood)}</p></body></timedtext>`],
  ])('of %s is refused before the library searches it', async (_, captions) => {
    const { error } = await refuseScene({ captions: { en: captions } });
    expect(error.code).toBe('YOUTUBE_RESPONSE_UNKNOWN');
  });

  it('that makes the library fail is read by our parser, with a warning', async () => {
    const body = srv3(LINES).replace('</body>', '<p t="60000" d="1000">&#99999999; end</p></body>');
    const { video } = await fetchScene({ captions: { en: body } });
    expect(spoken(video.cues)).toContain(SPEECH);
    expect(video.warnings).toEqual([expect.stringContaining('youtube-transcript failed')]);
  });

  it('that the two parsers read differently is reported', async () => {
    // The library wants `d` right behind `t`; a placeholder between them hides the cue from it.
    const body = srv3(captionLines(SPEECH.repeat(4))).replaceAll('" d="', '" w="1" d="');
    const { video } = await fetchScene({ captions: { en: body } });
    expect(video.warnings).toEqual([expect.stringContaining('differ')]);
  });
});
