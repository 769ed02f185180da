import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { officesSeen } from './digest-details.ts';

const DIRECTORY = aDirectory({
  办公室: { posts: [['governing', '孙静']] },
  法规科: {
    posts: [
      ['liaison-a', '张敏'],
      ['head', '周科长'],
      ['leader-in-charge', '赵磊'],
    ],
  },
  信息中心: { posts: [['liaison-b', '张敏']] },
  局领导: {
    posts: [
      ['top-leader', '局长'],
      ['supervisor', '纪检员'],
    ],
  },
});
const seenBy = (personId: string, isAdministrator = false) =>
  officesSeen(DIRECTORY, { personId, isAdministrator })?.map(({ name }) => name) ?? 'all';

describe('whose rows somebody sees', () => {
  it.each([
    ['孙静', 'all'],
    ['赵磊', 'all'],
    ['局长', 'all'],
    ['纪检员', 'all'],
    ['张敏', ['法规科', '信息中心']],
    ['周科长', ['法规科']],
    ['路人', []],
  ])('%s: %s', (person, offices) => {
    expect(seenBy(person)).toEqual(offices);
  });

  it('an administrator sees all, whatever their office', () => {
    expect(seenBy('张敏', true)).toBe('all');
  });
});
