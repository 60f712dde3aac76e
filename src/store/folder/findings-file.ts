import { z } from 'zod';
import { type Findings, findingsSchema } from '../../check/index.ts';

const boundSchema = z.object({ articleSha256: z.string() });

/** Findings as they lie on disk. */
export interface FoundOnDisk {
  readonly findings: Findings;
  /** SHA-256 of the article.json that they are about; older files do not say. */
  readonly articleSha256?: string;
}

/** Findings as findings.json has them, with the article that they are about. */
export function printFindings(findings: Findings, articleSha256: string): string {
  return `${JSON.stringify({ articleSha256, ...findings }, null, 2)}\n`;
}

/** Findings can be made again: a damaged findings.json says nothing. */
export function parseFindings(text: string): FoundOnDisk | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const findings = findingsSchema.safeParse(value).data;
    if (findings === undefined || !('findings' in findings)) return undefined;
    return { findings, ...boundSchema.safeParse(value).data };
  } catch {
    return undefined;
  }
}

/** Whether findings are about this article. Of files that do not say it, the times have to; equal ones say nothing, for clocks are coarse. */
export function areAbout(
  { articleSha256 }: FoundOnDisk,
  sha256: string,
  times: { readonly findings: number; readonly article: number },
): boolean {
  return articleSha256 === undefined ? times.findings > times.article : articleSha256 === sha256;
}
