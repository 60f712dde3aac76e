import type { Policy } from '../check/index.ts';
import type { DraftFolder } from '../store/index.ts';
import type { Writer } from '../write/index.ts';

/** What the desk works with. Models, clocks and folders come from outside. */
export interface Desk {
  readonly drafts: DraftFolder;
  /** What becomes of findings: severities and waivers of the settings. */
  readonly policy: Policy;
  readonly now: () => Date;
  /** Spellings for every channel; each channel's own come from the folder. */
  readonly glossary: readonly string[];
  /** The writer that rewords sentences, chosen when it is first needed. */
  readonly writer: () => Promise<Writer>;
  /** Who reviews, where the page does not know yet. */
  readonly reviewer?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}
