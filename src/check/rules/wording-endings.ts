import type { CopySentence } from '../copy.ts';
import { createPhraseFinder, foundAt, type PhraseFinder } from '../phrases.ts';
import type { Found, Rule } from '../rule.ts';

/** Headings that stand over any last section and say nothing about this one. */
const emptyHeadings = createPhraseFinder({
  en: [
    "(?:the )?(?:road|path|way|journey) (?:ahead|forward)|what(?:'s| is| comes| lies)? (?:next|ahead)|looking (?:ahead|forward)|a look ahead",
    '(?:in )?conclusions?|concluding (?:thoughts|remarks)|final thoughts|closing thoughts|an uncertain future|the bigger picture|the bottom line',
  ],
  de: [
    'fazit|ausblick|schlussfolgerung(?:en)?|schlussbetrachtung|der weg nach vorn|wie es weitergeht|ein blick in die zukunft',
  ],
  es: [
    'conclusi(?:ón|ones)|el camino (?:por delante|a seguir|por recorrer)|mirando (?:al futuro|hacia adelante)|perspectivas(?: de futuro)?|reflexiones finales',
  ],
  fr: [
    "conclusions?|en conclusion|perspectives(?: d'avenir)?|la voie à suivre|et maintenant|le chemin à parcourir|un avenir incertain",
  ],
  pt: [
    'conclus(?:ão|ões)|o caminho (?:à frente|a seguir|pela frente)|olhando para o futuro|perspectivas(?: futuras)?|considerações finais',
  ],
  ru: ['заключение|выводы?|что дальше|путь вперед|взгляд в будущее|перспективы|итоги'],
  uk: ['висновк[иі]|висновок|що далі|шлях уперед|погляд у майбутнє|перспективи|підсумки'],
});

/** Clichés wherever they stand. */
const cliches = createPhraseFinder({
  en: [
    'only time will tell',
    'time will tell (?:whether|if|how)',
    "the stakes (?:have never been|could not be|couldn't be) higher",
    'one thing is (?:clear|certain)',
  ],
  de: [
    '(?:das|dies) wird (?:nur |erst )?die zeit zeigen',
    '(?:nur|erst) die zeit wird (?:es )?zeigen',
    'eines ist (?:klar|sicher)',
    'es bleibt spannend',
  ],
  es: ['s[oó]lo el tiempo (?:lo )?dirá', 'el tiempo (?:lo )?dirá', 'una cosa es (?:clara|segura)'],
  fr: [
    'seul le temps (?:nous )?(?:le )?dira',
    "l'avenir (?:nous )?le dira",
    'une chose est (?:sûre|certaine)',
  ],
  pt: ['s[oó] o tempo dirá', 'o tempo (?:o )?dirá', 'uma coisa é (?:certa|clara)'],
  ru: [
    'время покажет',
    'покажет (?:только |лишь )?время',
    'ясно одно',
    'одно можно сказать (?:точно|наверняка)',
  ],
  uk: [
    'час покаже',
    'покаже (?:тільки |лише )?час',
    'ясно одне',
    'одне (?:зрозуміло|відомо) (?:точно|напевно)',
  ],
});

/** Openers that announce a summary of what the reader has just read. */
const summaries = createPhraseFinder({
  en: ['in conclusion', 'to conclude', 'in summary', 'to sum up', 'all in all', 'in closing'],
  de: ['zusammenfassend', 'abschließend (?:lässt sich|kann man|ist)', 'alles in allem', 'im fazit'],
  es: ['en conclusión', 'en resumen', 'para concluir', 'en definitiva', 'en síntesis'],
  fr: ['en conclusion', 'en résumé', 'pour conclure', 'en somme', 'en définitive'],
  pt: ['em conclusão', 'em resumo', 'em suma', 'para concluir', 'concluindo'],
  ru: ['в заключение', 'подводя итог', 'резюмируя', 'таким образом, можно'],
  uk: ['на завершення', 'підсумовуючи', 'отже, можна', 'у підсумку можна'],
});

/** Shrugs, when the writer's last sentence is one. */
const shrugs = createPhraseFinder({
  en: [
    'remains? to be seen',
    'remains? (?:highly |deeply )?(?:uncertain|unclear)',
    'a long way to go',
    'hangs? in the balance',
    '(?:the world|all eyes) (?:is|are|will be) (?:watching|on)',
  ],
  de: ['bleibt abzuwarten', 'bleibt (?:weiter )?(?:offen|ungewiss|unklar)', 'wird sich zeigen'],
  es: ['está por verse', 'queda por ver(?:se)?', 'sigue siendo incierto'],
  fr: ['reste à (?:voir|savoir)', 'reste(?:nt)? incertaine?s?'],
  pt: ['resta saber', 'ainda está por ver', 'permanece incert[oa]'],
  ru: [
    'пока неясно',
    'остается (?:только |лишь )?(?:гадать|ждать|неясным)',
    'еще предстоит (?:увидеть|узнать|выяснить)',
  ],
  uk: [
    'поки (?:що )?невідомо',
    'залишається (?:тільки |лише )?(?:чекати|невідомим)',
    "ще (?:належить|доведеться) (?:побачити|дізнатися|з'ясувати)",
  ],
});

const endingsRule: Rule = {
  id: 'T03',
  severity: 'warning',
  title: 'The article ends on news, not on an outlook or a cliché',
  reason: 'A last section that looks ahead, sums up or shrugs is filler that no source stands behind.',
  example: 'The Road Ahead',
  needs: [],
  languages: cliches.languages,
  exempts: ['extractive'],
  roles: ['heading', 'sentence'],
  *checkSentence(line, { copy, language }) {
    if (line.role === 'heading') {
      yield* findEmptyHeading(line, language);
      return;
    }
    yield* judge(line, cliches, language, 'is a cliché');
    for (const found of judge(line, summaries, language, 'sums up what the reader has just read'))
      if (line.own.slice(0, found.start).trim() === '') yield found;
    // Sentences on their own are in no article that could end.
    const isLast = copy.headline !== undefined && copy.body.at(-1) === line;
    if (isLast && line.speaker === undefined)
      yield* judge(line, shrugs, language, 'ends the article on a shrug');
  },
};

function* findEmptyHeading({ text }: CopySentence, language: string): Generator<Found> {
  for (const phrase of emptyHeadings.find(text, language)) {
    // "What is next for Kyiv" names its matter; "The Road Ahead: Uncertainty" does not.
    const isWhole = phrase.start === 0 && /^\s*(?:[:：?!–—-]|$)/u.test(text.slice(phrase.end));
    const isTail = phrase.end === text.length && /[:：]\s*$/u.test(text.slice(0, phrase.start));
    if (isWhole || isTail) yield foundAt(phrase, `“${phrase.text}” could stand over the end of any article`);
  }
}

function judge({ own }: CopySentence, finder: PhraseFinder, language: string, what: string): Found[] {
  return finder.find(own, language).map((phrase) => foundAt(phrase, `“${phrase.text}” ${what}`));
}

export const ENDING_RULES: readonly Rule[] = [endingsRule];
