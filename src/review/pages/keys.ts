export type PageKind = 'queue' | 'desk';

interface KeyEntry {
  readonly keys: readonly string[];
  readonly does: string;
}

/** The map that `?` shows. The scripts of the pages act on the controls that carry these keys. */
export const KEYS: Readonly<Record<PageKind, readonly KeyEntry[]>> = {
  queue: [
    { keys: ['j', 'k'], does: 'Next, previous draft' },
    { keys: ['Enter'], does: 'Open it' },
    { keys: ['s'], does: 'Select it' },
    { keys: ['a'], does: 'Assign what is selected' },
    { keys: ['x'], does: 'Export what is selected' },
    { keys: ['/'], does: 'Search' },
    { keys: ['?'], does: 'This map' },
  ],
  desk: [
    { keys: ['s'], does: 'Start the review' },
    { keys: ['j', 'k'], does: 'Next, previous finding; quotation on the quotes tab' },
    { keys: ['↓', '↑'], does: 'Next, previous sentence or transcript line' },
    { keys: ['a'], does: 'Accept the fix' },
    { keys: ['x'], does: 'Dismiss the finding' },
    { keys: ['e'], does: 'Edit the selected text' },
    { keys: ['r'], does: 'Word the selected sentence anew' },
    { keys: ['b'], does: 'Send the finding, or the article, back' },
    { keys: ['p'], does: 'Play or pause the evidence' },
    { keys: ['[', ']'], does: 'Five seconds back, forward' },
    { keys: ['l'], does: 'I listened to this quotation; plays it first where it can' },
    { keys: ['c'], does: 'Cite, or no longer cite, the transcript line' },
    { keys: ['m'], does: 'Comment on the paragraph' },
    { keys: ['u'], does: 'Undo my last decision' },
    { keys: ['Ctrl', 'S'], does: 'Save the edit' },
    { keys: ['Ctrl', 'Enter'], does: 'Approve; in a dialog, its main button' },
    { keys: ['o'], does: 'Open the source at this second' },
    { keys: ['1', '–', '5'], does: 'Article, quotes, names and numbers, changes, record' },
    { keys: ['/'], does: 'Search the transcript' },
    { keys: ['q'], does: 'Back to the queue' },
    { keys: ['?'], does: 'This map' },
  ],
};
