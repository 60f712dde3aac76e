import {
  type CreateNodeOptions,
  type DocumentOptions,
  type ScalarTag,
  type SchemaOptions,
  stringify,
  type ToStringOptions,
} from 'yaml';
import { printable } from '../text/index.ts';
import { sourceUrl, webUrl } from './links.ts';
import { renderMarkdownBody } from './render-markdown.ts';
import type { Article } from './schema.ts';

export type SiteGenerator = 'hugo' | 'astro' | 'jekyll';

/** Markdown with the front matter that a site generator expects. It stays a draft until a person publishes it. */
export function renderSitePage(article: Article, generator: SiteGenerator): string {
  const yaml = stringify(FRONT_MATTER[generator](article), YAML_OPTIONS);
  return `---\n${yaml}---\n\n${renderMarkdownBody(article)}`;
}

/** An instant without the milliseconds, and with the Z that some readers need to see it is UTC. */
const TIMESTAMP: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  // Wider than what is written here, so that a text that begins like a date is quoted.
  test: /^\d{4}-\d/,
  identify: (value) => value instanceof Date,
  resolve: (text) => new Date(text),
  stringify: ({ value }) =>
    value instanceof Date ? value.toISOString().replace('.000Z', 'Z') : String(value),
};

/** YAML 1.1 is what Ruby and Go read: it quotes the words (yes, no, on) that they would take for something else. */
const YAML_OPTIONS: DocumentOptions & SchemaOptions & CreateNodeOptions & ToStringOptions = {
  version: '1.1',
  lineWidth: 0,
  customTags: (tags) => [
    TIMESTAMP,
    ...tags.filter((tag) => typeof tag === 'string' || tag.tag !== TIMESTAMP.tag),
  ],
};

const FRONT_MATTER: Readonly<Record<SiteGenerator, (article: Article) => Record<string, unknown>>> = {
  hugo: (article) => ({
    title: printable(article.headline),
    description: printable(article.description),
    summary: printable(article.deck),
    slug: article.slug,
    date: new Date(article.createdAt),
    lastmod: modified(article),
    draft: true,
    tags: tags(article),
    images: images(article),
    params: { language: article.language, readTime: article.readTime.minutes, ...provenance(article) },
  }),
  astro: (article) => ({
    title: printable(article.headline),
    description: printable(article.description),
    deck: printable(article.deck),
    pubDate: new Date(article.createdAt),
    updatedDate: modified(article),
    draft: true,
    lang: article.language,
    tags: tags(article),
    heroImage: images(article)?.[0],
    minutesRead: article.readTime.minutes,
    ...provenance(article),
  }),
  jekyll: (article) => ({
    layout: 'post',
    title: printable(article.headline),
    description: printable(article.description),
    excerpt: printable(article.deck),
    slug: article.slug,
    date: new Date(article.createdAt),
    last_modified_at: modified(article),
    published: false,
    lang: article.language,
    tags: tags(article),
    image: images(article)?.[0],
    read_time: article.readTime.minutes,
    ...provenance(article),
  }),
};

function provenance({ source, writer, disclosure }: Article): Record<string, unknown> {
  return {
    source: {
      title: printable(source.title),
      show: source.show === undefined ? undefined : printable(source.show),
      channel: source.channel === undefined ? undefined : printable(source.channel.name),
      url: sourceUrl(source),
      published: source.publishedAt,
    },
    disclosure: {
      label: printable(disclosure.label),
      detail: printable(disclosure.detail),
      writer: writer.kind,
      model: writer.model === undefined ? undefined : printable(writer.model),
    },
  };
}

function modified(article: Article): Date | undefined {
  return article.modifiedAt === undefined ? undefined : new Date(article.modifiedAt);
}

function tags(article: Article): string[] | undefined {
  return article.tags?.map(printable);
}

function images(article: Article): string[] | undefined {
  const url = webUrl(article.image?.url);
  return url === undefined ? undefined : [url];
}
