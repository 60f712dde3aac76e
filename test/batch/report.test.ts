import { describe, expect, it } from 'vitest';
import {
  batchReportSchema,
  renderReportHtml,
  renderReportMarkdown,
  withoutVideo,
} from '../../src/batch/index.ts';
import { draftOf, everything, outcomeOf, reportOf } from './report-fixture.ts';

const linkTo = (folder: string): string => `../${folder}`;

describe('the report of a batch', () => {
  it('counts every video once', () => {
    const { totals, videos } = batchReportSchema.parse(JSON.parse(JSON.stringify(reportOf())));
    expect(totals).toMatchObject({
      done: 3,
      needsReview: 1,
      refused: 1,
      failed: 1,
      pending: 1,
      skipped: 2,
      left: 12,
    });
    expect(videos).toHaveLength(everything.length);
    expect(totals.cost).toBeCloseTo(0.21 * 4 + 0.64 + 0.33);
  });

  it('does not know the cost of a run when it does not know that of one video', () => {
    expect(reportOf([outcomeOf('a'), outcomeOf('b', { cost: null })]).totals.cost).toBeNull();
  });

  it.each([
    ['Markdown', renderReportMarkdown],
    ['HTML', renderReportHtml],
  ] as const)('lists the drafts by risk and explains every failure, as %s', (_, render) => {
    const text = render(reportOf(), linkTo);
    const places = ['Mayor says', 'Ferry to', 'School board', 'Old pier', 'Council opens'].map((words) =>
      text.indexOf(words),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
    for (const code of ['TRANSCRIPT_DISABLED', 'MODEL_REFUSED', 'BUDGET_EXCEEDED'])
      expect(text).toMatch(new RegExp(code.replace(/_/gu, '.?_'), 'u'));
    expect(text).toContain('What to do: Use another model.');
    expect(text).toContain('2026-11-27 21:00 UTC');
    expect(text).toContain('../edited/draft-0123abcd/article.html');
    expect(text).toContain('12 more were not begun');
  });

  it('lets nothing that a video says become markup', () => {
    const evil = '<img src=x onerror=alert(1)> | [x](javascript:alert(1)) `</style><script>`\u202E';
    const outcomes = [
      outcomeOf('a', { title: evil, source: evil, draft: draftOf(evil, { errors: 1 }) }),
      outcomeOf('b', {
        title: evil,
        source: evil,
        status: 'failed',
        code: 'X',
        message: evil,
        remedy: evil,
        likelyCause: evil,
      }),
    ];
    const page = renderReportHtml(reportOf(outcomes), linkTo);
    expect(page).not.toMatch(/<img|<script|\u202E/u);
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(page).not.toMatch(/<[^>]* (?:style|on\w+)=/u);
    const markdown = renderReportMarkdown(reportOf(outcomes), linkTo);
    expect(markdown).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(javascript|\u202E/u);
    const rows = markdown.split('\n').filter((line) => line.startsWith('| 1'));
    expect(rows[0]?.split(/(?<!\\)\|/u)).toHaveLength(8);
  });

  it('is the same without a video that is to be forgotten, but for its lines', () => {
    const report = withoutVideo(reportOf(), 'errors');
    expect(renderReportHtml(report, linkTo)).not.toContain('Mayor says');
    expect(report.videos).toHaveLength(everything.length - 1);
  });
});
