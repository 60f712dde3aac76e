import { z } from 'zod';
import { systemClock } from './clock.ts';
import { createConnector, type Endpoint } from './connection.ts';
import { ModelError } from './model-error.ts';

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/**
 * Names of the models an endpoint offers, in its own order.
 * @throws {ModelError}
 */
export async function listModels(
  endpoint: Endpoint & { readonly timeoutMs?: number },
  signal?: AbortSignal,
): Promise<string[]> {
  const connection = await createConnector({ ...endpoint, clock: systemClock })();
  const options = { timeout: endpoint.timeoutMs ?? 10_000, ...(signal ? { signal } : {}) };
  let reply: unknown;
  try {
    // Not models.list(): its page object hides what servers of other makes really answer.
    reply = await connection.client.get('/models', options);
  } catch (thrown) {
    signal?.throwIfAborted();
    throw connection.classify(thrown).error;
  }
  const parsed = modelsSchema.safeParse(reply);
  if (parsed.success) return parsed.data.data.map(({ id }) => id);
  throw new ModelError(
    'MODEL_OUTPUT_INVALID',
    'The endpoint answered its list of models with something else.',
    {
      cause: parsed.error,
      likelyCause: 'Something else answers at this address; the base URL usually ends in /v1.',
      remedy: 'Correct OPENAI_BASE_URL.',
    },
  );
}
