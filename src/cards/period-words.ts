const QUARTERS = ['一', '二', '三', '四'] as const;

/** A period's key as people say it within the year: `2026-03` 3月, `2026-Q1` 第一季度, `2026-H2` 下半年, `2026-W12` 第12周, `2026` 2026年. */
export function periodWords(key: string): string {
  const [year = '', within] = key.split('-');
  if (within === undefined) return `${year}年`;
  const number = Number(within.replace(/^\D/, ''));
  if (within.startsWith('Q')) return `第${QUARTERS[number - 1] ?? number}季度`;
  if (within.startsWith('H')) return number === 1 ? '上半年' : '下半年';
  return within.startsWith('W') ? `第${number}周` : `${number}月`;
}
