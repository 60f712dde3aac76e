import { printable } from '../text/index.ts';
import { formatDuration } from './clock.ts';
import { languageTag } from './furniture.ts';
import { embedUrl, sourceUrl, videoIdOf, webUrl } from './links.ts';
import type { Article } from './schema.ts';

/** schema.org NewsArticle as JSON that can stand inside a script element. Facts the article does not have are left out. */
export function renderJsonLd(article: Article): string {
  // A page can only be left through `<`; inside a JSON string its escape is the same character.
  return `${JSON.stringify(newsArticle(article), null, 2).replace(/</g, '\\u003c')}\n`;
}

function newsArticle(article: Article): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: printable(article.headline),
    alternativeHeadline: printable(article.bodyHeadline),
    description: printable(article.description),
    abstract: printable(article.deck),
    inLanguage: languageTag(article.language),
    // The draft's own time; whoever publishes it elsewhere sets the time of that.
    datePublished: article.createdAt,
    dateModified: article.modifiedAt ?? article.createdAt,
    wordCount: article.readTime.words,
    timeRequired: `PT${article.readTime.minutes}M`,
    keywords: article.tags?.map(printable),
    articleSection: article.sections.map((section) => printable(section.heading)),
    image: webUrl(article.image?.url),
    contentLocation: article.dateline && { '@type': 'Place', name: printable(article.dateline.place) },
    digitalSourceType: article.disclosure.digitalSourceType,
    correction: article.corrections?.map(({ at, what, was, now }) => ({
      '@type': 'CorrectionComment',
      datePublished: at,
      text: `${printable(what)}: ${printable(was)} → ${printable(now)}`,
    })),
    isBasedOn: sourceWork(article.source),
  };
}

function sourceWork(source: Article['source']): Record<string, unknown> {
  const videoId = videoIdOf(source);
  return {
    '@type': videoId === undefined ? 'CreativeWork' : 'VideoObject',
    name: printable(source.title),
    url: sourceUrl(source),
    embedUrl: videoId === undefined ? undefined : embedUrl(videoId),
    uploadDate: videoId === undefined ? undefined : source.publishedAt,
    datePublished: source.publishedAt,
    duration: source.durationSeconds === undefined ? undefined : formatDuration(source.durationSeconds),
    inLanguage: languageTag(source.transcript.language),
    // Whether a channel is a person or an organisation is not known, so its type is not said.
    publisher: source.channel && { name: printable(source.channel.name), url: webUrl(source.channel.url) },
    isPartOf:
      source.show === undefined ? undefined : { '@type': 'CreativeWorkSeries', name: printable(source.show) },
  };
}
