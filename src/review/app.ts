import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { type Article, renderArticle } from '../article/index.ts';
import { ReviewError } from '../errors.ts';
import { type Draft, isBound } from '../store/index.ts';
import { answerError, describeProblem, type Problem } from './answers.ts';
import { type Assets, loadAssets } from './assets.ts';
import { certify } from './certificate.ts';
import { decide } from './decisions/decide.ts';
import type { Desk } from './desk.ts';
import { withoutReview } from './edit/finish.ts';
import { examine } from './examine.ts';
import {
  type Access,
  limitBodies,
  limitLoad,
  refuseStrangers,
  requireKey,
  requireSession,
  setHeaders,
} from './guard.ts';
import { answerMedia } from './media.ts';
import { renderCertificate } from './pages/certificate.ts';
import { renderDeskPage } from './pages/desk.ts';
import { renderQueuePage } from './pages/queue.ts';
import { renderWordDiff } from './pages/word-diff.ts';
import { queueQuerySchema, selectDrafts } from './queue.ts';
import { actionSchema, bulkSchema, exportSchema, rewriteSchema } from './request.ts';
import { createRewrites } from './rewrites.ts';
import { readVersions } from './versions.ts';

export interface AppOptions {
  readonly desk: Desk;
  readonly access: Access;
  /** The port that the desk listens on, once it does. */
  readonly port: () => number;
  /** Told of what the desk cannot explain to a reviewer. */
  readonly onError?: (error: unknown) => void;
}

/** The desk: requests in, pages out. Everything that a page shows is escaped, and everything it asks for is checked. */
export function createReviewApp({ desk, access, port, onError }: AppOptions): Hono {
  const app = new Hono();
  const assets = loadAssets();
  app.onError((error, context) => {
    const problem = describeProblem(error);
    if (problem.code === 'UNEXPECTED') onError?.(error);
    return answerError(context, error);
  });
  app.use(setHeaders, refuseStrangers(port));
  // Public code of ours: the page that asks for the link needs its style.
  app.get('/assets/:name', (context) => {
    const asset = assets.get(context.req.param('name'));
    if (!asset) return notFound(context);
    return context.body(asset.body, 200, { 'Content-Type': asset.type });
  });
  app.use(requireSession(access, port), requireKey(access), limitBodies, limitLoad());
  addPages(app, desk);
  addFiles(app, desk, assets);
  addDecisions(app, desk);
  app.notFound(notFound);
  return app;
}

function notFound(context: Context): Response {
  return answerError(context, new ReviewError('DRAFT_NOT_FOUND', 'There is no such page'));
}

function addPages(app: Hono, desk: Desk): void {
  app.get('/', async (context) => {
    const query = queueQuerySchema.parse(context.req.query());
    const queue = selectDrafts(await desk.drafts.list(), query);
    const { reviewer } = desk;
    const page = renderQueuePage({ queue, now: desk.now(), folder: desk.drafts.out, reviewer });
    return context.html(page.toString());
  });
  app.get('/drafts/:id', async (context) => {
    const id = context.req.param('id');
    const draft = await desk.drafts.open(id);
    const [examination, versions, media] = await Promise.all([
      examine(desk, draft),
      readVersions(desk, draft),
      desk.drafts.mediaFile(id),
    ]);
    const page = {
      examination,
      versions,
      now: desk.now(),
      reviewer: desk.reviewer,
      hasMedia: media !== undefined,
    };
    return context.html(renderDeskPage(page).toString());
  });
  app.get('/drafts/:id/certificate', async (context) => {
    const { certificate, draft } = await issueCertificate(desk, context.req.param('id'));
    return context.html(renderCertificate({ certificate, events: draft.log.events }).toString());
  });
}

async function issueCertificate(desk: Desk, id: string) {
  const draft = await desk.drafts.open(id);
  const [examination, { generated }] = await Promise.all([examine(desk, draft), readVersions(desk, draft)]);
  return { draft, certificate: certify(examination, { now: desk.now(), generated }) };
}

function addFiles(app: Hono, desk: Desk, assets: Assets): void {
  app.get('/drafts/:id/transcript', async (context) => {
    const { transcript, article } = await desk.drafts.open(context.req.param('id'));
    const units = transcript?.transcript.units ?? article.units;
    return context.json({
      isWhole: transcript !== undefined,
      units: units.map(({ id, start, end, text, speakers }) => ({
        id,
        start,
        end,
        text,
        speaker: speakers?.join(', '),
      })),
    });
  });
  app.get('/drafts/:id/media', async (context) => {
    const file = await desk.drafts.mediaFile(context.req.param('id'));
    if (file === undefined)
      throw new ReviewError('DRAFT_NOT_FOUND', 'No recording lies in the folder of this article');
    const { body, status, headers } = await answerMedia(file, context.req.header('range'));
    return body === null ? context.body(null, status, headers) : context.body(body, status, headers);
  });
  app.get('/drafts/:id/files/:format', async (context) => {
    const { id, format } = context.req.param();
    const { content, type, name } = await exportFile(desk, { id, format, assets });
    return context.body(content, 200, {
      'Content-Type': type,
      // A file to keep, never a page of this origin: what it says is not ours.
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });
}

interface Export {
  readonly id: string;
  readonly format: string;
  readonly assets: Assets;
}

async function exportFile(desk: Desk, { id, format, assets }: Export) {
  const base = id.replace(/[^\w-]+/gu, '_');
  if (format === 'certificate-json' || format === 'certificate-html') {
    const { certificate, draft } = await issueCertificate(desk, id);
    if (format === 'certificate-json')
      return {
        content: `${JSON.stringify(certificate, null, 2)}\n`,
        type: 'application/json; charset=utf-8',
        name: `${base}-certificate.json`,
      };
    const style = new TextDecoder().decode(assets.get('certificate.css')?.body);
    const page = renderCertificate({ certificate, events: draft.log.events, style });
    return { content: page.toString(), type: 'text/html; charset=utf-8', name: `${base}-certificate.html` };
  }
  const article = exported(await desk.drafts.open(id));
  if (format === 'json')
    return {
      content: `${JSON.stringify(article, null, 2)}\n`,
      type: 'application/json; charset=utf-8',
      name: `${base}.json`,
    };
  const types: Readonly<Record<string, string>> = {
    md: 'text/markdown',
    html: 'text/html',
    txt: 'text/plain',
  };
  const type = Object.hasOwn(types, format) ? types[format] : undefined;
  if (type === undefined || !isRendering(format))
    throw new ReviewError('DRAFT_NOT_FOUND', 'There is no such file');
  const content = renderArticle(article, format, { now: desk.now() });
  return { content, type: `${type}; charset=utf-8`, name: `${base}.${format}` };
}

/** The article as it may leave the desk: it claims a review only while an approval holds for this wording. */
function exported({ article, state }: Draft): Article {
  return isBound(state) ? article : withoutReview(article);
}

function isRendering(format: string): format is 'md' | 'html' | 'txt' {
  return format === 'md' || format === 'html' || format === 'txt';
}

function addDecisions(app: Hono, desk: Desk): void {
  const rewrites = createRewrites();
  app.post('/drafts/:id/decisions', async (context) => {
    const request = await readBody(context, actionSchema);
    const id = context.req.param('id');
    const draft = await desk.drafts.change(id, (current) =>
      decide(request, { desk, rewrites, draft: current }),
    );
    return context.json({ id, sha256: draft.sha256, status: draft.state.status });
  });
  app.post('/drafts/:id/rewrites', async (context) => {
    const body = await readBody(context, rewriteSchema);
    const draft: Draft = await desk.drafts.open(context.req.param('id'));
    const { id, changes, overwrites, model } = await rewrites.propose(desk, draft, body);
    const { language } = draft.article;
    const shown = changes.map(({ target, was, now }) => ({
      target,
      diff: renderWordDiff(was, now, language).toString(),
    }));
    return context.json({ proposal: id, model, overwrites, changes: shown });
  });
  app.post('/bulk', async (context) => {
    const { ids, ...request } = await readBody(context, bulkSchema);
    const failed: { id: string; problem: Problem }[] = [];
    for (const id of new Set(ids))
      await desk.drafts
        .change(id, (draft) => decide(request, { desk, rewrites, draft }))
        .catch((error: unknown) => failed.push({ id, problem: describeProblem(error) }));
    return context.json({ done: new Set(ids).size - failed.length, failed });
  });
  app.post('/export', async (context) => {
    const { ids } = await readBody(context, exportSchema);
    const articles: unknown[] = [];
    const failed: { id: string; problem: Problem }[] = [];
    const exportOne = async (id: string): Promise<void> => {
      const { draft, certificate } = await issueCertificate(desk, id);
      const article = exported(draft);
      const markdown = renderArticle(article, 'md', { now: desk.now() });
      articles.push({ id, article, markdown, certificate });
    };
    for (const id of new Set(ids))
      await exportOne(id).catch((error: unknown) => failed.push({ id, problem: describeProblem(error) }));
    return context.json({ exportedAt: desk.now().toISOString(), articles, failed });
  });
}

/** @throws {ReviewError} REVIEW_REQUEST_INVALID naming what is wrong */
async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  // Only a page of ours can send JSON here: another origin would have to ask first, and is not answered.
  if (!/^application\/json\b/iu.test(context.req.header('content-type') ?? ''))
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'Only JSON is taken here');
  let value: unknown;
  try {
    value = await context.req.json();
  } catch (cause) {
    if (cause instanceof ReviewError) throw cause;
    throw new ReviewError('REVIEW_REQUEST_INVALID', 'The request is not JSON', { cause });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'request'}: ${issue.message}`);
  throw new ReviewError('REVIEW_REQUEST_INVALID', `The request cannot be used: ${problems.join('; ')}`, {
    cause: result.error,
  });
}
