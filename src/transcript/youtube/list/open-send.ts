import { requireNoRefusal, YouTubeGate } from '../gate.ts';
import { createSendRequest, type SendRequest } from '../request.ts';
import { describeTarget } from './list-error.ts';
import type { ListTarget } from './list-link.ts';
import type { ListOptions } from './listed-video.ts';

/** The options of a listing that has its gate, be it its own. */
export type GatedOptions = ListOptions & { readonly gate: YouTubeGate };

export function withGate(options: ListOptions): GatedOptions {
  return { ...options, gate: options.gate ?? new YouTubeGate({ sleep: options.sleep }) };
}

/** Sends requests about a list, each as a visit of its own: between two pages the reader may take hours. */
export function openSend(target: ListTarget, options: GatedOptions): SendRequest {
  const subject = describeTarget(target);
  const send = createSendRequest(subject, options);
  return (request) =>
    options.gate.visit(async () => {
      const reply = await send(request);
      requireNoRefusal(reply, subject);
      return reply;
    }, options.signal);
}
