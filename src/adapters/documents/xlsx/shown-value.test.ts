import { describe, expect, it } from 'vitest';
import { CellWording } from './shown-value.ts';

const wording = new CellWording(false);

describe('a number is worded as its cell shows it:', () => {
  it.each([
    [3, 'General', '3'],
    [13800000001, 'General', '13800000001'],
    [0.1 + 0.2, 'General', '0.3'],
    [3, '0', '3'],
    [3, '0_ ', '3'],
    [3, '00', '03'],
    [2.5, '0', '3'],
    [3, '0.0', '3.0'],
    [0.5, '0%', '50%'],
    [0.955, '0.0%', '95.5%'],
    [1234567.8, '#,##0.00', '1,234,567.80'],
    [1200, '[$¥-804]#,##0', '¥1,200'],
    [-5, '0;[Red]-0', '-5'],
    [-5, '0_);(0)', '(5)'],
    [-0.4, '0', '0'],
    [7, '"第"0"项"', '第7项'],
    [7, '"第"General"项"', '第7项'],
    [12, '[DBNum1][$-804]General', '十二'],
    [12, '[DBNum2]0', '壹拾贰'],
    [13800000001, '000-0000-0000', '13800000001'],
    [123456, '0!.0,"万"', '123456'],
    [12, '0.00E+00', '12'],
    [0.5, '# ?/?', '0.5'],
    [5, ';;;', '5'],
  ])('%d as %s: %s', (value, format, text) => {
    expect(wording.number(value, format)).toBe(text);
  });
});

describe('a date is worded in full:', () => {
  // 46356 is 30 November 2026.
  it.each([
    [46356, 'm"月"d"日"', '2026年11月30日'],
    [46356, 'yyyy/m/d', '2026年11月30日'],
    [46356, 'yyyy\\-mm\\-dd;@', '2026年11月30日'],
    [46356, '[$-804]yyyy"年"m"月"d"日"dddd', '2026年11月30日'],
    [46356, 'yyyy年m月', '2026年11月'],
    [46356, 'mmm-yy', '2026年11月'],
    [46356, 'm"月"', '11月'],
    [46356, 'd"日"', '30日'],
    [46356, 'yyyy"年"', '2026年'],
    [46356, 'aaaa', '2026年11月30日'],
    [46356.729166667, 'yyyy-mm-dd hh:mm', '2026年11月30日 17:30'],
    [46356, 'yyyy/m/d h:mm', '2026年11月30日'],
    [0.375, 'h:mm', '9:00'],
    [0.375, '[h]:mm:ss', '9:00'],
    [1, 'yyyy/m/d', '1900年1月1日'],
    [61, 'yyyy/m/d', '1900年3月1日'],
    [-3, 'yyyy/m/d', '-3'],
    [1e9, 'yyyy/m/d', '1000000000'],
  ])('%d as %s: %s', (value, format, text) => {
    expect(wording.number(value, format)).toBe(text);
  });

  it('counted from 1904 where the workbook does', () => {
    expect(new CellWording(true).number(44894, 'yyyy/m/d')).toBe('2026年11月30日');
  });
});

describe('a text', () => {
  it.each([
    ['市教育局', '@', '市教育局'],
    ['法规', '@"科"', '法规科'],
    ['法规', '0;-0;0;"（"@"）"', '（法规）'],
    ['a@b', 'General', 'a@b'],
  ])('%s as %s: %s', (text, format, shown) => {
    expect(wording.text(text, format)).toBe(shown);
  });
});
