/** By convention what follows the last " | " of a title names the show. */
export function showOf(title: string | undefined): string | undefined {
  const at = title?.lastIndexOf(' | ') ?? -1;
  return at > 0 ? title?.slice(at + 3).trim() || undefined : undefined;
}
