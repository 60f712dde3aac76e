import { ERROR_CODES, TranscriptError } from '../errors.ts';
import type { Context } from './context.ts';

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

export const PROXY_REMEDY = 'Set NODE_USE_ENV_PROXY=1 to have requests go through the proxy.';

/** Names of the proxy variables that are set. */
export function proxiesOf(env: Context['env']): string[] {
  return VARIABLES.filter((variable) => env[variable]);
}

/** Those that Node passes over, which it does unless it is told otherwise. */
export function findUnusedProxies(env: Context['env']): string[] {
  return env.NODE_USE_ENV_PROXY === '1' ? [] : proxiesOf(env);
}

/** A proxy that is set and not used is the likeliest reason why nothing answers. An error that knows its cause better stays. */
export function suggestProxy(error: unknown, { env }: Pick<Context, 'env'>): unknown {
  const proxies = findUnusedProxies(env);
  const isCutOff =
    error instanceof TranscriptError &&
    error.code === 'NETWORK_UNREACHABLE' &&
    error.likelyCause === ERROR_CODES.NETWORK_UNREACHABLE.likelyCause;
  if (!isCutOff || proxies.length === 0) return error;
  const { code, message, cause, attempts, remedy } = error;
  return new TranscriptError(code, message, {
    cause,
    attempts,
    likelyCause: `${proxies.join(', ')} ${proxies.length > 1 ? 'are' : 'is'} set, but Node does not use it by itself.`,
    remedy: `${PROXY_REMEDY} ${remedy}`,
  });
}
