import { describe, expect, it } from 'vitest';
import { aDirectory } from '../../../tests/support/parts.ts';
import { civil } from '../calendar/civil-date.ts';
import { coverOf } from './cover-leave.ts';
import type { Absence } from './directory.ts';

const away = (personId: string, fromOn: string, toOn: string): Absence => ({
  personId,
  fromOn: civil(fromOn),
  toOn: civil(toOn),
});
const MINE = away('张敏', '2026-11-20', '2026-11-24');
const today = civil('2026-11-19');

function covers(posts: Parameters<typeof aDirectory>[0], others: readonly Absence[] = [], mine = MINE, on = today) {
  return coverOf({ ...aDirectory(posts), absences: [mine, ...others] }, mine, on).map((cover) => [
    cover.kind,
    'person' in cover ? cover.person.id : null,
    cover.fromOn,
    cover.toOn,
  ]);
}

describe('who takes over during a leave', () => {
  it('is B, then the head', () => {
    const days = ['2026-11-20', '2026-11-24'];
    expect(
      covers({
        法规科: {
          posts: [
            ['liaison-a', '张敏'],
            ['liaison-b', '李强'],
            ['head', '钱科'],
          ],
        },
      }),
    ).toEqual([['deputy', '李强', ...days]]);
    expect(
      covers({
        法规科: {
          posts: [
            ['liaison-a', '张敏'],
            ['head', '钱科'],
          ],
        },
      }),
    ).toEqual([['deputy', '钱科', ...days]]);
  });

  it('changes with the deputy’s own leave', () => {
    const posts = {
      法规科: {
        posts: [
          ['liaison-a', '张敏'],
          ['liaison-b', '李强'],
          ['head', '钱科'],
        ] as const,
      },
    };
    expect(covers(posts, [away('李强', '2026-11-23', '2026-11-30')])).toEqual([
      ['deputy', '李强', '2026-11-20', '2026-11-22'],
      ['deputy', '钱科', '2026-11-23', '2026-11-24'],
    ]);
  });

  it('is nobody where there is nobody else; the head who is away too gets them nevertheless', () => {
    expect(covers({ 法规科: { posts: [['liaison-a', '张敏']] } })).toEqual([
      ['nobody', null, '2026-11-20', '2026-11-24'],
    ]);
    const posts = {
      法规科: {
        posts: [
          ['liaison-a', '张敏'],
          ['head', '钱科'],
        ] as const,
      },
    };
    expect(covers(posts, [away('钱科', '2026-11-01', '2026-11-30')])).toEqual([
      ['away', '钱科', '2026-11-20', '2026-11-24'],
    ]);
  });

  it('leaves an office alone whose cards went to another before; every office is said for itself', () => {
    const posts = {
      法规科: {
        posts: [
          ['liaison-a', '李强'],
          ['liaison-b', '张敏'],
        ] as const,
      },
      信息中心: {
        posts: [
          ['liaison-a', '张敏'],
          ['liaison-b', '王芳'],
        ] as const,
      },
    };
    expect(covers(posts).map(([kind, who]) => [kind, who])).toEqual([
      ['unaffected', '李强'],
      ['deputy', '王芳'],
    ]);
  });

  it('says nothing of days that are over, nor of somebody who gets no cards', () => {
    const posts = {
      法规科: {
        posts: [
          ['liaison-a', '张敏'],
          ['liaison-b', '李强'],
        ] as const,
      },
    };
    expect(covers(posts, [], MINE, civil('2026-11-23'))).toEqual([['deputy', '李强', '2026-11-23', '2026-11-24']]);
    expect(covers({ 法规科: { posts: [['leader-in-charge', '张敏']] } })).toEqual([]);
  });
});
