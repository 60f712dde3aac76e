import { momentOf, passagesOf, sentenceSpace } from '../body.ts';
import { formatClock } from '../clock.ts';
import { fill } from '../furniture.ts';
import { Html, html } from '../html.ts';
import { sourceUrl, videoIdOf } from '../links.ts';
import type { Paragraph, Quote, Sentence, Speaker } from '../schema.ts';
import type { ArticleView } from '../view.ts';
import { isOnlyQuotation, splitAtQuotes } from './quoted.ts';

/** Paragraphs as a reader sees them. `before` is printed ahead of the first sentence. */
export function renderParagraphs(paragraphs: readonly Paragraph[], view: ArticleView, before?: Html): Html {
  const render = view.article.writer.kind === 'model' ? renderProse : renderPassages;
  return html`${paragraphs.map((paragraph, index) => render(paragraph, view, index === 0 ? before : undefined))}`;
}

/** The small sign behind a text that leads to what it rests on: the video at its second, or the words themselves. Nothing without evidence. */
export function renderMark(
  { cites, quotes }: Pick<Sentence, 'cites' | 'quotes'>,
  view: ArticleView,
): Html | undefined {
  const { article, index, furniture } = view;
  const units = cites.filter((id) => index.units.has(id));
  const seconds = momentOf({ cites, quotes }, index);
  const clock = seconds === undefined ? undefined : formatClock(seconds);
  const hasVideo = videoIdOf(article.source) !== undefined && seconds !== undefined;
  if (units.length === 0 && !hasVideo) return undefined;
  const label = hasVideo ? fill(furniture.playFrom, { time: clock ?? '' }) : furniture.showWords;
  const kind = hasVideo ? 'mark' : 'mark mark-words';
  return html`<a class="${kind}" href="${hasVideo ? sourceUrl(article.source, seconds) : `#unit-${units[0]}`}" aria-label="${label}" title="${clock ?? label}"${
    units.length > 0 && html` data-units="${units.join(' ')}"`
  }${clock !== undefined && html` data-clock="${clock}"`}${hasVideo && html` data-seconds="${Math.floor(seconds)}"`}></a>`;
}

/** Sentences in a row as one paragraph; a sentence that is only a quotation stands by itself, with who said it. */
function renderProse(paragraph: Paragraph, view: ArticleView, before?: Html): Html {
  const blocks: Html[] = [];
  let row: Sentence[] = [];
  const close = () => {
    if (row.length > 0) blocks.push(html`<p>${blocks.length === 0 && before}${renderRow(row, view)}</p>\n`);
    row = [];
  };
  for (const [position, sentence] of paragraph.sentences.entries()) {
    // What is printed before the first sentence belongs on its line.
    const mayStandAlone = (position > 0 || before === undefined) && isOnlyQuotation(sentence.text);
    const quote = mayStandAlone ? view.index.quotes.get(sentence.quotes[0] ?? '') : undefined;
    if (quote === undefined) row.push(sentence);
    else {
      close();
      blocks.push(renderQuotation(sentence, quote, view));
    }
  }
  close();
  return html`${blocks}`;
}

function renderQuotation(sentence: Sentence, quote: Quote, view: ArticleView): Html {
  const speaker = view.index.speakers.get(sentence.speaker ?? quote.speaker ?? '');
  const words = html`<blockquote><p>${renderSentence(sentence, view)}</p></blockquote>`;
  return html`<figure class="quotation">${words}${renderCaption(speaker)}</figure>\n`;
}

/** The passages of an extractive paragraph: the speakers' own words, under their names and the time they begin at. */
function renderPassages(paragraph: Paragraph, view: ArticleView, before?: Html): Html {
  return html`${passagesOf(paragraph, view.index).map(({ speaker, sentences }, index) => {
    const seconds = momentOf(sentences[0] ?? { cites: [], quotes: [] }, view.index);
    const words = html`<blockquote><p>${index === 0 && before}${renderRow(sentences, view)}</p></blockquote>`;
    return html`<figure class="passage">${renderCaption(speaker, seconds)}${words}</figure>\n`;
  })}`;
}

function renderCaption(speaker?: Speaker, seconds?: number): Html | undefined {
  const facts = [
    speaker && html`<b><bdi>${speaker.name}</bdi></b>`,
    speaker?.role !== undefined && html`<span class="role"><bdi>${speaker.role}</bdi></span>`,
    seconds !== undefined && html`<span class="clock">${formatClock(seconds)}</span>`,
  ].filter((fact) => fact instanceof Html);
  if (facts.length === 0) return undefined;
  return html`<figcaption>${facts.map((fact, index) => [index > 0 && ' · ', fact])}</figcaption>`;
}

function renderRow(sentences: readonly Sentence[], view: ArticleView): Html {
  const space = sentenceSpace(view.article.language);
  return html`${sentences.map((sentence, index) => [index > 0 && space, renderSentence(sentence, view)])}`;
}

function renderSentence(sentence: Sentence, view: ArticleView): Html {
  const quotes = sentence.quotes.flatMap((id) => view.index.quotes.get(id) ?? []);
  const isPassage = view.article.writer.kind === 'extractive';
  const parts = isPassage ? [{ text: sentence.text }] : splitAtQuotes(sentence.text, quotes);
  const words = parts.map(({ text, quote }) =>
    quote ? html`<q>${text}</q>${renderVoice(quote, view)}` : text,
  );
  return html`<span class="sentence" id="sentence-${sentence.id}">${words}${renderMark(sentence, view)}</span>`;
}

/** That a quotation came through an interpreter or a translation, where the source shows it. */
function renderVoice({ voice, translation }: Quote, { furniture }: ArticleView): Html | undefined {
  if (translation !== undefined)
    return html` <span class="voice">(${furniture.translated}: ${translation})</span>`;
  if (voice === undefined || voice === 'original') return undefined;
  return html` <span class="voice">(${furniture[voice]})</span>`;
}
