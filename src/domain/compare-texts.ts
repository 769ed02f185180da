/** For sorting by code units, the same on every machine: no locale has a say. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
