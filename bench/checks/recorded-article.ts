import { join } from 'node:path';
import type { Article } from '../../src/article/index.ts';
import { replayModel } from '../../src/llm/index.ts';
import { createPromptLibrary } from '../../src/prompt/index.ts';
import { createFolderCallCache } from '../../src/store/index.ts';
import { acquireTranscript, type Transcript } from '../../src/transcript/index.ts';
import { writeArticle } from '../../src/write/index.ts';

const SAMPLE = join(import.meta.dirname, '../../samples/biden-zelenskyy');
/** A moment after the recording; nothing checked depends on it. */
const NOW = new Date('2026-11-23T12:00:00Z');

/** The article of the bundled sample, from its recorded answers. */
export async function readRecordedArticle(): Promise<{ article: Article; transcript: Transcript }> {
  const { id, transcript } = await acquireTranscript(join(SAMPLE, 'captions.en.vtt'), {
    given: {},
    stdin: () => {
      throw new Error('The sample is a file');
    },
  });
  const { article } = await writeArticle(transcript, {
    id,
    writer: {
      kind: 'model',
      model: replayModel({ id: 'desk', cache: createFolderCallCache(join(SAMPLE, 'recording')) }),
      prompts: createPromptLibrary(),
      style: 'news',
    },
    length: 'medium',
    minWords: 150,
    now: () => NOW,
  });
  return { article, transcript };
}
