import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { type BatchReport, renderReportHtml, renderReportMarkdown } from '../../batch/index.ts';
import { writeFileAtomically } from '../../store/index.ts';

const FOLDER = '.reports';

export function reportFolder(out: string): string {
  return join(out, FOLDER);
}

export interface SavedReport {
  /** For people; undefined when none could be written. */
  readonly file: string | undefined;
  readonly problems: readonly string[];
}

/** Writes the report in its three forms beside the articles, and once more where it is wanted. Never rejects: the run has ended. */
export async function saveReport(
  report: BatchReport,
  out: string,
  wanted: string | undefined,
): Promise<SavedReport> {
  const name = report.endedAt.replace(/[:.]/gu, '-');
  const problems: string[] = [];
  const save = async (file: string): Promise<string | undefined> => {
    try {
      await writeReport(report, file, out);
      return file;
    } catch (error) {
      problems.push(`The report is missing: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  let own: string | undefined;
  for (const ending of ['json', 'md', 'html']) own = await save(join(reportFolder(out), `${name}.${ending}`));
  const other = wanted === undefined ? undefined : await save(wanted);
  return { file: other ?? own, problems };
}

/** The ending of the file decides the form; Markdown when it says nothing. */
export async function writeReport(report: BatchReport, file: string, out: string): Promise<void> {
  const base = relative(dirname(resolve(file)), resolve(out))
    .split(sep)
    .map(encodeURIComponent)
    .join('/');
  const linkTo = (folder: string): string =>
    [...(base === '' ? [] : [base]), ...folder.split('/').map(encodeURIComponent)].join('/');
  const ending = extname(file).toLowerCase();
  if (ending === '.json') await writeFileAtomically(file, `${JSON.stringify(report, null, 2)}\n`);
  else if (ending === '.html') await writeFileAtomically(file, renderReportHtml(report, linkTo));
  else await writeFileAtomically(file, renderReportMarkdown(report, linkTo));
}
