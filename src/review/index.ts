export { type AppOptions, createReviewApp } from './app.ts';
export { type Certificate, certificateSchema } from './certificate.ts';
export type { Desk } from './desk.ts';
export { type Access, createAccess } from './guard.ts';
export { type RunningDesk, type ServeOptions, serveDesk } from './serve.ts';
