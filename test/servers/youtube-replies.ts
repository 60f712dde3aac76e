/** Replies in the shape of YouTube's, made from what a test wants to say. */

export interface TrackSketch {
  readonly language: string;
  readonly auto?: boolean;
  /** Replaces the usual address. */
  readonly url?: string;
  /** Further query parameters of the usual address. */
  readonly query?: string;
}

export interface PlayerSketch {
  readonly videoId: string;
  readonly status?: string;
  readonly reason?: string;
  readonly messages?: readonly string[];
  /** Merged over plain details; null leaves them out, as refusals often do. */
  readonly details?: Readonly<Record<string, unknown>> | null;
  readonly tracks?: readonly TrackSketch[];
  /** Index of the default caption track for the only sound track. */
  readonly defaultTrack?: number;
  /** Sound tracks as `language.role`: `.4` original, `.3` dub. */
  readonly sounds?: readonly string[];
  readonly microformat?: Readonly<Record<string, unknown>>;
}

/** The JSON of a player reply. */
export function playerReply(sketch: PlayerSketch): string {
  const {
    videoId,
    status = 'OK',
    reason,
    messages,
    details = {},
    tracks = [],
    sounds = [],
    microformat,
  } = sketch;
  return JSON.stringify({
    responseContext: { serviceTrackingParams: [] },
    playabilityStatus: { status, reason, messages, contextParams: 'Q0FF' },
    ...(details && { videoDetails: { ...plainDetails(videoId), ...details } }),
    ...(tracks.length > 0 && { captions: { playerCaptionsTracklistRenderer: trackList(sketch, tracks) } }),
    streamingData: {
      adaptiveFormats: [
        { itag: 140 },
        ...sounds.map((id) => ({ itag: 140, audioTrack: { id, displayName: id } })),
      ],
    },
    ...(microformat && { microformat: { playerMicroformatRenderer: microformat } }),
  });
}

function plainDetails(videoId: string): Record<string, unknown> {
  return {
    videoId,
    title: 'How a lighthouse works',
    author: 'Coast Channel',
    channelId: 'UCabcdefghijklmnopqrstuv',
    lengthSeconds: '600',
    shortDescription: 'A visit to the lamp room.',
    isLiveContent: false,
    viewCount: '1234',
  };
}

function trackList(
  { videoId, defaultTrack }: PlayerSketch,
  tracks: readonly TrackSketch[],
): Record<string, unknown> {
  return {
    captionTracks: tracks.map((track) => ({
      baseUrl: track.url ?? trackAddress(videoId, track),
      name: { runs: [{ text: track.language + (track.auto ? ' (auto-generated)' : '') }] },
      vssId: `${track.auto ? 'a' : ''}.${track.language}`,
      languageCode: track.language,
      ...(track.auto && { kind: 'asr' }),
      isTranslatable: true,
    })),
    audioTracks: [
      { captionTrackIndices: tracks.map((_, index) => index), defaultCaptionTrackIndex: defaultTrack },
    ],
    translationLanguages: [{ languageCode: 'fr', languageName: { runs: [{ text: 'French' }] } }],
    defaultAudioTrackIndex: 0,
  };
}

/** Real addresses carry a format already (`srv3` for the Android client); the one here is wrong on purpose. */
function trackAddress(videoId: string, { language, auto, query }: TrackSketch): string {
  const kind = auto ? '&kind=asr' : '';
  const extra = query === undefined ? '' : `&${query}`;
  return `https://www.youtube.com/api/timedtext?v=${videoId}&expire=1&signature=none${kind}&lang=${language}&fmt=srv1${extra}`;
}

export interface CaptionLine {
  /** Milliseconds. */
  readonly start: number;
  readonly duration: number;
  readonly text: string;
}

/** Cuts a text into cues of eight words, spoken at 150 words a minute. */
export function captionLines(text: string): CaptionLine[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: CaptionLine[] = [];
  for (let index = 0; index < words.length; index += 8) {
    const line = words.slice(index, index + 8);
    lines.push({ start: index * 400, duration: line.length * 400, text: line.join(' ') });
  }
  return lines;
}

export function srv3(lines: readonly CaptionLine[]): string {
  const paragraphs = lines.map(
    ({ start, duration, text }) => `<p t="${start}" d="${duration}">${escapeXml(text)}</p>`,
  );
  return `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<body>\n${paragraphs.join('\n')}\n</body>\n</timedtext>\n`;
}

/** As automatic captions are sent: a time for every word, and a line break between the lines that roll. */
export function srv3Auto(lines: readonly CaptionLine[]): string {
  const paragraphs = lines.map(({ start, duration, text }) => {
    const words = text.split(' ').map((word, index) => {
      const time = index === 0 ? '' : ` t="${index * 400}"`;
      return `<s${time} ac="240">${index === 0 ? '' : ' '}${escapeXml(word)}</s>`;
    });
    const gap = `<p t="${start + duration - 10}" d="2000" w="1" a="1">\n</p>`;
    return `<p t="${start}" d="${duration + 2_000}" w="1">${words.join('')}</p>\n${gap}`;
  });
  const head = '<head><ws id="0"/><ws id="1" mh="2" ju="0" sd="3"/><wp id="0"/></head>';
  return `<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n${head}\n<body>\n${paragraphs.join('\n')}\n</body>\n</timedtext>\n`;
}

/** The classic form: seconds, and entities escaped twice. */
export function srv1(lines: readonly CaptionLine[]): string {
  const rows = lines.map(
    ({ start, duration, text }) =>
      `<text start="${start / 1_000}" dur="${duration / 1_000}">${escapeXml(escapeXml(text))}</text>`,
  );
  return `<?xml version="1.0" encoding="utf-8" ?><transcript>${rows.join('')}</transcript>`;
}

export function json3(lines: readonly CaptionLine[]): string {
  const events = lines.map(({ start, duration, text }) => ({
    tStartMs: start,
    dDurationMs: duration,
    segs: [{ utf8: text }],
  }));
  return JSON.stringify({ wireMagic: 'pb3', pens: [{}], events });
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
