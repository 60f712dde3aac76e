import { replaceTimed, type TimedText } from './timed-text.ts';

/** What caption writers and recognisers call noises, in the languages we read. Enough when it stands in square brackets. */
const SOUNDS = new Set(
  `music musical applause applauding applauds laughter laughs laughing laugh chuckles chuckling chuckle cheers cheering cheer crowd
  clapping claps clears throat coughs coughing cough sighs sighing sigh gasps gasping sniffs sniffing snorts snorting groans screams screaming
  whistle whistling whistles singing sings humming crosstalk cross-talk overtalk silence beep beeping bleep ringing footsteps booing boos murmuring
  blank_audio foreign background noise static
  musik applaus beifall gelächter lachen lacht räuspern stille klatschen
  música musica aplausos aplauso risas risa risos risadas silencio silêncio canto
  musique applaudissements rires rire soupir silence acclamations
  музыка аплодисменты смех музика оплески сміх тишина тиша
  applausi risate risata musiek applaus gelach muziek muzyka oklaski brawa śmiech
  müzik alkış gülüşmeler kahkaha موسيقى تصفيق ضحك ضحكات संगीत तालियां तालियाँ हंसी हँसी
  音楽 拍手 笑 笑い 笑い声 音乐 音樂 掌声 掌聲 笑声 笑聲 鼓掌 음악 박수 웃음`.split(/\s+/u),
);

/** Words that may stand beside a noise inside round brackets, which otherwise hold speech. */
const COMPANIONS = new Set(
  'and the a audience continues continuing loud soft playing upbeat stops ends in und et y e i и та de du'.split(
    ' ',
  ),
);

const BRACKETED = /\[[^[\]]{1,60}\]|\([^()]{1,60}\)|（[^（）]{1,60}）|【[^【】]{1,60}】/gu;
const NOTES = /[♩♪♫♬♭♮♯]+/gu;
/** YouTube's profanity mask, as it is typed with no-break spaces. */
const MASK = /\[\s*_{2,}\s*\]/gu;
export const MASK_TEXT = '[ __ ]';

function isSound(bracketed: string): boolean {
  const words = bracketed
    .slice(1, -1)
    .toLowerCase()
    .split(/[\s,.;:!*&/]+/u)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 6) return false;
  if (bracketed.startsWith('[') || bracketed.startsWith('【')) return words.some((word) => SOUNDS.has(word));
  return (
    words.some((word) => SOUNDS.has(word)) && words.every((word) => SOUNDS.has(word) || COMPANIONS.has(word))
  );
}

/** Takes marks of noise and music out of a caption and writes the profanity mask in one way. */
export function removeSounds(timed: TimedText): TimedText {
  let result = timed;
  if (/[[(（【]/u.test(result.text)) {
    result = replaceTimed(result, MASK, MASK_TEXT);
    result = replaceTimed(result, BRACKETED, (match) => (isSound(match) ? '' : match));
  }
  return replaceTimed(result, NOTES, '');
}
