import type { VideoState } from '../store/index.ts';

export type SkipReason =
  | 'done'
  | 'needs-review'
  | 'refused'
  | 'failed'
  | 'not-yet'
  | 'kept'
  | 'claimed'
  | 'duplicate'
  | 'filtered';

export interface DecideOptions {
  readonly now: Date;
  /** Tries again what was refused or failed, and does not wait for the time to look again. */
  readonly retryFailed: boolean;
  /** Writes anew what was written with other prompts, another model or other settings. */
  readonly refresh: boolean;
  /** Hash of what would write it now. Needed to refresh. */
  readonly settings: string | undefined;
  /** Of the file as it is now. */
  readonly fingerprint: string | undefined;
}

/** Why there is nothing to do for a video, by what is known of it; undefined when there is. */
export function whySkip(state: VideoState | undefined, options: DecideOptions): SkipReason | undefined {
  if (!state) return undefined;
  const { status, lookAgainAt, settings, fingerprints = [] } = state;
  const { refresh, retryFailed, fingerprint } = options;
  if (status === 'done' || status === 'needs-review') {
    const isSame =
      settings === options.settings && (fingerprint === undefined || fingerprints.includes(fingerprint));
    return refresh && !isSame ? undefined : status;
  }
  if (retryFailed) return undefined;
  if (lookAgainAt !== undefined && status !== 'running')
    return Date.parse(lookAgainAt) > options.now.getTime()
      ? status === 'refused'
        ? 'refused'
        : 'not-yet'
      : undefined;
  return status === 'refused' || status === 'failed' ? status : undefined;
}
