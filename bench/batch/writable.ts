import { createModel } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import { acquireTranscript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';
import { startServer } from './server.ts';

/** Files of which the scripted model, which is dull, makes an article at all: the others would measure failures. */
export async function keepWritable(files: readonly string[]): Promise<string[]> {
  using server = await startServer({ latencyMs: 0 });
  const model = createModel({ apiKey: '', baseURL: server.baseURL, model: 'bench' });
  const prompts = createPromptLibrary();
  const stdin = async function* (): AsyncIterable<string> {};
  const kept: string[] = [];
  for (const file of files) {
    try {
      const { id, transcript } = await acquireTranscript(file, { given: { title: 'A talk' }, stdin });
      const writer = { kind: 'model' as const, model, prompts, style: 'news' };
      await writeArticle(transcript, { id, writer, length: 'medium', minWords: 150, now: () => new Date() });
      kept.push(file);
    } catch {
      // Not one for this model.
    }
  }
  return kept;
}
