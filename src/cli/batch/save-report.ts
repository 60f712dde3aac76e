import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { type BatchReport, renderReportHtml, renderReportMarkdown } from '../../batch/index.ts';
import { writeFileAtomically } from '../../store/index.ts';

const FOLDER = '.reports';

export function reportFolder(out: string): string {
  return join(out, FOLDER);
}

/** Writes the report in its three forms beside the articles, and once more where it is wanted. Returns the path for people. */
export async function saveReport(
  report: BatchReport,
  out: string,
  wanted: string | undefined,
): Promise<string> {
  const name = report.endedAt.replace(/[:.]/gu, '-');
  const html = join(reportFolder(out), `${name}.html`);
  for (const ending of ['json', 'md', 'html'])
    await writeReport(report, join(reportFolder(out), `${name}.${ending}`), out);
  if (wanted === undefined) return html;
  await writeReport(report, wanted, out);
  return wanted;
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
