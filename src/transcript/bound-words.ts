import type { Word } from '../text/index.ts';

const CAPITAL = /^["'“‘«(]?\p{Lu}/u;
const CLOSED = /[,;:!?)\]”"»]$|[^\s.]{4}\.$/u;
const PARTICLE =
  /^(?:de|del|della|di|da|dos|do|du|des|la|le|van|von|vom|zu|zur|der|den|ter|ten|bin|ibn|al|el|of|the)$/u;
const NUMBER = /^["'“‘(]?[$€£¥₹]?[+-]?\p{N}/u;
const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion)(?:-|$)/iu;
/** What numbers are counted in: scale words of the languages we read, per cent, currencies, parts of the day. */
const MEASURE =
  /^(?:hundred|thousand|mill?i[aoó]|billi|billón|trill?i|tausend|hundert|prozent|por$|per$|percent|procent|pro|mil$|mille|cent|%|тысяч|миллион|миллиард|мільйон|мільярд|тисяч|процент|відсот|euro|dollar|dólar|pound|pfund|yen|yuan|rupee|руб|доллар|долар|[ap]\.?m\.?$|लाख|करोड़|हज़ार|مليون|مليار|ألف|milyon|milyar|bin$|tysi|milion|miliard)/iu;
const YEAR = /^\d{4}\b/u;

/** Whether the words on the two sides of `to` belong to one name, one number or one mask, so that a cut would hurt. */
export function bindsTogether(words: readonly Word[], to: number): boolean {
  const last = words[to - 1]?.text ?? '';
  const next = words[to]?.text ?? '';
  return isInName(words, to, last, next) || isInNumber(last, next) || isInMask(last, next);
}

function isInName(words: readonly Word[], to: number, last: string, next: string): boolean {
  if (CLOSED.test(last)) return false;
  if (CAPITAL.test(last) && CAPITAL.test(next)) return true;
  const isLinked = (text: string) => PARTICLE.test(text);
  const capitalBefore =
    CAPITAL.test(last) ||
    (isLinked(last) && [2, 3].some((back) => CAPITAL.test(words[to - back]?.text ?? '')));
  const capitalBehind =
    CAPITAL.test(next) ||
    (isLinked(next) && [1, 2].some((ahead) => CAPITAL.test(words[to + ahead]?.text ?? '')));
  return (isLinked(last) || isLinked(next)) && capitalBefore && capitalBehind;
}

function isInNumber(last: string, next: string): boolean {
  const isNumber = (text: string) => NUMBER.test(text) || NUMBER_WORD.test(text);
  if (/^[$€£¥₹]$/u.test(last) && NUMBER.test(next)) return true;
  if (/,$/u.test(last)) return NUMBER.test(last) && YEAR.test(next);
  if (CLOSED.test(last)) return false;
  if (isNumber(last))
    return isNumber(next) || MEASURE.test(next) || (NUMBER.test(last) && CAPITAL.test(next));
  return MEASURE.test(last) ? isNumber(next) || MEASURE.test(next) : CAPITAL.test(last) && NUMBER.test(next);
}

function isInMask(last: string, next: string): boolean {
  return (last === '[' && next.startsWith('__')) || (/^_+$/u.test(last) && next.startsWith(']'));
}
