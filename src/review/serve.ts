import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createReviewApp } from './app.ts';
import type { Desk } from './desk.ts';
import { createAccess } from './guard.ts';

/** This machine alone: the adapter would listen on every interface by itself. */
const HOST = '127.0.0.1';
/** Milliseconds that a client may take to say what it wants. */
const HEADERS_WITHIN = 30_000;
const REQUEST_WITHIN = 60_000;
/** Connections that the system holds until they are looked at. */
const BACKLOG = 2_048;

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly onError?: (error: unknown) => void;
}

export interface RunningDesk {
  /** The link that lets a reviewer in. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the desk on this machine. The token in its address is new with every start. */
export async function serveDesk(desk: Desk, { port, onError }: ServeOptions): Promise<RunningDesk> {
  const access = createAccess();
  let bound = port;
  const app = createReviewApp({ desk, access, port: () => bound, ...(onError ? { onError } : {}) });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout: HEADERS_WITHIN, requestTimeout: REQUEST_WITHIN },
  });
  server.listen({ port, host: HOST, backlog: BACKLOG });
  await once(server, 'listening');
  bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${HOST}:${bound}/?token=${access.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
