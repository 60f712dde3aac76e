import { promptTokens, startModelServer } from '../../test/servers/model-server.ts';
import { newsroomStages } from '../../test/servers/newsroom.ts';
import type { ServerLimits } from '../../test/servers/rate-limits.ts';
import { answerStages } from '../../test/servers/stages.ts';

/** What a server under test was told, as JSON in its first argument. */
export interface ServeOptions {
  readonly latencyMs: number;
  readonly limits?: ServerLimits;
}

/** One accepted request: when it came, and what it counted for. */
export interface Arrival {
  readonly at: number;
  tokens: number;
}

export interface Served {
  readonly accepted: readonly Arrival[];
  readonly refused: number;
}

/** Run as a process of its own, so that its work is not the batch's. Tells its address, answers `report`, and serves until it is ended. */
const { latencyMs, limits }: ServeOptions = JSON.parse(process.argv[2] ?? '{}');
const newsroom = answerStages(newsroomStages());
const accepted: Arrival[] = [];
let requests = 0;

const server = await startModelServer(
  (request) => {
    const arrival = { at: request.arrivedAt, tokens: promptTokens(request) };
    accepted.push(arrival);
    const count = request.onAnswer;
    request.onAnswer = (text) => {
      arrival.tokens += Math.ceil(text.length / 4);
      count?.(text);
    };
    return newsroom(request);
  },
  { latencyMs, ...(limits ? { limits } : {}) },
);
process.send?.(server.baseURL);
process.on('message', () => {
  requests = server.requests.length;
  process.send?.({ accepted, refused: requests - accepted.length } satisfies Served);
});
process.on('disconnect', () => process.exit());
