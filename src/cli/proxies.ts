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
