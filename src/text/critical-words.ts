/**
 * Words that turn a statement round or weaken it. Inside a quotation they must be the speaker's own,
 * and none may be left out silently.
 */
const CRITICAL: ReadonlySet<string> = new Set(
  [
    "not no never none nobody nothing neither nor nowhere without cannot can't won't don't doesn't didn't isn't aren't wasn't weren't",
    "wouldn't shouldn't couldn't hasn't haven't hadn't mustn't ain't dont doesnt didnt isnt wont cant hardly barely scarcely",
    'may might could would should must shall will can',
    'nicht kein keine keinen keiner keinem nie niemals niemand nichts ohne weder kann könnte könnten soll sollte muss müsste darf dürfte wird würde',
    'no nunca jamás nadie nada sin ni ningún ninguna puede podría debe debería',
    'ne pas jamais rien personne aucun aucune sans peut pourrait doit devrait',
    'não nunca ninguém sem nem nenhum nenhuma pode poderia deve deveria',
    'не нет ни никогда никто ничего без нельзя может мог бы должен',
    'ні немає ніколи ніхто нічого може міг повинен',
    'لا لم لن ليس ليست بدون',
    'नहीं ना मत बिना',
    '不 没 沒 无 無 未 非',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a normalised word is a negation, a modal verb or a number in digits. */
export function isCriticalWord(word: string): boolean {
  return CRITICAL.has(word) || /\p{N}/u.test(word) || word.endsWith("n't");
}
