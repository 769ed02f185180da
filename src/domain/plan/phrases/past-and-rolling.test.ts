import { expect, it } from 'vitest';
import { readDeadline } from './read-deadline.ts';
import { readRulesInText } from './read-rules-in-text.ts';

const KNOWN = { year: 2026, issuedOn: null };
const cell = (text: string) => readDeadline(text, { ...KNOWN, place: 'deadline-cell' });

it.each(['变动即更', '变动即更新', '有变即更', '随时更新'])('%s never ends', (text) => {
  expect(cell(text)).toMatchObject({ rules: [{ kind: 'standing', cadence: 'quarter' }], unread: null });
});

it.each(['每年1月-2月', '每年1-2月', '每年1月至2月'])('%s ends with February, every year', (text) => {
  expect(cell(text).rules).toMatchObject([{ kind: 'every', period: 'year', due: '02-end' }]);
  expect(cell(text).rules).toHaveLength(1);
});

it.each([
  '根据去年3月底前的自查结果整改',
  '对照上年第四季度末的通报整改',
  '巩固2025年上半年的成果',
  '依据2025年底考核结果整改',
])('%s tells what was and sets no date', (text) => {
  expect(readRulesInText(text, KNOWN).rules).toEqual([]);
});

it('a date that is to be met stays one, even if it is past', () => {
  expect(readRulesInText('2025年12月底前完成整改', KNOWN).rules).toMatchObject([{ kind: 'by', on: '2025-12-31' }]);
});

it('last year is no deadline in a cell either', () => {
  expect(cell('去年3月')).toMatchObject({ rules: [], unread: '去年3月' });
});
