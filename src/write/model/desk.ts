import type { Speaker } from '../../article/index.ts';
import { type Evidence, evidenceOf } from '../../check/index.ts';
import { type GenerateRequest, generateObject, type LanguageModel } from '../../llm/index.ts';
import { fence, type PromptLibrary } from '../../prompt/index.ts';
import type { Transcript, Unit } from '../../transcript/index.ts';
import type { LengthTarget } from '../length.ts';
import type { DroppedText } from './claims.ts';
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
  readonly signal?: AbortSignal | undefined;
  /** A stage begins that will make this many calls. */
  readonly onStage: (stage: string, calls: number) => void;
}

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
    const { model, prompts } = this.writer;
    const template = await prompts.load(prompt);
    const request: GenerateRequest = {
      stage,
      prompt: { name: template.name, hash: template.hash },
      messages: template.render({ rules: this.#shared.rules, ...variables }),
      ...(template.temperature === undefined ? {} : { temperature: template.temperature }),
      ...(template.maxOutputTokens === undefined ? {} : { maxOutputTokens: template.maxOutputTokens }),
    };
    const { value } = await generateObject(
      model,
      { request, schema, name, ...(check ? { check } : {}) },
      this.writing.signal,
    );
    return value;
  }

  get evidence(): Evidence {
    return this.#evidence;
  }

  /** From here on the rules know who speaks. */
  meet(speakers: readonly Speaker[]): void {
    const { glossary = [] } = this.writer;
    this.#evidence = evidenceOf(this.writing.transcript, { glossary, speakers });
  }

  get style(): string {
    return this.#shared.style;
  }

  /** "German (de)": models know names better than tags. */
  get language(): string {
    const { language } = this.writing;
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language);
    return name === undefined || name === language ? language : `${name} (${language})`;
  }

  get published(): string {
    return this.writing.transcript.metadata.publishedAt?.slice(0, 10) ?? 'an unknown date';
  }

  /** The whole source, as data. */
  source(): string {
    return renderSource(this.writing.transcript, fence);
  }

  /** What the video says of itself and some of its units, as data. */
  excerpt(units: readonly Unit[], context: readonly Unit[] = []): string {
    const { transcript } = this.writing;
    return renderSource({ ...transcript, units }, fence, context);
  }

  metadata(): string {
    return fence(renderMetadata(this.writing.transcript.metadata, this.writer.glossary));
  }
}
