/** The text of a merged cell with that of one it covers, which as a rule is empty or says the same. */
export function mergedText(text: string, covered: string): string {
  if (covered.trim() === '' || covered === text) return text;
  return text.trim() === '' ? covered : `${text}\n${covered}`;
}
