/** Letters that look like one another in two alphabets: whoever mixes them in one word hides it. */
const MIXED_ALPHABETS =
  /(?=\p{L}*\p{Script=Latin})\p{L}*\p{Script=Cyrillic}\p{L}*|(?=\p{L}*\p{Script=Cyrillic})\p{L}*\p{Script=Latin}\p{L}*/u;
const LINK = /\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.|\b(?:mailto|javascript):|\bdata:\p{L}+\//iu;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}/u;
const HANDLE = /(?<![\p{L}\p{N}])@\p{L}[\p{L}\p{N}_]+/u;
/** `shop.example`, with or without a path. Small letters behind the point: not the start of a sentence without its space. */
const DOMAIN =
  /[\p{L}\p{N}][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]{2,})*\.\p{Ll}{2,24}(?![\p{L}\p{N}])(?<path>\/\S+)?/u;
const MARKUP =
  /<[/!]?[a-z]|<!|>>|\]\(|!\[|\[\[|\]\[|\*\*[^*]+\*\*|(?<!\p{L})__[^_]+__|`|~~|^\s*(?:#{1,6}|>|[-*+])\s|&(?:#\d+|#x[\da-f]+|[a-z]+);|\\[a-z]+\{|\{\{|\}\}|\{%|<</imu;

/**
 * What no text of an article may hold, whoever asked for it: a link, an address, markup, a word in two alphabets. The name of a
 * site may stand where the source, all that the text may rest on, has it too.
 */
export function findForeign(text: string, source: string): string | undefined {
  const plain = text.normalize('NFKC');
  if (LINK.test(plain)) return 'holds a link or markup';
  if (MARKUP.test(plain)) return 'holds a link or markup';
  if (MAIL.test(plain)) return 'holds an address';
  const said = source.normalize('NFKC').toLowerCase();
  const domain = DOMAIN.exec(plain);
  if (domain && (domain.groups?.path !== undefined || !said.includes(domain[0].toLowerCase())))
    return `holds an address (${domain[0]})`;
  const handle = HANDLE.exec(plain)?.[0];
  if (handle !== undefined && !said.includes(handle.toLowerCase())) return `holds an address (${handle})`;
  const mixed = MIXED_ALPHABETS.exec(plain)?.[0];
  if (mixed !== undefined && !said.includes(mixed.toLowerCase()))
    return `holds a word in two alphabets (${mixed})`;
  return undefined;
}
