import { describe, expect, it } from 'vitest';
import { readPlan } from './read-plan.ts';

const HEADER = '云州市水务局2026年政务公开工作分工方案\n\n\t工作任务\n\t具体事项\n\t责任单位\n\t完成时限\n';
const ROW = '\t一、供水\n\t1.公布水价。\n\t供水科\n\t年底前\n';
const PLAN = `${HEADER}${ROW}`;
const MEGABYTE = 1_000_000;

const filled = (piece: string, megabytes: number): string =>
  piece.repeat(Math.ceil((megabytes * MEGABYTE) / Buffer.byteLength(piece)));

// A reading that does not come to its end runs into the time limit of the test.
function read(text: string) {
  const blocks = text
    .split('\n')
    .map((line, index) => ({ type: 'line', text: line, place: `第 ${index + 1} 行` }) as const);
  return readPlan({ document: { name: 'plan.txt', blocks }, year: 2026, issuedOn: null });
}

describe('a text of hostile size is read or refused, never a hang', () => {
  it.each([
    '公开信息',
    '1234567890',
    '（',
    '）',
    '()',
    '12月31日前、',
    '共同',
    '-',
    '|',
    '\t',
    '年',
    '每月',
    '在于',
    '率',
  ])(
    'one line of %j',
    (piece) => {
      expect(read(filled(piece, 5))).toBeDefined();
      // Below the length at which a document is refused outright.
      const long = filled(piece, 0.4);
      expect(read(`${long}\n${PLAN}`)).toBeDefined();
      expect(read(`${PLAN}\t\n\t2.${long}\n\t供水科\n\t年底前\n`)).toBeDefined();
      expect(read(`${PLAN}\t\n\t2.公布\n\t${long}\n\t年底前\n`)).toBeDefined();
      expect(read(`${PLAN}\t\n\t2.公布\n\t供水科\n\t${long}\n`)).toBeDefined();
    },
    60_000,
  );

  it.each(['-', ' ', '|', '\t'])('%j between two words', (piece) => {
    expect(read(`甲${filled(piece, 5)}乙`)).toBeDefined();
    expect(read(`${filled(piece, 0.4)}乙\n${PLAN}`)).toBeDefined();
  });

  it.each([
    ['of prose', filled('各科室要认真做好政务公开工作，并于12月31日前报送总结。\n\n', 10)],
    ['that are blank', `${PLAN}\n甲${filled('\n', 5)}乙`],
    ['of a table', `${HEADER}${filled(ROW, 10)}`],
    ['of a table with a row a line', `任务\t责任单位\t完成时限\n${filled('公布水价\t供水科\t年底前\n', 10)}`],
  ])(
    'lines %s',
    (_, text) => {
      expect(read(text)).toBeDefined();
    },
    60_000,
  );

  it('reads a plan of two thousand rows', () => {
    const plan = read(`${HEADER}${ROW.repeat(2000)}`);
    expect(plan.ok && plan.value.tasks.length).toBe(2000);
  });
});
