import type { Context } from 'hono';
import { type ErrorCode, PipelineError } from '../errors.ts';
import { renderErrorPage } from './pages/error.ts';
import { StaleError } from './stale.ts';

type Status = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 500 | 502 | 503;

const STATUS: Partial<Record<ErrorCode, Status>> = {
  DRAFT_NOT_FOUND: 404,
  REVIEW_UNAUTHORIZED: 401,
  REVIEW_ORIGIN_REFUSED: 403,
  REVIEW_REQUEST_INVALID: 400,
  REVIEW_TOO_LARGE: 413,
  REVIEW_STALE: 412,
  REVIEW_NOT_READY: 409,
  REVIEW_BUSY: 503,
  ARTICLE_INVALID: 409,
  MODEL_NOT_CONFIGURED: 409,
};

/** An error as people read it on a page, and as the page's own script reads it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly likelyCause: string;
  readonly remedy: string;
}

export function describeProblem(error: unknown): Problem {
  if (error instanceof PipelineError) {
    const { code, message, likelyCause, remedy } = error;
    return { code, message, likelyCause, remedy };
  }
  return {
    code: 'UNEXPECTED',
    message: 'Something went wrong in the desk itself; nothing was changed',
    likelyCause: 'A fault in copydesk.',
    remedy: 'Try again; if it stays, start copydesk review with --debug and report what it prints.',
  };
}

export function answerError(context: Context, error: unknown): Response {
  const problem = describeProblem(error);
  const status = statusOf(error);
  if (status === 503) context.header('Retry-After', '1');
  if (context.req.header('accept')?.includes('text/html'))
    return context.html(renderErrorPage(problem).toString(), status);
  return context.json(
    error instanceof StaleError ? { ...problem, conflict: error.conflict } : problem,
    status,
  );
}

function statusOf(error: unknown): Status {
  if (!(error instanceof PipelineError)) return 500;
  const isModel =
    error.code.startsWith('MODEL_') || error.code === 'REPLAY_MISSING' || error.code === 'BUDGET_EXCEEDED';
  return STATUS[error.code] ?? (isModel ? 502 : 500);
}
