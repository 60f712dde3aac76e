export interface LocalServer {
  /** For people. */
  readonly name: string;
  /** Ends in /v1. */
  readonly baseURL: string;
}

export interface FoundServer extends LocalServer {
  /** What it offers, in its own order; at least one. */
  readonly models: readonly string[];
}

/** Servers people run on their own machine, on the ports these have unless told otherwise. */
export const LOCAL_SERVERS: readonly LocalServer[] = [
  { name: 'Ollama', baseURL: 'http://127.0.0.1:11434/v1' },
  { name: 'LM Studio', baseURL: 'http://127.0.0.1:1234/v1' },
  { name: 'llama.cpp', baseURL: 'http://127.0.0.1:8080/v1' },
];

/** A server on this machine answers at once, or is not there. */
const TIMEOUT_MS = 1_500;

/** The first of the servers, in their order, that answers with a list of models. */
export async function findLocalServer(
  servers: readonly LocalServer[] = LOCAL_SERVERS,
  signal?: AbortSignal,
): Promise<FoundServer | undefined> {
  const { listModels } = await import('../llm/index.ts');
  const asked = await Promise.all(
    servers.map(async (server): Promise<FoundServer | undefined> => {
      const endpoint = { apiKey: '', baseURL: server.baseURL, timeoutMs: TIMEOUT_MS };
      const models = await listModels(endpoint, signal).catch((): string[] => []);
      return models.length > 0 ? { ...server, models } : undefined;
    }),
  );
  signal?.throwIfAborted();
  return asked.find((server) => server !== undefined);
}

/** "Ollama (11434), LM Studio (1234)" */
export function describeServers(servers: readonly LocalServer[] = LOCAL_SERVERS): string {
  return servers.map(({ name, baseURL }) => `${name} (${new URL(baseURL).port})`).join(', ');
}
