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
    [
      'of a table with a row a line, not too long',
      `任务\t责任单位\t完成时限\n${filled('公布水价\t供水科\t年底前\n', 4)}`,
    ],
    ['of pipes', `任务 | 责任单位 | 完成时限\n${filled('公布水价 | 供水科 | 年底前\n', 4)}`],
    ['of pipes that say nothing', `任务 | 责任单位 | 完成时限\n${filled('甲 | 乙 |\n| | 丙\n', 3)}`],
    ['of one cell between pipes', `任务\n|\n责任单位\n|\n完成时限\n|\n${filled('公布水价\n|\n供水科\n|\n', 3)}`],
    ['of words between spaces', `任务 责任单位 完成时限\n${filled('公布 水价 供水科 年底前\n', 4)}`],
    ['of headers only', filled('任务\t责任单位\t完成时限\n', 3)],
    ['of items that never end', `${HEADER}${filled('\t\n\t继续公布\n\t\n\t\n', 3)}`],
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

describe('a table of hostile size is read or refused, never a hang', () => {
  const cell = (row: number, column: number, text: string, rowSpan = 1, columnSpan = 1) => {
    return { row, column, rowSpan, columnSpan, text, place: '' };
  };
  const header = ['任务', '责任单位', '完成时限', '备注'].map((text, column) => cell(0, column, text));
  const many = (count: number, of: (at: number) => ReturnType<typeof cell>) =>
    Array.from({ length: count }, (_, at) => of(at));

  it.each([
    [
      'many rows',
      many(200_000, (at) => cell(1 + Math.floor(at / 4), at % 4, ['公布水价', '供水科', '年底前', ''][at % 4] ?? '')),
    ],
    [
      'many rows that all differ',
      many(30_000, (at) => cell(1 + Math.floor(at / 3), at % 3, `${['公布', '供水科', '前'][at % 3]}${at}`)),
    ],
    ['many columns', many(100_000, (at) => cell(1, at, '供水科'))],
    ['many remarks without an item', many(100_000, (at) => cell(at + 1, 3, `备注${at}`))],
    ['many lines across', many(100_000, (at) => cell(at + 1, 0, `（一）第${at}`, 1, 4))],
    ['merged cells over all', many(5_000, (at) => cell(at + 1, at % 4, '供水科', 1_000_000_000, 1_000_000_000))],
    ['numbers out of bounds', many(1_000, (at) => cell(at * 1_000_000, at * 1_000_000, '公布水价'))],
  ])(
    '%s',
    (_, cells) => {
      const document = {
        name: 'a.xlsx',
        blocks: [{ type: 'table', cells: [...header, ...cells], place: '' } as const],
      };
      expect(readPlan({ document, year: 2026, issuedOn: null })).toBeDefined();
    },
    60_000,
  );

  it('many tables', () => {
    const blocks = many(20_000, (at) => cell(1, at % 3, '公布水价')).map(
      (only) => ({ type: 'table', cells: [...header, only], place: '' }) as const,
    );
    expect(readPlan({ document: { name: 'a.docx', blocks }, year: 2026, issuedOn: null })).toBeDefined();
  });
});
