import { requireNoRefusal, YouTubeGate } from '../gate.ts';
import { createSendRequest, type SendRequest } from '../request.ts';
import { describeTarget } from './list-error.ts';
import type { ListTarget } from './list-link.ts';
import type { ListOptions } from './listed-video.ts';

/** Sends requests about a list, each as a visit of its own: between two pages the reader may take hours. */
export function openSend(target: ListTarget, options: ListOptions): SendRequest {
  const subject = describeTarget(target);
  const send = createSendRequest(subject, options);
  const gate = options.gate ?? new YouTubeGate({ sleep: options.sleep });
  return (request) =>
    gate.visit(async () => {
      const reply = await send(request);
      requireNoRefusal(reply, subject);
      return reply;
    }, options.signal);
}
