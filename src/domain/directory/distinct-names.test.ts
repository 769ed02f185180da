import { describe, expect, it } from 'vitest';
import { distinctOfficeNames } from './distinct-names.ts';

describe('offices that a plan names in several ways', () => {
  it.each([
    [['人事处', '人事处(法规处)'], ['人事处(法规处)']],
    [
      ['人事处（法规处）', '办公室', '人事处'],
      ['人事处（法规处）', '办公室'],
    ],
    [['局办公室', '办公室'], ['局办公室']],
    [
      ['办公室', '局办公室', '信息中心', '办公室'],
      ['局办公室', '信息中心'],
    ],
    [
      ['法规处', '法规一处'],
      ['法规处', '法规一处'],
    ],
  ])('%j are %j', (printed, distinct) => {
    expect(distinctOfficeNames(printed)).toEqual(distinct);
  });
});
