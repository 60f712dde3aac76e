import { type Policy, unmetWaivers, type Waiver } from '../../check/index.ts';
import { printable } from '../../text/index.ts';

/** Waivers of the settings that have become needless, or never fitted, as lines for stderr. */
export function reportUnmetWaivers(
  policy: Policy,
  checked: { readonly ids: readonly string[]; readonly met: ReadonlySet<Waiver> },
): string {
  return unmetWaivers(policy, checked)
    .map(({ rule, article, text, by }) => {
      const what = [rule, article, text === undefined ? undefined : `“${text}”`].filter(Boolean).join(', ');
      return `info: the waiver ${printable(what)} by ${printable(by)} met no finding\n`;
    })
    .join('');
}
