/**
 * Every failure copydesk can name, in one table. The code is the contract; sentences are for people and are never parsed.
 * `exit` follows the command line contract: 1 failed for good, 2 usage or configuration, 3 refused, 4 run it again, 130 interrupted.
 */
export interface ErrorKind {
  readonly exit: 1 | 2 | 3 | 4 | 130;
  /** Whether the same request can succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly likelyCause: string;
  readonly remedy: string;
}

const FILE_WAY_OUT =
  'or download the captions yourself and pass the file: copydesk write captions.vtt --url LINK';

export const ERROR_CODES = {
  CONFIG_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause: 'A setting, flag or settings file has a value that cannot be used.',
    remedy: 'Correct the settings named above; `copydesk doctor` shows what is in force.',
  },
  LIST_LINE_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause:
      'An option of the line is misspelled, or its value has spaces and no quotation marks around it.',
    remedy: 'Correct the line, such as: talk.vtt --title "Council meeting" --published 2026-11-23',
  },
  SOURCE_NOT_FOUND: {
    exit: 2,
    retryable: false,
    likelyCause: 'The path is misspelled, or the text is neither a file, a YouTube link nor a video id.',
    remedy: 'Pass a caption or text file, a YouTube link, an 11-character video id, or - for standard input.',
  },
  SOURCE_UNREADABLE: {
    exit: 2,
    retryable: false,
    likelyCause: 'The file is a folder, is damaged, or may not be read by this user.',
    remedy:
      'Check the path and its permissions, or export the captions again as VTT, SRT, json3 or plain text.',
  },
  SOURCE_TOO_LARGE: {
    exit: 2,
    retryable: false,
    likelyCause: 'The file is not one transcript, or was made to exhaust memory.',
    remedy: 'Pass the captions of one video; a 25-hour transcript is below every limit.',
  },
  VIDEO_ID_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause: 'The link is not a single YouTube video, or lost a part when it was copied.',
    remedy:
      'Use https://www.youtube.com/watch?v=ID, https://youtu.be/ID, a /shorts/, /live/ or /embed/ link, or the bare id.',
  },
  TRANSCRIPT_EMPTY: {
    exit: 3,
    retryable: false,
    likelyCause: 'The captions hold only music or sound marks, or the download was cut.',
    remedy: 'Check the file in a text editor, or take another caption track.',
  },
  TRANSCRIPT_TOO_SHORT: {
    exit: 3,
    retryable: false,
    likelyCause: 'Too few words were spoken to carry an article; writing one would mean inventing it.',
    remedy: 'Use a longer source, or lower the bar with --min-words if you know what you are doing.',
  },
  TRANSCRIPT_UNUSABLE: {
    exit: 3,
    retryable: false,
    likelyCause: 'The content is a web page, an archive or other data rather than captions or text.',
    remedy: 'Export the captions as VTT, SRT, json3, srv3 or plain text and try again.',
  },
  TRANSCRIPT_DISABLED: {
    exit: 3,
    retryable: false,
    likelyCause:
      'The owner switched captions off, or YouTube has not made any yet (young videos get them hours later).',
    remedy: `Try again tomorrow if the video is new, ${FILE_WAY_OUT}`,
  },
  TRANSCRIPT_PENDING: {
    exit: 4,
    retryable: true,
    likelyCause: 'The video is less than a day old; YouTube makes automatic captions within hours.',
    remedy: `Run the same command again tomorrow, ${FILE_WAY_OUT}`,
  },
  TRANSCRIPT_LANGUAGE_UNAVAILABLE: {
    exit: 3,
    retryable: false,
    likelyCause:
      'The video has captions, but not in the language asked for; machine translations are never taken.',
    remedy: 'Ask for one of the languages listed, or leave --source-language out.',
  },
  VIDEO_UNAVAILABLE: {
    exit: 1,
    retryable: false,
    likelyCause: 'The video was removed, or the id is wrong.',
    remedy: `Open the link in a browser to check it, ${FILE_WAY_OUT}`,
  },
  VIDEO_PRIVATE: {
    exit: 1,
    retryable: false,
    likelyCause: 'Only people its owner invited may see the video.',
    remedy: `Ask the owner for the captions, ${FILE_WAY_OUT}`,
  },
  VIDEO_AGE_RESTRICTED: {
    exit: 1,
    retryable: false,
    likelyCause: 'YouTube shows the video only to signed-in adults.',
    remedy: `Install yt-dlp and pass it the cookies of an adult account (COPYDESK_YOUTUBE_COOKIES; YouTube may suspend accounts used so), ${FILE_WAY_OUT}`,
  },
  VIDEO_MEMBERS_ONLY: {
    exit: 1,
    retryable: false,
    likelyCause: 'The video is for paying members of the channel or of YouTube.',
    remedy: `Download the captions where you are a member, ${FILE_WAY_OUT}`,
  },
  VIDEO_REGION_BLOCKED: {
    exit: 1,
    retryable: false,
    likelyCause: 'The owner has not made the video available in the country of this network.',
    remedy: `Use a network where the video can be watched, ${FILE_WAY_OUT}`,
  },
  VIDEO_UPCOMING: {
    exit: 4,
    retryable: true,
    likelyCause: 'The premiere or live stream has not begun.',
    remedy: 'Run the same command again after it has ended.',
  },
  VIDEO_LIVE: {
    exit: 4,
    retryable: true,
    likelyCause: 'The stream is still running, so its captions are not complete.',
    remedy: 'Run the same command again after it has ended.',
  },
  LIST_LINK_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause: 'The link is not a YouTube channel, playlist or feed, or lost a part when it was copied.',
    remedy:
      'Use https://www.youtube.com/@name, a /channel/UC..., /playlist?list=... or /feeds/videos.xml link, or the bare id.',
  },
  CHANNEL_UNAVAILABLE: {
    exit: 1,
    retryable: false,
    likelyCause: 'The channel was closed, removed or renamed, or the name is misspelled.',
    remedy: 'Open the link in a browser to check it; a channel that was renamed needs its new link.',
  },
  PLAYLIST_UNAVAILABLE: {
    exit: 1,
    retryable: false,
    likelyCause: 'The playlist was deleted, is private, or its id is wrong.',
    remedy:
      'Open the link in a browser without signing in; ask the owner to make a private playlist unlisted.',
  },
  FEED_UNAVAILABLE: {
    exit: 4,
    retryable: true,
    likelyCause:
      'YouTube answers 404 or 500 for feeds of channels that exist, for hours at a time; or the id of the feed is wrong.',
    remedy:
      'Run the same command again later, or pass the link of the channel or playlist itself, which is read in other ways too.',
  },
  YOUTUBE_BOT_CHECK: {
    exit: 4,
    retryable: true,
    likelyCause:
      'YouTube is refusing this network, which is usual on cloud hosts and VPNs; the video itself likely has captions.',
    remedy: `Wait an hour, use another network, install yt-dlp, ${FILE_WAY_OUT}`,
  },
  YOUTUBE_RATE_LIMITED: {
    exit: 4,
    retryable: true,
    likelyCause: 'Too many requests came from this network in a short time.',
    remedy: `Wait (up to an hour) and run the same command again, ${FILE_WAY_OUT}`,
  },
  YOUTUBE_CONSENT_REQUIRED: {
    exit: 4,
    retryable: true,
    likelyCause: 'YouTube answered with its European consent page instead of the video.',
    remedy: `Run the same command again later or from another network, ${FILE_WAY_OUT}`,
  },
  YOUTUBE_TOKEN_REQUIRED: {
    exit: 4,
    retryable: true,
    likelyCause: 'YouTube wants a proof token that only a browser has for this caption track.',
    remedy: `Install yt-dlp or try again later; update copydesk or its list of YouTube clients (COPYDESK_YOUTUBE_CLIENTS), ${FILE_WAY_OUT}`,
  },
  YOUTUBE_RESPONSE_UNKNOWN: {
    exit: 1,
    retryable: false,
    likelyCause: 'YouTube changed the form of its answers.',
    remedy: `Update copydesk or install yt-dlp, ${FILE_WAY_OUT}`,
  },
  YTDLP_MISSING: {
    exit: 1,
    retryable: false,
    likelyCause: 'yt-dlp, the last way to captions, is not installed or not on the PATH.',
    remedy: `Install it (https://github.com/yt-dlp/yt-dlp/wiki/Installation) or name it with COPYDESK_YT_DLP, ${FILE_WAY_OUT}`,
  },
  YTDLP_OUTDATED: {
    exit: 1,
    retryable: false,
    likelyCause: 'The installed yt-dlp is more than 90 days old, and YouTube has changed since.',
    remedy: `Update it (yt-dlp -U, or as it was installed; the packages of distributions are often years old), ${FILE_WAY_OUT}`,
  },
  YTDLP_FAILED: {
    exit: 1,
    retryable: false,
    likelyCause: 'yt-dlp could not read the video, for the reason quoted above.',
    remedy: `Run yt-dlp on the link yourself to see more, ${FILE_WAY_OUT}`,
  },
  NETWORK_UNREACHABLE: {
    exit: 4,
    retryable: true,
    likelyCause: 'There is no connection, a name cannot be resolved, or a proxy stands between.',
    remedy:
      'Write from a caption file, which needs no network (copydesk write captions.vtt --url LINK), or check the connection and run the same command again.',
  },
  PROMPT_NOT_FOUND: {
    exit: 2,
    retryable: false,
    likelyCause: 'The --prompts folder or the style has no such file.',
    remedy: 'Copy the file of that name from the prompts/ folder of copydesk and edit the copy.',
  },
  PROMPT_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause: 'The prompt file has an unknown key, an unknown or unused variable, or lacks a section.',
    remedy: 'Compare it with the file of the same name in the prompts/ folder of copydesk.',
  },
  MODEL_NOT_CONFIGURED: {
    exit: 2,
    retryable: false,
    likelyCause: '--writer model was asked for, but neither OPENAI_API_KEY nor OPENAI_BASE_URL is set.',
    remedy: 'Set one of them (see .env.example), or use --writer extractive, which needs no model.',
  },
  MODEL_AUTH: {
    exit: 2,
    retryable: false,
    likelyCause: 'The key is wrong, was withdrawn, or may not use this model.',
    remedy: 'Set a valid OPENAI_API_KEY for this endpoint; `copydesk doctor` tests it.',
  },
  MODEL_NOT_FOUND: {
    exit: 2,
    retryable: false,
    likelyCause: 'The endpoint has no model of this name.',
    remedy: 'Choose one with --model or COPYDESK_MODEL; `copydesk doctor` lists what the endpoint offers.',
  },
  MODEL_REQUEST_INVALID: {
    exit: 1,
    retryable: false,
    likelyCause: 'The endpoint does not accept a part of the request.',
    remedy: 'Try another model or endpoint; the answer of the server is quoted above.',
  },
  MODEL_QUOTA_EXCEEDED: {
    exit: 4,
    retryable: false,
    likelyCause: 'The account has no credit left, or its monthly limit is reached.',
    remedy: 'Add credit, then run the same command again: answers already paid for are kept.',
  },
  MODEL_RATE_LIMITED: {
    exit: 4,
    retryable: true,
    likelyCause: 'More requests or tokens a minute than the account may use.',
    remedy: 'Set COPYDESK_RPM and COPYDESK_TPM to your limits and run the same command again.',
  },
  MODEL_UNAVAILABLE: {
    exit: 4,
    retryable: true,
    likelyCause: 'The endpoint is down, overloaded, or not at this address.',
    remedy: 'Check OPENAI_BASE_URL, then run the same command again: answers already paid for are kept.',
  },
  MODEL_TIMEOUT: {
    exit: 4,
    retryable: true,
    likelyCause: 'The model did not finish in time.',
    remedy: 'Run the same command again, or allow more with --timeout SECONDS.',
  },
  MODEL_CONTEXT_EXCEEDED: {
    exit: 1,
    retryable: false,
    likelyCause: 'The transcript is longer than the model can read at once.',
    remedy: 'Choose a model with a longer context, or use --writer extractive.',
  },
  MODEL_REFUSED: {
    exit: 1,
    retryable: false,
    likelyCause: 'The model or its content filter declined to write about this material.',
    remedy: 'Use another model, or --writer extractive.',
  },
  MODEL_OUTPUT_TRUNCATED: {
    exit: 1,
    retryable: false,
    likelyCause: 'The answer hit the length limit of the model and was cut.',
    remedy: 'Use a model with a larger output limit, or --length short.',
  },
  MODEL_OUTPUT_INVALID: {
    exit: 1,
    retryable: false,
    likelyCause: 'The model does not keep to the form it was asked for, even after one correction.',
    remedy: 'Use a more capable model, or --writer extractive.',
  },
  REPLAY_MISSING: {
    exit: 2,
    retryable: false,
    likelyCause: 'The source, the prompts or the settings differ from those of the recording.',
    remedy: 'Run without --replay, or record anew with --record DIR.',
  },
  BUDGET_EXCEEDED: {
    exit: 4,
    retryable: false,
    likelyCause: 'The next call would cost more than --max-cost leaves.',
    remedy: 'Raise --max-cost and run the same command again: answers already paid for are kept.',
  },
  STORE_FAILED: {
    exit: 2,
    retryable: false,
    likelyCause: 'The disk is full, or the folder may not be written by this user.',
    remedy: 'Choose another folder with --out, or free space.',
  },
  ARTICLE_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause: 'The file is not an article.json of this version, or was damaged by hand.',
    remedy: 'Compare it with schemas/article.schema.json.',
  },
  DRAFT_NOT_FOUND: {
    exit: 2,
    retryable: false,
    likelyCause:
      'The article was moved or removed since the queue was shown, or the link is of another folder.',
    remedy: 'Go back to the queue, which shows the articles that are there now.',
  },
  REVIEW_UNAUTHORIZED: {
    exit: 2,
    retryable: false,
    likelyCause: 'The desk was started again since, or the page was opened without the link that it prints.',
    remedy: 'Open the link that copydesk review printed when it started; it holds the key of this start.',
  },
  REVIEW_ORIGIN_REFUSED: {
    exit: 2,
    retryable: false,
    likelyCause: 'Another web page tried to use the desk, or the desk was opened under another name.',
    remedy: 'Use the address that copydesk review printed, in a tab of its own.',
  },
  REVIEW_REQUEST_INVALID: {
    exit: 2,
    retryable: false,
    likelyCause: 'A field is missing, empty or too long, or the page is older than the desk.',
    remedy: 'Correct what is named above, or load the page anew.',
  },
  REVIEW_TOO_LARGE: {
    exit: 2,
    retryable: false,
    likelyCause: 'A whole document was pasted where one sentence belongs.',
    remedy: 'Send one sentence at a time; larger changes belong into article.json itself.',
  },
  REVIEW_STALE: {
    exit: 4,
    retryable: false,
    likelyCause: 'Somebody else, or another tab, saved the article since this page was loaded.',
    remedy: 'Compare the two versions shown and decide which one stands.',
  },
  REVIEW_NOT_READY: {
    exit: 4,
    retryable: false,
    likelyCause: 'Something that has to come first is still open.',
    remedy: 'Do what is listed above, then try again.',
  },
  REVIEW_BUSY: {
    exit: 4,
    retryable: true,
    likelyCause: 'More requests arrived at once than one desk can answer.',
    remedy: 'Wait a moment and try again.',
  },
  INTERRUPTED: {
    exit: 130,
    retryable: true,
    likelyCause: 'The run was stopped by you.',
    remedy: 'Run the same command again: it goes on where it was.',
  },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetail {
  readonly cause?: unknown;
  /** Replaces the table's sentence where the place that throws knows better. */
  readonly likelyCause?: string | undefined;
  readonly remedy?: string | undefined;
}

/** A failure with a name, a likely cause and a way out. The message says what happened. */
export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly likelyCause: string;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = new.target.name;
    this.code = code;
    this.likelyCause = detail.likelyCause ?? ERROR_CODES[code].likelyCause;
    this.remedy = detail.remedy ?? ERROR_CODES[code].remedy;
  }

  get exitCode(): number {
    return ERROR_CODES[this.code].exit;
  }

  get isRetryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}

export class ConfigError extends PipelineError {}

/** One way to a transcript that did not lead there. */
export interface Attempt {
  readonly route: string;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface TranscriptErrorDetail extends ErrorDetail {
  /** Every way that was tried, in order. */
  readonly attempts?: readonly Attempt[];
  /** What YouTube asked to wait. */
  readonly retryAfterSeconds?: number | undefined;
}

export class TranscriptError extends PipelineError {
  readonly attempts: readonly Attempt[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, detail: TranscriptErrorDetail = {}) {
    super(code, message, detail);
    this.attempts = detail.attempts ?? [];
    this.retryAfterSeconds = detail.retryAfterSeconds;
  }
}

export class PromptError extends PipelineError {}
export class StoreError extends PipelineError {}
export class ArticleError extends PipelineError {}
export class ReviewError extends PipelineError {}

/** Cancellation passes through every room untouched; this is how a room recognises it. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'APIUserAbortError');
}
