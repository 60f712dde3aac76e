import type { DraftSummary } from '../../store/index.ts';
import type { BatchReport, ReportedVideo } from './batch-report.ts';
import { riskOf } from './risk.ts';

export interface ReportedDraft {
  readonly video: ReportedVideo;
  readonly draft: DraftSummary;
}

/** Articles there are, those most in need of a reader first. */
export function byRisk(videos: readonly ReportedVideo[]): ReportedDraft[] {
  return videos
    .flatMap((video) => (video.draft && video.why !== 'duplicate' ? [{ video, draft: video.draft }] : []))
    .toSorted((one, other) => riskOf(other.draft).points - riskOf(one.draft).points);
}

export interface Trouble {
  readonly status: string;
  readonly code: string;
  readonly cause: string | undefined;
  readonly remedy: string | undefined;
  readonly members: readonly ReportedVideo[];
}

const ORDER = ['failed', 'pending', 'refused'] as const;
const HEADING = { failed: 'Failed', pending: 'To be tried again', refused: 'Refused' } as const;

/** What did not come to an article in this run, by its error: the same remedy helps all of a group. */
export function groupByCode(videos: readonly ReportedVideo[]): Trouble[] {
  return ORDER.flatMap((status) => {
    const groups = Map.groupBy(
      videos.filter((video) => video.status === status),
      ({ code }) => code ?? 'UNEXPECTED',
    );
    return [...groups].map(([code, members]) => ({
      status: HEADING[status],
      code,
      cause: members[0]?.likelyCause,
      remedy: members[0]?.remedy,
      members,
    }));
  });
}

const WHY: Readonly<Record<NonNullable<ReportedVideo['why']>, string>> = {
  done: 'already written',
  'needs-review': 'already written, with errors of the checks standing',
  refused: 'refused before; --retry-failed looks again',
  failed: 'failed before; --retry-failed tries again',
  'not-yet': 'to be looked at again later; --retry-failed does it now',
  kept: 'edited or decided on by a person, and left as they are',
  claimed: 'in work by another run',
  duplicate: 'named twice',
  filtered: 'left out by the filters',
};

export function describeWhy(why: string): string {
  return Object.hasOwn(WHY, why) ? WHY[why as keyof typeof WHY] : why;
}

/** The figures of a run, a line each. */
export function headlineFigures({ totals, startedAt, endedAt, writer, exitCode }: BatchReport): string[] {
  const { done, needsReview, refused, failed, pending, skipped, calls, sent, tokens, cost } = totals;
  const seconds = Math.max(0, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1_000));
  return [
    `Written: ${done + needsReview}${needsReview > 0 ? `, ${needsReview} of them with errors of the checks` : ''}`,
    `Failed: ${failed}, refused: ${refused}, to be tried again: ${pending}, nothing to do: ${skipped}`,
    `Model: ${calls.toLocaleString('en')} calls, ${sent.toLocaleString('en')} sent, ${tokens.toLocaleString('en')} tokens, ${formatDollars(cost)}`,
    ...(writer === undefined ? [] : [writer]),
    `Time: ${formatSeconds(seconds)}, exit code ${exitCode}`,
  ];
}

export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  return `${hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : minutes}:${String(rest).padStart(2, '0')}`;
}

export function formatDollars(cost: number | null): string {
  if (cost === null) return 'price unknown';
  if (cost === 0) return '$0';
  return cost < 0.0001 ? 'under $0.0001' : `$${cost.toFixed(cost < 1 ? 4 : 2)}`;
}
