import { TranscriptError } from '../../errors.ts';
import type { PlayerReply, TrackList } from './player.ts';

export interface CaptionTrack {
  /** BCP 47. */
  readonly language: string;
  readonly kind: 'manual' | 'auto';
  /** Where YouTube says the captions are; not checked yet. */
  readonly url: string;
}

const UNKNOWN_LANGUAGE = 'und';
/** Tracks that a message lists. */
const LONGEST_OFFER = 40;

/** The captions there are, and what is known about which of them is what was said. */
export interface TrackOffer {
  readonly tracks: readonly CaptionTrack[];
  /** Language of the original sound. */
  readonly spoken?: string | undefined;
  readonly byDefault?: CaptionTrack | undefined;
}

/**
 * Chooses the captions to write from. Languages asked for are tried in order; in each, captions by people come before
 * automatic ones, and of either kind the exact tag before its relatives. Without any, the language spoken in the video counts
 * in the same way; where it is unknown or has no captions, YouTube's default track. Position in the list never counts (it is
 * alphabetical), and machine translations are not in it.
 * @throws TranscriptError TRANSCRIPT_DISABLED, or TRANSCRIPT_LANGUAGE_UNAVAILABLE naming the tracks there are.
 */
export function chooseTrack(
  offer: TrackOffer,
  videoId: string,
  languages: readonly string[] = [],
): CaptionTrack {
  const track =
    languages.length > 0
      ? firstDefined(languages, (language) => findTrack(offer.tracks, language))
      : chooseSpoken(offer);
  if (track) return track;
  throw noTrack(offer.tracks, videoId, languages);
}

/** What a player reply offers. */
export function offerOf(player: PlayerReply): TrackOffer {
  const list = player.captions?.playerCaptionsTracklistRenderer ?? {};
  const tracks = (list.captionTracks ?? []).map(
    ({ baseUrl, languageCode, kind }): CaptionTrack => ({
      language: normalizeTag(languageCode),
      kind: kind === 'asr' ? 'auto' : 'manual',
      url: baseUrl,
    }),
  );
  return { tracks, spoken: originalLanguage(list, player), byDefault: defaultTrack(tracks, list) };
}

function noTrack(
  tracks: readonly CaptionTrack[],
  videoId: string,
  languages: readonly string[],
): TranscriptError {
  if (tracks.length === 0) {
    return new TranscriptError('TRANSCRIPT_DISABLED', `Video ${videoId} has no captions.`);
  }
  const offer = tracks.slice(0, LONGEST_OFFER).map(({ language, kind }) => `${language} (${kind})`);
  const code = 'TRANSCRIPT_LANGUAGE_UNAVAILABLE';
  if (languages.length > 0) {
    const what = `has no captions in ${languages.join(' or ')}; it has ${offer.join(', ')}.`;
    return new TranscriptError(code, `Video ${videoId} ${what}`);
  }
  const what = `does not say which of its captions is the language spoken: ${offer.join(', ')}.`;
  return new TranscriptError(code, `Video ${videoId} ${what}`, {
    likelyCause: 'YouTube names neither the original sound track nor a default caption track.',
    remedy: 'Ask for one of the languages listed with --source-language.',
  });
}

function chooseSpoken({ tracks, spoken, byDefault }: TrackOffer): CaptionTrack | undefined {
  const automatic = tracks.filter(({ kind }) => kind === 'auto');
  const language = spoken ?? onlyLanguage(automatic) ?? onlyLanguage(tracks);
  return (language === undefined ? undefined : findTrack(tracks, language)) ?? byDefault;
}

/** The recogniser writes what it hears, so one automatic language is the one spoken. */
function onlyLanguage(tracks: readonly CaptionTrack[]): string | undefined {
  const languages = new Set(tracks.map(({ language }) => language));
  return languages.size === 1 ? tracks[0]?.language : undefined;
}

/** Dubbed videos have an automatic track for each dub; only the sound track marked `.4` is what was said. */
function originalLanguage(list: TrackList, player: PlayerReply): string | undefined {
  const ids = [
    ...(list.audioTracks ?? []).map(({ audioTrackId }) => audioTrackId),
    ...(player.streamingData?.adaptiveFormats ?? []).map(({ audioTrack }) => audioTrack?.id),
  ];
  const original = ids.find((id) => id?.endsWith('.4'));
  return original === undefined ? undefined : normalizeTag(original.slice(0, -2));
}

function defaultTrack(tracks: readonly CaptionTrack[], list: TrackList): CaptionTrack | undefined {
  const { audioTracks = [], defaultAudioTrackIndex } = list;
  const audioTrack = audioTracks.length === 1 ? audioTracks[0] : audioTracks[defaultAudioTrackIndex ?? -1];
  return tracks[audioTrack?.defaultCaptionTrackIndex ?? -1];
}

function findTrack(tracks: readonly CaptionTrack[], language: string): CaptionTrack | undefined {
  const wanted = normalizeTag(language);
  if (wanted === UNKNOWN_LANGUAGE) return undefined;
  return firstDefined(['manual', 'auto'] as const, (kind) => {
    const ofKind = tracks.filter((track) => track.kind === kind);
    return (
      ofKind.find((track) => track.language === wanted) ??
      ofKind.find((track) => writtenForm(track.language) === writtenForm(wanted))
    );
  });
}

/** YouTube appends a track's private name to some codes (`en-eEY6OEpapPo`) and uses outdated ones (`iw` for Hebrew). */
export function normalizeTag(code: string): string {
  const tag = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?=-|$)/i.exec(code)?.[0];
  return tag === undefined ? UNKNOWN_LANGUAGE : new Intl.Locale(tag).toString();
}

/** Regions of a language read the same; scripts do not: `en-GB` stands in for `en`, `zh-TW` not for `zh-CN`. */
function writtenForm(tag: string): string {
  if (tag === UNKNOWN_LANGUAGE) return tag;
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script ?? ''}`;
}

function firstDefined<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = find(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
