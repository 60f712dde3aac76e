import { startModelServer } from '../../test/servers/model-server.ts';
import { newsroomStages } from '../../test/servers/newsroom.ts';
import { answerStages } from '../../test/servers/stages.ts';

/** Run as a process of its own, so that its work is not the pipeline's: `serve.ts LATENCY WRONG` tells its address and serves until it is ended. */
const [latencyMs, wrong] = process.argv.slice(2).map(Number);
const script = answerStages(newsroomStages({ wrong: wrong ?? 0 }));
const server = await startModelServer(script, { latencyMs: latencyMs ?? 0 });
process.send?.(server.baseURL);
process.on('disconnect', () => process.exit());
