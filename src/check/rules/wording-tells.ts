import { countWords } from '../../text/index.ts';
import type { CopySentence } from '../copy.ts';
import { createPhraseFinder, type FoundPhrase, foundAt } from '../phrases.ts';
import { ALL_ROLES, type Rule } from '../rule.ts';

/** Hits in 1,000 words above which a text reads as machine-made, and the fewest that say so in a short one. */
const DENSE = { perThousand: 5, fewest: 4 } as const;
const LISTED = 8;

/** What language models write far more often than reporters do; whole words. */
const tells = createPhraseFinder({
  en: [
    'underscor(?:es|ed|ing)',
    'underscore(?= (?:the|a|an|how|that|its|his|her|their)\\b)',
    '(?<!\\b(?:the|of|its|their|these|some|key) )highlight(?:s|ed|ing)?(?= (?:the|a|an|how|that|its|his|her|their|both|this)\\b)',
    'pivotal',
    'crucial(?:ly)?',
    'robust(?:ly)?',
    'nascent',
    '(?:geo)?(?:political|media|digital|business|economic|competitive|evolving|shifting|changing|regulatory|threat|security|legal) landscape',
    'landscape(?= (?:of|shift|shifts|shifted|changed|evolved)\\b)',
    'testament(?= to\\b)',
    'tapestry',
    'delv(?:e|es|ed|ing)',
    'navigat(?:e|es|ed|ing)(?= (?:\\p{L}+ ){0,3}(?:challenges?|complexit\\p{L}+|landscape|path|waters|uncertaint\\p{L}+|tensions|crisis|terrain|maze|world|future|balance)\\b)',
    'complexities',
    'unwavering',
    'amidst',
    'notably',
    'furthermore',
    'moreover',
    'not only(?= [^.;:!?]{3,80} but\\b)',
    'multifaceted',
    'intricate',
    'ever-(?:evolving|changing)',
    'showcas(?:e|es|ed|ing)',
    'seamless(?:ly)?',
    "it(?: is|'s) (?:important|worth) (?:to note|noting)",
    'plays? a (?:vital|key|significant|central) role',
    'stands? as a',
    'in the realm of',
  ],
  de: [
    'unerlässlich\\p{L}*',
    'nahtlos\\p{L}*',
    'facettenreich\\p{L}*',
    'vielschichtig\\p{L}*',
    'bahnbrechend\\p{L}*',
    'wegweisend\\p{L}*',
    'unerschütterlich\\p{L}*',
    'von entscheidender bedeutung',
    '(?:spielt|spielen) eine (?:entscheidende|zentrale|wichtige|wesentliche) rolle',
    'es ist wichtig zu (?:beachten|betonen|erwähnen)',
    'unterstreich(?:t|en) die (?:bedeutung|notwendigkeit|wichtigkeit)',
    'darüber hinaus',
    'nicht nur(?= [^.;:!?]{3,80} sondern auch)',
    'in der heutigen (?:\\p{L}+ )?(?:welt|zeit)',
    'ein (?:zeugnis|beleg) für',
  ],
  es: [
    'crucial(?:es)?',
    'robust[oa]s?',
    'inquebrantables?',
    'cabe (?:destacar|señalar|mencionar)',
    'es (?:importante|fundamental) (?:señalar|destacar|mencionar)',
    '(?:juega|juegan|desempeña|desempeñan) un papel (?:crucial|fundamental|clave|central|vital)',
    'no solo(?= [^.;:!?]{3,80} sino)',
    'panorama (?:político|geopolítico|mediático|digital|económico)',
    'un testimonio de',
    'asimismo',
    'en un mundo cada vez más',
    'subraya(?:n|ndo)? la (?:importancia|necesidad|complejidad)',
  ],
  fr: [
    'crucia(?:l|le|les|ux)',
    'indéfectibles?',
    'il est (?:important|essentiel|crucial) de (?:noter|souligner|rappeler)',
    '(?:joue|jouent) un rôle (?:clé|essentiel|central|fondamental|majeur)',
    'non seulement(?= [^.;:!?]{3,80} mais)',
    'paysage (?:politique|géopolitique|médiatique|numérique|économique)',
    'de surcroît',
    'en outre',
    "témoigne(?:nt)? de (?:la|l'|cette)",
    "soulign(?:e|ent|ant) l'(?:importance|urgence)",
    'dans un monde (?:en constante|de plus en plus)',
  ],
  pt: [
    'crucia(?:l|is)',
    'robust[oa]s?',
    'inabaláve(?:l|is)',
    'é importante (?:ressaltar|destacar|notar|salientar)',
    'vale (?:ressaltar|destacar|salientar)',
    '(?:desempenha|desempenham|tem) um papel (?:fundamental|essencial|central|vital)',
    'não (?:só|apenas)(?= [^.;:!?]{3,80} mas também)',
    '(?:cenário|panorama) (?:político|geopolítico|midiático|digital|econômico)',
    'além disso',
    'ademais',
    'em um mundo cada vez mais',
  ],
  ru: [
    '(?:важно|стоит|следует|необходимо) (?:отметить|подчеркнуть)',
    'игра(?:ет|ют) (?:ключевую|важную|решающую|значительную) роль',
    'не только(?= [^.;:!?]{3,80} но и)',
    'более того',
    'кроме того',
    'неотъемлем\\p{L}{1,4} част\\p{L}{1,3}',
    'в современном мире',
    'подч[её]ркива(?:ет|ют|я) (?:важность|необходимость|сложность)',
    'многогранн\\p{L}*',
    'непоколебим\\p{L}*',
  ],
  uk: [
    '(?:важливо|варто|слід|необхідно) (?:зазначити|відзначити|підкреслити)',
    'відігра(?:є|ють) (?:ключову|важливу|вирішальну|значну) роль',
    'не (?:тільки|лише)(?= [^.;:!?]{3,80} (?:а|але) й)',
    'більше того',
    'крім того',
    "невід'ємн\\p{L}{1,4} частин\\p{L}{1,3}",
    'у сучасному світі',
    'підкреслю(?:є|ють|ючи) (?:важливість|необхідність|складність)',
    'багатогранн\\p{L}*',
    'непохитн\\p{L}*',
  ],
});

const tellsRule: Rule = {
  id: 'T01',
  severity: 'info',
  title: 'The text does without the stock words of language models',
  reason: 'Each is a word like any other; together they tell a reader that nobody wrote this.',
  example:
    'This underscores the robust and unwavering support, a testament to the complexities of the talks.',
  needs: [],
  languages: tells.languages,
  exempts: ['extractive'],
  roles: ALL_ROLES,
  *checkSentence(line, { language }) {
    for (const tell of findTells(line, language))
      yield foundAt(tell, `“${tell.text}” is a stock word of language models`);
  },
  *checkArticle({ copy, language }) {
    const hits = copy.lines.flatMap((line) => findTells(line, language)).map(({ text }) => text);
    const words = copy.lines.reduce((sum, { own }) => sum + countWords(own), 0);
    if (hits.length < DENSE.fewest || hits.length * 1_000 <= words * DENSE.perThousand) return;
    const kinds = [...new Set(hits.map((hit) => hit.toLowerCase()))].slice(0, LISTED);
    yield {
      severity: 'warning',
      path: '',
      message: `${hits.length} stock words of language models in ${words} words: ${kinds.join(', ')}`,
    };
  },
};

/** A capital inside a sentence makes a name of it: the forum "Delving Bitcoin". */
function findTells({ own, role }: CopySentence, language: string): FoundPhrase[] {
  return tells
    .find(own, language)
    .filter(
      ({ text, start }) =>
        role !== 'sentence' ||
        !/^\p{Lu}/u.test(text) ||
        /(?:^|[.?!:;]\s)\P{L}*$/u.test(own.slice(Math.max(0, start - 4), start)),
    );
}

export const TELL_RULES: readonly Rule[] = [tellsRule];
