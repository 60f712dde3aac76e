import type { PhraseTable } from '../phrases.ts';

/** Judgements in the passive, by which a writer's or a host's view passes for everybody's. */
export const AGENTLESS: PhraseTable = {
  en: [
    '(?<=^[\\s\\p{P}]{0,4})(?:often |widely |once |long |also |variously )?(?:described|seen|framed|viewed|regarded|hailed|portrayed|characteri[sz]ed|perceived|touted|depicted)(?: by (?:some|many|critics|observers|others))? as',
    '(?:is|are|was|were|be|been|being) (?:\\p{L}{2,14}ly |often |now |also |still |sometimes )?(?:framed|seen|viewed|regarded|portrayed|characteri[sz]ed|perceived|depicted|hailed|touted|described)(?: by (?:some|many|critics|observers|analysts|experts|others))? as(?! (?:well|soon|long))',
    '(?:has|have|had) (?:\\p{L}{2,14}ly |often )?been characteri[sz]ed by',
    '(?:is|are) (?:widely |generally |often |commonly )?considered (?:an?|to be|one|as|too|very|highly|the (?:most|best|least|greatest|worst))',
  ],
  de: [
    '(?<=^[\\s\\p{P}]{0,4})(?:oft |häufig )?(?:beschrieben|bezeichnet|gesehen|dargestellt|angesehen|betrachtet|wahrgenommen) als',
    '(?:wird|werden|wurde|wurden) [^.;:,]{0,60}?als [^.;:,]{1,70} (?:angesehen|gesehen|betrachtet|beschrieben|dargestellt|wahrgenommen|gewertet|charakterisiert)',
    '(?:gilt|gelten|galt|galten) (?:\\p{L}{2,14} )?als',
  ],
  es: [
    '(?<=^[\\s\\p{P}¿¡]{0,4})(?:descrit|vist|considerad|percibid|calificad|presentad|retratad)[oa]s? (?:por (?:algunos|muchos) )?como',
    '(?:es|son|era|eran|fue|fueron|ha sido|han sido|ser) (?:\\p{L}{2,14}mente )?(?:descrit|vist|percibid|presentad|retratad|caracterizad|enmarcad)[oa]s? (?:por (?:algunos|muchos) )?como',
    '(?:es|son) (?:\\p{L}{2,14}mente )?considerad[oa]s? (?:como |una? |uno |el |la )|se (?:considera|percibe|ve) como|ha(?:n)? sido caracterizad[oa]s? por',
  ],
  fr: [
    '(?<=^[\\s\\p{P}]{0,4})(?:souvent )?(?:décrit|vu|considéré|perçu|présenté|dépeint|qualifié)e?s? (?:par (?:certains|beaucoup) )?(?:comme|de)',
    '(?:est|sont|était|étaient|a été|ont été|être) (?:souvent |largement |généralement )?(?:décrit|vu|perçu|présenté|dépeint|considéré|caractérisé)e?s? (?:par (?:certains|beaucoup) )?comme',
    '(?:a|ont) été (?:marqué|caractérisé)e?s? par',
  ],
  pt: [
    '(?<=^[\\s\\p{P}]{0,4})(?:muitas vezes )?(?:descrit|vist|considerad|percebid|retratad|apresentad)[oa]s? (?:por (?:alguns|muitos) )?como',
    '(?:é|são|era|eram|foi|foram|tem sido|têm sido|ser) (?:\\p{L}{2,14}mente )?(?:descrit|vist|percebid|retratad|apresentad|caracterizad|enquadrad)[oa]s? (?:por (?:alguns|muitos) )?como',
    '(?:é|são) (?:\\p{L}{2,14}mente )?considerad[oa]s? (?:como |uma? |o |a )|(?:foi|foram|tem sido) caracterizad[oa]s? por',
  ],
  ru: [
    '(?<=^[\\s\\p{P}]{0,4})(?:часто )?(?:описываем|воспринимаем|рассматриваем)\\p{L}{2,3} (?:многими |некоторыми )?как',
    '(?:воспринимается|воспринимаются|рассматривается|рассматриваются|описывается|описываются|преподносится|характеризуется|расценивается|расцениваются)(?: (?:многими|некоторыми|\\p{L}{2,14}о))? как',
    '(?:он|она|оно|они|это|\\p{L}{2,20}) (?:считается|считаются) (?!что)\\p{L}{3,20}(?:ым|им|ой|ей|ыми|ими)',
  ],
  uk: [
    '(?<=^[\\s\\p{P}]{0,4})(?:часто )?(?:описуван|сприйман|розглядан)\\p{L}{1,3} (?:багатьма |деякими )?як',
    '(?:сприймається|сприймаються|розглядається|розглядаються|описується|описуються|подається|характеризується|розцінюється|розцінюються)(?: (?:багатьма|деякими|\\p{L}{2,14}о))? як',
    '(?:він|вона|воно|вони|це|\\p{L}{2,20}) (?:вважається|вважаються) (?!що)\\p{L}{3,20}(?:им|ім|ою|ею|ими|іми)',
  ],
};

/** Who judges, named behind the judgement: "by Kyiv". The crowd is nobody. */
export const AGENT: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}])by (?!(?:some|many|critics|observers|analysts|experts|others|most)(?!\p{L}))(?:the |his |her |its |their |an? )?\p{L}/u,
  de: /(?<![\p{L}\p{N}])(?:von|vom|durch) (?!(?:vielen|einigen|manchen|kritikern|beobachtern|experten)(?!\p{L}))\p{L}/u,
  es: /(?<![\p{L}\p{N}])por (?!(?:algunos|muchos|los críticos|los expertos)(?!\p{L}))\p{L}/u,
  fr: /(?<![\p{L}\p{N}])par (?!(?:certains|beaucoup|les critiques|les experts)(?!\p{L}))\p{L}/u,
  pt: /(?<![\p{L}\p{N}])(?:por|pel[oa]s?) (?!(?:alguns|muitos|críticos|especialistas)(?!\p{L}))\p{L}/u,
};
