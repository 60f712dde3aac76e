import { addSpelling, channelGlossaryFile, type Draft, type DraftChange } from '../../store/index.ts';
import { printable } from '../../text/index.ts';
import type { Desk } from '../desk.ts';
import { fixEverywhere } from '../edit/fix-everywhere.ts';
import type { Request } from '../request.ts';
import { type Decision, invalid, rewording } from './rewording.ts';

export async function correctSpelling(
  request: Request<'fix-everywhere'>,
  decision: Decision,
): Promise<DraftChange> {
  const { by, remember } = request;
  const from = printable(request.from);
  const to = printable(request.to).normalize('NFC');
  const { draft, desk } = decision;
  // First, so that the checks of the changed article know it.
  if (remember) await remembered(desk, draft, to);
  return rewording(decision, fixEverywhere(draft.article, from, to), (changes) => ({
    ...{ by, action: 'fix-everywhere', changes, from, to },
  }));
}

export async function rememberSpelling(
  { by, spelling }: Request<'spelling'>,
  { desk, draft }: Decision,
): Promise<DraftChange> {
  const text = printable(spelling).normalize('NFC');
  const channel = await remembered(desk, draft, text);
  return { event: { by, action: 'spelling', spelling: text, channel } };
}

async function remembered({ drafts }: Desk, { article }: Draft, spelling: string): Promise<string> {
  const file = channelGlossaryFile(drafts.out, article.source);
  if (file === undefined)
    throw invalid(
      'The source names no channel, so there is no glossary to keep the spelling in',
      'Fix it here without keeping it, or use --glossary FILE.',
    );
  if (spelling.startsWith('#'))
    throw invalid('A spelling cannot begin with #, which begins a comment', 'Leave the sign out.');
  await addSpelling(file, spelling);
  return article.source.channel?.name ?? '';
}
