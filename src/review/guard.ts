import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { ReviewError } from '../errors.ts';

/** Bytes of one request: a sentence with its reason, or the ids of a whole folder. */
const MOST_BYTES = 256 * 1024;
/** Requests that are worked on at once, and that wait for their turn. What comes on top is turned away. */
const AT_WORK = 16;
const WAITING = 200;

export interface Access {
  /** Stands in the link that is printed; whoever has it may review. */
  readonly token: string;
  /** What the browser keeps instead of the token. */
  readonly session: string;
  /** What the pages send with every decision. The browser keeps it for this port alone, where a cookie goes to every server of the machine. */
  readonly key: string;
}

export function createAccess(): Access {
  const secret = (): string => randomBytes(24).toString('base64url');
  return { token: secret(), session: secret(), key: secret() };
}

/** Headers of every answer. The player of YouTube wants to know who embeds it, so that the referrer is the origin and not nothing. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    'frame-src https://www.youtube-nocookie.com',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'Cache-Control': 'no-store',
};

/** Sets the headers that keep hostile text harmless, whatever answers. */
export const setHeaders: MiddlewareHandler = async (context, next) => {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  await next();
};

/**
 * Answers only what was asked of this desk by its own pages: under the address that it has, so that no other name leads here, and never
 * for a page of another origin.
 */
export function refuseStrangers(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port()}`);
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host))
      throw new ReviewError('REVIEW_ORIGIN_REFUSED', 'The desk is not known under this name', {
        remedy: `Use http://${hosts[0]}/`,
      });
    const origin = context.req.header('origin');
    const isOwn = origin === `http://${host}`;
    const isReading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (origin === undefined ? !isReading : !isOwn)
      throw new ReviewError('REVIEW_ORIGIN_REFUSED', 'This request does not come from a page of the desk');
    // Browsers say who asks also where they send no Origin; a link from elsewhere may lead here, nothing else may.
    const site = context.req.header('sec-fetch-site') ?? 'same-origin';
    const isLink =
      context.req.header('sec-fetch-mode') === 'navigate' &&
      context.req.header('sec-fetch-dest') === 'document';
    if (site !== 'same-origin' && site !== 'none' && !(isReading && isLink))
      throw new ReviewError('REVIEW_ORIGIN_REFUSED', 'This request does not come from a page of the desk');
    await next();
  };
}

/** Cookies know no ports: two desks of one machine must not take each other's. */
const cookieName = (port: number): string => `copydesk_${port}`;

/** Exchanges the token of the link for a cookie that no script can read, and lets nobody in without it. */
export function requireSession({ token, session, key }: Access, port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const given = context.req.query('token');
    if (given !== undefined && context.req.method === 'GET' && isSame(given, token)) {
      setCookie(context, cookieName(port()), session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      // Behind #, which browsers send to nobody: the page's script takes it from there.
      return context.redirect(`/#key=${key}`, 303);
    }
    if (!isSame(getCookie(context, cookieName(port())) ?? '', session))
      throw new ReviewError('REVIEW_UNAUTHORIZED', 'This page is for reviewers who have the link');
    return next();
  };
}

/** Lets nobody decide with the cookie alone, which other servers of this machine may have been sent. */
export function requireKey({ key }: Access): MiddlewareHandler {
  return async (context, next) => {
    const isReading = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!isReading && !isSame(context.req.header('x-copydesk-key') ?? '', key))
      throw new ReviewError('REVIEW_UNAUTHORIZED', 'This page may be read here, and nothing decided', {
        likelyCause: 'It was not opened by the link of this start, or the browser keeps no site data.',
        remedy: 'Open the link that copydesk review printed.',
      });
    await next();
  };
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export const limitBodies = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new ReviewError('REVIEW_TOO_LARGE', `More than ${MOST_BYTES / 1024} KiB were sent at once`);
  },
});

/** Works on a few requests at a time and lets some wait, so that a thousand at once neither exhaust the memory nor stop the desk. */
export function limitLoad(): MiddlewareHandler {
  let atWork = 0;
  const waiting: (() => void)[] = [];
  return async (_, next) => {
    if (atWork >= AT_WORK) {
      if (waiting.length >= WAITING)
        throw new ReviewError('REVIEW_BUSY', 'The desk has more requests than it can answer at once');
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    } else atWork++;
    try {
      await next();
    } finally {
      // The place passes to whoever waits longest.
      const following = waiting.shift();
      if (following) following();
      else atWork--;
    }
  };
}
