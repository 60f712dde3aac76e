import { z } from 'zod';

const severitySchema = z.enum(['error', 'warning', 'info']);

const findingSchema = z.object({
  rule: z.string(),
  severity: severitySchema,
  where: z.object({
    /** JSON pointer into article.json. */
    path: z.string(),
    /** Offsets into the text at `path`, in UTF-16 code units. */
    start: z.int().min(0).optional(),
    end: z.int().min(0).optional(),
  }),
  message: z.string(),
  evidence: z.string().optional(),
  fix: z.string().optional(),
  /** Somebody answers for it: it stands here, and counts for nothing. */
  waived: z.object({ reason: z.string(), by: z.string() }).optional(),
});

export const checkedSchema = z.object({
  /** What was checked, where `copydesk check` says it. */
  file: z.string().optional(),
  ran: z.array(z.string()),
  notRun: z.array(z.object({ rule: z.string(), why: z.string() })),
  findings: z.array(findingSchema),
});

/** What `copydesk check --json` prints for a file that it could not read. */
const unreadableSchema = z.object({
  file: z.string(),
  /** One of the codes of the errors; the message is for people. */
  error: z.object({ code: z.string(), message: z.string() }),
});

/** The form of findings.json, and of what `copydesk check --json` prints for a file. */
export const findingsSchema = z.union([checkedSchema, unreadableSchema]);

export type Severity = z.infer<typeof severitySchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Findings = Omit<z.infer<typeof checkedSchema>, 'file'>;
export type Unreadable = z.infer<typeof unreadableSchema>;

/** Findings that stand; waived ones do not. */
export function countFindings({ findings }: Findings): Record<Severity, number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity, waived } of findings) if (!waived) count[severity]++;
  return count;
}

export function countWaived({ findings }: Findings): number {
  return findings.filter(({ waived }) => waived !== undefined).length;
}
