import type { Article, Quote, Sentence, Speaker } from '../article/index.ts';

/** A quotation that stands in the captions, before it has an id and times. */
export type DraftQuote = Pick<Quote, 'text' | 'source' | 'units' | 'edits' | 'match'> & {
  readonly speaker?: string;
};

/** A sentence of either writer. `text` is final: its quotations stand in it, in marks, equal to `quotes[].text`. */
export interface DraftSentence extends Pick<Sentence, 'text' | 'kind' | 'cites'> {
  /** Id of a speaker of the draft. */
  readonly speaker?: string;
  readonly quotes: readonly DraftQuote[];
}

export type DraftParagraph = readonly DraftSentence[];

/** What a writer hands over: an article without ids, times, counts and furniture, which code adds the same way for both. */
export interface Draft {
  readonly headline: string;
  readonly headlineAlternatives?: readonly string[];
  readonly bodyHeadline: string;
  readonly deck: string;
  readonly keyPoints?: NonNullable<Article['keyPoints']>;
  readonly dateline?: NonNullable<Article['dateline']>;
  readonly lead: readonly DraftParagraph[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly DraftParagraph[] }[];
  readonly speakers: readonly Speaker[];
  readonly omissions: Article['omissions'];
  readonly writer: Article['writer'];
  /** Sentences that were not fit to print, with the reason; the findings report them. */
  readonly dropped: readonly { readonly text: string; readonly why: string }[];
}
