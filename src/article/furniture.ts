import { arabic } from './languages/ar.ts';
import { german } from './languages/de.ts';
import { english } from './languages/en.ts';
import { spanish } from './languages/es.ts';
import { french } from './languages/fr.ts';
import { hindi } from './languages/hi.ts';
import { japanese } from './languages/ja.ts';
import { portuguese } from './languages/pt.ts';
import { russian } from './languages/ru.ts';
import { ukrainian } from './languages/uk.ts';
import { chineseSimplified } from './languages/zh.ts';
import { chineseTraditional } from './languages/zh-hant.ts';

/** A phrase by plural category (Intl.PluralRules); `{n}` is the number. */
export type PluralForms = { readonly other: string } & {
  readonly [category in Intl.LDMLPluralRule]?: string;
};

/** Words that belong to the templates and not to the article, in one language. `{...}` marks what is filled in. */
export interface Furniture {
  readonly minutesRead: PluralForms;
  readonly sourceLine: string;
  readonly transcriptFile: string;
  readonly dateline: string;
  readonly leaveComment: string;
  readonly keyPoints: string;
  readonly contents: string;
  readonly corrections: string;
  readonly correction: string;
  readonly watchSource: string;
  /** What the mark behind a sentence does. */
  readonly playFrom: string;
  /** What the mark does where there is no video to play. */
  readonly showWords: string;
  readonly openOnYouTube: string;
  readonly close: string;
  readonly sourcesAndMethod: string;
  readonly howMade: string;
  readonly source: string;
  readonly channel: string;
  readonly published: string;
  readonly duration: string;
  readonly transcript: string;
  readonly transcriptKinds: { readonly auto: string; readonly manual: string; readonly unknown: string };
  readonly words: PluralForms;
  readonly writtenBy: string;
  readonly writers: { readonly model: string; readonly extractive: string };
  readonly drafted: string;
  readonly updated: string;
  readonly speakers: string;
  /** How a quotation reached the language of the article. */
  readonly interpreted: string;
  readonly translated: string;
  readonly omissions: string;
  readonly passages: string;
  readonly imageCredit: string;
  readonly disclosure: {
    readonly modelLabel: string;
    readonly modelNamed: string;
    readonly modelUnnamed: string;
    readonly modelDetail: string;
    readonly extractiveLabel: string;
    readonly extractiveDetail: string;
    /** Closes the detail while nobody has reviewed the article. */
    readonly notReviewed: string;
    readonly modelReviewedLabel: string;
    readonly extractiveReviewedLabel: string;
    /** Closes the detail once somebody has, by name or without. */
    readonly reviewedBy: string;
    readonly reviewed: string;
    readonly autoCaptions: string;
  };
}

/** By primary language, or by language and script where one language is written in two. */
const FURNITURE: Readonly<Record<string, Furniture>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  hi: hindi,
  ja: japanese,
  pt: portuguese,
  ru: russian,
  uk: ukrainian,
  zh: chineseSimplified,
  'zh-Hant': chineseTraditional,
};

/** Languages whose furniture is ready; an article in any other gets English furniture. */
export const FURNITURE_LANGUAGES: readonly string[] = Object.keys(FURNITURE);

/** Furniture with the locale that formats its numbers and dates, so that both always speak one language. */
export interface LocalFurniture extends Furniture {
  readonly locale: string;
  /** Which way the language of the article itself runs. */
  readonly direction: 'ltr' | 'rtl';
}

/** The furniture for an article's language (BCP 47). */
export function furnitureFor(language: string): LocalFurniture {
  const tag = languageTag(language);
  const { language: primary, script } = new Intl.Locale(tag).maximize();
  for (const key of [`${primary}-${script}`, primary]) {
    const furniture = FURNITURE[key];
    if (furniture) return { ...furniture, locale: knownLocale(tag) ?? key, direction: directionOf(tag) };
  }
  return { ...english, locale: 'en', direction: directionOf(tag) };
}

/** A BCP 47 tag in its canonical form; `und` for text that is no tag. */
export function languageTag(language: string): string {
  try {
    return new Intl.Locale(language).toString();
  } catch {
    return 'und';
  }
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set('Arab Hebr Syrc Thaa Nkoo Adlm Rohg Mand Samr'.split(' '));

/** Which way the script of a language (BCP 47) runs. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(languageTag(language)).maximize();
  return RIGHT_TO_LEFT.has(script ?? '') ? 'rtl' : 'ltr';
}

/** The tag when Intl knows it; an unknown one would silently become the language of the machine. */
function knownLocale(tag: string): string | undefined {
  return Intl.DateTimeFormat.supportedLocalesOf(tag)[0];
}

/** Puts values into the `{names}` of a phrase. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A number of things in the plural form that the language has for it. */
export function countPhrase(forms: PluralForms, count: number, locale: string): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return fill(form, { n: new Intl.NumberFormat(locale).format(count) });
}
