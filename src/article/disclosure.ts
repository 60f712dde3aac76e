import { sentenceSpace } from './body.ts';
import { type Furniture, fill, furnitureFor } from './furniture.ts';
import type { Article } from './schema.ts';

/** Terms of http://cv.iptc.org/newscodes/digitalsourcetype/ for a text that no person has reviewed. */
const DIGITAL_SOURCE_TYPE = {
  model: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  /**
   * A fixed algorithm without training data chose and ordered the passages. `compositeCapture` would fit the spoken words as well, but says
   * nothing of the software that put them together; `trainedAlgorithmicMedia` would claim a model that was not there.
   */
  extractive: 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia',
} as const;

export interface WriterFacts {
  readonly kind: Article['writer']['kind'];
  readonly model?: string | undefined;
  /** BCP 47: the language of the article. */
  readonly language: string;
  readonly transcriptKind: Article['source']['transcript']['kind'];
  /** Who answers for it, once somebody does. */
  readonly review?: Article['review'];
}

/** What an article says of who wrote it and what that is worth, in its own language where there is furniture for it, else in English. */
export function discloseWriter({
  kind,
  model,
  language,
  transcriptKind,
  review,
}: WriterFacts): Article['disclosure'] {
  const { disclosure: texts, locale } = furnitureFor(language);
  const captions = transcriptKind === 'auto' ? [texts.autoCaptions] : [];
  const writer = model === undefined ? texts.modelUnnamed : fill(texts.modelNamed, { model });
  const detail = kind === 'model' ? [writer, texts.modelDetail] : [texts.extractiveDetail];
  const label = {
    model: review ? texts.modelReviewedLabel : texts.modelLabel,
    extractive: review ? texts.extractiveReviewedLabel : texts.extractiveLabel,
  };
  return {
    label: label[kind],
    detail: [...detail, closing(review, texts), ...captions].join(sentenceSpace(locale)),
    digitalSourceType: DIGITAL_SOURCE_TYPE[kind],
  };
}

function closing(review: Article['review'], texts: Furniture['disclosure']): string {
  if (!review) return texts.notReviewed;
  return review.editor === undefined ? texts.reviewed : fill(texts.reviewedBy, { editor: review.editor });
}
