import type { PostRole } from '../../domain/directory/directory.ts';
import { distinctOfficeNames } from '../../domain/directory/distinct-names.ts';
import type { OfficeInput } from '../../domain/directory/office-input.ts';
import type { ImportReport } from '../../domain/plan/import-report.ts';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const GIVEN = ['敏', '强', '静', '磊', '洋', '艳', '杰', '娟', '涛', '明', '超', '霞', '平', '刚', '玲', '辉'];

/**
 * People for the offices that a real plan names, so that the demo has somebody to send cards to: a liaison each, leaders for the
 * leadership group. All invented.
 */
export function inventedOffices(report: ImportReport): readonly OfficeInput[] {
  const printed = report.tasks.flatMap(({ offices }) =>
    offices.filter(({ role, fanOut }) => role !== 'upstream' && fanOut === null).map(({ name }) => name),
  );
  const names = distinctOfficeNames(printed);
  let count = 0;
  const person = (role: PostRole) => {
    const index = count++;
    const surname = SURNAMES[index % SURNAMES.length] ?? '王';
    const name = `${surname}${GIVEN[(index * 7) % GIVEN.length] ?? ''}`;
    return { role, name, mobile: null, email: null, openId: `ou_demo_${String(index + 1).padStart(3, '0')}` };
  };
  const offices = names.map((name) => ({ name, aliases: [], rosters: [], people: [person('liaison-a')] }));
  const leadership = {
    name: '局领导',
    aliases: [],
    rosters: ['局领导'],
    people: [person('top-leader'), person('leader-in-charge')],
  };
  return [...offices, leadership];
}
