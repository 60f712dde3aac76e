import type { Article } from '../../article/index.ts';
import { checkSentences, createSentence } from '../../check/index.ts';
import type { Unit } from '../../transcript/index.ts';
import type { DroppedText } from './claims.ts';
import type { Desk } from './desk.ts';
import { faultOf, rootsOf } from './top-lines.ts';
import { plain } from './top-matter.ts';

type Omissions = Article['omissions'];

/** Words of a reason; a longer one tells a story. */
const LONGEST_REASON = 9;
/** What stands where the model's reason cannot. */
const UNUSED = 'The article does not use this part.';

/** Why parts of a recording are left out, in words that need not be said in it. */
const COMMON_REASONS: Readonly<Record<string, string>> = {
  en: `sponsor message advertisement advertising promotion promotional plug greeting greetings introduction introductions welcome thanks
    farewell closing opening remarks repetition repeats repeated later side issue aside excerpts rhetoric general praise order course debate talk covered told answers words sign-off calling remarks digression small talk chatter banter topic technical audio
    housekeeping procedure procedural formality formalities roll call music applause pause break minor detail details background context
    personal anecdote joke humor question answer discussion example examples transition subscribe preview recap summary outro intro credits`,
  de: `Werbung Sponsor Begrüßung Einleitung Dank Verabschiedung Wiederholung Wiederholungen Nebensache Nebenthema Abschweifung Smalltalk
    Geplauder Technik Technisches Organisatorisches Formalien Musik Applaus Pause Detail Details Einzelheiten Hintergrund Anekdote Frage
    Vorstellung Moderation Überleitung Zusammenfassung Abschluss Schlusswort`,
  es: `patrocinador publicidad anuncio promoción saludo saludos bienvenida presentación introducción despedida agradecimientos repetición
    repeticiones tema secundario digresión charla técnica formalidades música aplausos pausa detalle detalles contexto anécdota pregunta cierre
    transición resumen`,
  fr: `parrainage sponsor publicité annonce promotion salutations accueil introduction présentation remerciements répétition répétitions sujet
    secondaire digression bavardage technique formalités musique applaudissements pause détail détails contexte anecdote question clôture
    transition résumé`,
  pt: `patrocínio publicidade anúncio promoção saudação saudações apresentação introdução despedida agradecimentos repetição tema secundário
    digressão conversa técnica formalidades música aplausos pausa detalhe detalhes contexto anedota pergunta encerramento transição resumo`,
  ru: `реклама спонсор приветствие вступление благодарность прощание повтор повторение отступление побочная тема болтовня техника формальности
    музыка аплодисменты пауза детали подробности контекст анекдот вопрос переход итоги представление`,
  uk: `реклама спонсор привітання вступ подяка прощання повтор повторення відступ побічна тема балачка техніка формальності музика оплески
    пауза деталі подробиці контекст анекдот питання перехід підсумки представлення`,
  zh: '次要 問題 问题 議題 议题 質疑 质疑 節目 节目 開場 开场 收尾 結尾 结尾 問候 问候 寒暄 介紹 介绍 重複 重复 感謝 感谢 閒聊 闲聊 廣告 广告 贊助 赞助 技術 技术 細節 细节 背景 音樂 音乐',
  ja: '挨拶 導入 紹介 感謝 繰り返し 重複 雑談 余談 広告 提供 宣伝 音楽 休憩 詳細 背景 質問 締め 結び 話題 技術',
};

/** Reasons in words of the stretch itself or of the trade. Any other reason is a text that nothing vouches for. */
export function checkReasons(
  omissions: Omissions,
  desk: Desk,
): { omissions: Omissions; dropped: DroppedText[] } {
  const { transcript, language } = desk.writing;
  const dropped: DroppedText[] = [];
  const common = { text: COMMON_REASONS[language.split('-')[0] ?? ''] ?? '' };
  const checked = omissions.map(({ units: [first, last], reason }): Omissions[number] => {
    const text = plain(reason);
    const stretch = transcript.units.slice(first, last + 1);
    const source = stretch.map((unit) => unit.text).join(' ');
    const ground = { source, roots: rootsOf([common, ...stretch], language), language };
    const fault =
      text.split(' ').length > LONGEST_REASON
        ? 'too long'
        : (faultOf(text, ground) ?? ruleAgainst(text, stretch, desk));
    if (fault === undefined) return { units: [first, last], reason: text };
    dropped.push({ text, why: `the reason for leaving out units ${first} to ${last}: ${fault}` });
    return { units: [first, last], reason: UNUSED };
  });
  return { omissions: checked, dropped };
}

function ruleAgainst(
  text: string,
  stretch: readonly Unit[],
  { evidence, writing }: Desk,
): string | undefined {
  const line = createSentence({ role: 'sentence', text, path: '', cites: stretch.map(({ id }) => id) });
  // How well a sentence fits its units is no question for a reason.
  const faults = checkSentences([line], evidence, { language: writing.language }).filter(
    ({ rule, severity }) => severity === 'error' && rule !== 'C02',
  );
  return faults[0]?.message;
}
