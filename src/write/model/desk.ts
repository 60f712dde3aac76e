import type { Speaker } from '../../article/index.ts';
import { checkSentences, createSentence, type Evidence, evidenceOf } from '../../check/index.ts';
import { type GenerateRequest, generateObject, type LanguageModel, ModelError } from '../../llm/index.ts';
import { fence, type PromptLibrary, type PromptTemplate } from '../../prompt/index.ts';
import { detectLanguage, type Transcript, type Unit } from '../../transcript/index.ts';
import type { LengthTarget } from '../length.ts';
import type { DroppedText } from './claims.ts';
import { findOrders } from './grounding.ts';
import { renderMetadata, renderSource } from './source-block.ts';

export interface ModelWriter {
  readonly kind: 'model';
  readonly model: LanguageModel;
  readonly prompts: PromptLibrary;
  /** Name of a file in prompts/styles. */
  readonly style: string;
  /** Whether a model reads every sentence beside its evidence. @default true */
  readonly verifies?: boolean;
  /** Spellings that a person vouches for. */
  readonly glossary?: readonly string[];
}

export interface ModelWriting {
  readonly transcript: Transcript;
  readonly target: LengthTarget;
  /** BCP 47; the article's, not necessarily the transcript's. */
  readonly language: string;
  /** When the article is written. */
  readonly writtenAt: Date;
  readonly signal?: AbortSignal | undefined;
  /** A stage begins that will make this many calls. */
  readonly onStage: (stage: string, calls: number) => void;
}

/** Fields of an answer that are in the language of the source, or in none. */
const QUOTED_FIELDS = ['quotation', 'name', 'role', 'reason', 'label', 'kind', 'key'];

/** Languages that a model may be talked into, each with those that a detector takes for it. */
const WIDESPREAD: Readonly<Record<string, readonly string[]>> = {
  es: ['pt', 'gl', 'ca', 'it', 'eu', 'an'],
  fr: ['ca', 'oc', 'it', 'ht', 'br'],
  de: ['nl', 'lb', 'af', 'yi', 'da'],
  ru: ['uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'tg', 'mn', 'tt', 'ba'],
  ar: ['fa', 'ur', 'ps', 'ku', 'ckb', 'sd', 'ug'],
  zh: ['ja', 'ko', 'yue'],
};

function lapsesFrom(wanted: string, spoken: string): string[] {
  const [primary = ''] = wanted.toLowerCase().split('-');
  const others = Object.entries(WIDESPREAD).filter(([, neighbours]) => !neighbours.includes(primary));
  return ['en', spoken, ...others.map(([language]) => language)];
}

/** Faults of one answer. Anything else (no key, no money, no network) concerns every call. */
const CONTENT_FAULTS: ReadonlySet<string> = new Set([
  'MODEL_OUTPUT_INVALID',
  'MODEL_OUTPUT_TRUNCATED',
  'MODEL_REFUSED',
  'MODEL_CONTEXT_EXCEEDED',
]);

/** Milliseconds by which calls that are made now have left. */
const SENT_WITHIN = 50;

interface Wanted<Value> {
  readonly stage: string;
  /** Name of the prompt file; the stage's when not given. */
  readonly prompt?: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly schema: Parameters<typeof generateObject<Value>>[1]['schema'];
  readonly name: string;
  readonly check?: (value: Value) => readonly string[];
}

/** What every stage needs: the writer's model and prompts, the transcript, and what has been left out so far. */
export class Desk {
  readonly writer: ModelWriter;
  readonly writing: ModelWriting;
  #evidence: Evidence;
  #orders?: ReadonlySet<number>;
  readonly #templates = new Map<string, Promise<PromptTemplate>>();
  /** Texts that did not get into the article, in the order they fell out. */
  readonly dropped: DroppedText[] = [];
  readonly #shared: { readonly rules: string; readonly style: string };

  static async create(writer: ModelWriter, writing: ModelWriting): Promise<Desk> {
    const rules = await writer.prompts.text('rules');
    const style = await writer.prompts.text(`styles/${writer.style}`);
    return new Desk(writer, writing, { rules, style });
  }

  private constructor(
    writer: ModelWriter,
    writing: ModelWriting,
    shared: { readonly rules: string; readonly style: string },
  ) {
    this.writer = writer;
    this.writing = writing;
    this.#shared = shared;
    this.#evidence = evidenceOf(writing.transcript, { glossary: writer.glossary ?? [] });
  }

  /** One answer of the model as a value that passed its schema and its check. */
  async ask<Value>({ stage, prompt = stage, variables, schema, name, check }: Wanted<Value>): Promise<Value> {
    const { model } = this.writer;
    const template = await this.#load(prompt);
    const request: GenerateRequest = {
      stage,
      prompt: { name: template.name, hash: template.hash },
      messages: template.render({ rules: this.#shared.rules, ...variables }),
      ...(template.temperature === undefined ? {} : { temperature: template.temperature }),
      ...(template.maxOutputTokens === undefined ? {} : { maxOutputTokens: template.maxOutputTokens }),
    };
    const { transcript, language, signal } = this.writing;
    const { value } = await generateObject(
      model,
      {
        request,
        schema,
        name,
        ...(check ? { check } : {}),
        // A model that forgets the language falls back to the prompt's or the source's.
        language: {
          wanted: language,
          detect: detectLanguage,
          lapses: lapsesFrom(language, transcript.language),
          skip: QUOTED_FIELDS,
        },
      },
      signal,
    );
    return value;
  }

  /** Many calls are made from one file. */
  #load(name: string): Promise<PromptTemplate> {
    const loaded = this.#templates.get(name) ?? this.writer.prompts.load(name);
    this.#templates.set(name, loaded);
    return loaded;
  }

  /** The same, or nothing when no usable answer comes of it: for what the article can do without. */
  async askOrNothing<Value>(wanted: Wanted<Value>): Promise<Value | undefined> {
    try {
      return await this.ask(wanted);
    } catch (error) {
      if (error instanceof ModelError && CONTENT_FAULTS.has(error.code)) return undefined;
      throw error;
    }
  }

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** From here on the rules know who speaks. */
  meet(speakers: readonly Speaker[]): void {
    const { glossary = [] } = this.writer;
    this.#evidence = evidenceOf(this.writing.transcript, { glossary, speakers });
    this.prepareWhileWaiting();
  }

  /** Analyses the source, which rules need, while the answers to calls made now are on their way. */
  prepareWhileWaiting(): void {
    const { transcript, language } = this.writing;
    const [first] = transcript.units;
    const timer = setTimeout(() => {
      if (this.writing.signal?.aborted === true || !first) return;
      const line = createSentence({ role: 'sentence', text: first.text, path: '', cites: [first.id] });
      checkSentences([line], this.#evidence, { language });
      void this.orders;
    }, SENT_WITHIN);
    timer.unref();
  }

  /** Units that nothing may rest on: they speak to the model. */
  get orders(): ReadonlySet<number> {
    const { transcript } = this.writing;
    this.#orders ??= findOrders(transcript.units, this.#evidence, transcript.language);
    return this.#orders;
  }

  get style(): string {
    return this.#shared.style;
  }

  /** "German (de)": models know names better than tags. */
  get language(): string {
    const { language } = this.writing;
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language);
    const tag = name === undefined || name === language ? language : `${name} (${language})`;
    // Every limit in the prompts is in words.
    return /^(?:zh|ja|th|yue|lo|km|my)\b/iu.test(language)
      ? `${tag}, two characters counting as one word`
      : tag;
  }

  get published(): string {
    return this.writing.transcript.metadata.publishedAt?.slice(0, 10) ?? 'an unknown date';
  }

  /** The whole source, as data. */
  source(): string {
    return renderSource(this.writing.transcript, this.#fence);
  }

  /** What the video says of itself and some of its units, as data. */
  excerpt(units: readonly Unit[], context: readonly Unit[] = []): string {
    const { transcript } = this.writing;
    return renderSource({ ...transcript, units }, this.#fence, context);
  }

  metadata(): string {
    return fence(renderMetadata(this.writing.transcript.metadata, this.writer.glossary));
  }

  /** Marks a source as data; above it stand the spellings that a person vouches for, when there are any. */
  readonly #fence = (text: string): string => {
    const { glossary = [] } = this.writer;
    return fence(glossary.length === 0 ? text : `Spellings to keep: ${glossary.join(', ')}\n${text}`);
  };
}
