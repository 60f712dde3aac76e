import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createFolderReplyCache } from '../store/index.ts';
import { YouTubeGate, type YouTubeOptions, type YtDlpOptions } from '../transcript/index.ts';
import type { Context } from './context.ts';

interface Surroundings {
  readonly context: Context;
  /** Tells the person what a wait is for. */
  readonly note: (line: string) => void;
}

/** How one run asks YouTube: one gate for all of its videos, answers kept beside those of models. */
export function openYouTube(config: Config, { context, note }: Surroundings): YouTubeOptions {
  return {
    origin: config.youtubeOrigin,
    clients: config.youtubeClients,
    refresh: config.refresh,
    ytDlp: ytDlpOf(config, context.env),
    cache: createFolderReplyCache(join(config.cacheDir ?? join(config.out, '.cache'), 'youtube')),
    gate: new YouTubeGate({
      // A loopback address is no one to be considerate of.
      sleep: config.youtubeOrigin === undefined ? undefined : async () => {},
      onLongWait: (ms) => note(`Waiting ${Math.ceil(ms / 1_000)} s: YouTube has refused a request`),
    }),
  };
}

/** A loopback address that stands for YouTube does so for yt-dlp only by name: left to itself it would ask the real one. */
export function ytDlpOf(config: Config, env: Context['env']): YtDlpOptions | undefined {
  const { ytDlp, youtubeOrigin, youtubeCookies } = config;
  const program = ytDlp ?? (youtubeOrigin === undefined ? 'yt-dlp' : 'off');
  if (program === 'off') return undefined;
  return { program, cookies: youtubeCookies, env: withoutOurs(env) };
}

/** Keys to models are nothing that another program needs to see. */
function withoutOurs(env: Context['env']): YtDlpOptions['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(?:OPENAI|COPYDESK)_/.test(name)));
}
