import { describe, expect, it } from 'vitest';
import { numberText } from './number-text.ts';

describe('a list number is printed as Word prints it:', () => {
  it.each([
    [0, 12, '12'],
    [1, 1994, 'MCMXCIV'],
    [2, 4, 'iv'],
    [3, 28, 'BB'],
    [4, 3, 'c'],
    [10, 20, '二〇'],
    [14, 12, '１２'],
    [18, 3, '③'],
    [18, 21, '㉑'],
    [18, 51, '51'],
    [22, 7, '07'],
    [23, 1, ''],
    [26, 2, '⒉'],
    [27, 21, '(21)'],
    [28, 20, '⑳'],
    [29, 10, '㈩'],
    [30, 2, '乙'],
    [31, 12, '亥'],
    [37, 10, '十'],
    [37, 11, '十一'],
    [37, 20, '二十'],
    [39, 101, '一百零一'],
    [39, 110, '一百一十'],
    [39, 1010, '一千零一十'],
    [39, 12345, '12345'],
    [38, 12, '壹拾贰'],
    [34, 3, '參'],
    [255, 1, ''],
    [99, 5, '5'],
  ])('format %i, %i: %s', (format, value, text) => {
    expect(numberText(value, format)).toBe(text);
  });
});
