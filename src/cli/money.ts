/** US dollars for people: cents where they say enough, more places below a dollar. */
export function formatMoney(dollars: number): string {
  if (dollars === 0) return '$0';
  if (dollars < 0.0001) return 'under $0.0001';
  return `$${dollars.toFixed(dollars < 1 ? 4 : 2)}`;
}

/** US dollars of calls; null when the price of one is not known: then nobody knows the sum. */
export function totalCost(calls: readonly { readonly cost: number | null }[]): number | null {
  let sum = 0;
  for (const { cost } of calls) {
    if (cost === null) return null;
    sum += cost;
  }
  return sum;
}

export function describeCost(cost: number | null): string {
  return cost === null ? 'price unknown' : formatMoney(cost);
}
