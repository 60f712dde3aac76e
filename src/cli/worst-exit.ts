/** How bad an exit code is, worst first: a command ends with the worst of its sources. */
const BY_SEVERITY = [130, 2, 1, 4, 3, 0];

export function worstExit(exitCodes: readonly number[]): number {
  return BY_SEVERITY.find((code) => exitCodes.includes(code)) ?? 0;
}
