import { type Findings, findingsSchema } from '../../check/index.ts';

/** Findings can be made again: a damaged findings.json says nothing. */
export function parseFindings(text: string): Findings | undefined {
  try {
    const found = findingsSchema.safeParse(JSON.parse(text)).data;
    return found !== undefined && 'findings' in found ? found : undefined;
  } catch {
    return undefined;
  }
}
