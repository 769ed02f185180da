import type { Directory, Office } from './directory.ts';
import { EXAMPLE, joinNames } from './office-cells.ts';
import { OFFICE_COLUMNS, type OfficeColumn } from './office-columns.ts';
import type { PersonInput } from './office-input.ts';
import { roleRank, roleWord } from './role-words.ts';

type Row = readonly string[];

/** The header that we write. */
const HEADER: Row = OFFICE_COLUMNS.map(([, heading]) => heading);

/**
 * The rows of an offices file that says what the directory says, header first. Importing them changes nothing.
 *
 * One row a post, offices in their order; an office without people has one row. People who have left are not in it: an
 * import deletes nothing, so they stay as they are.
 */
export function officeRows(directory: Directory): readonly Row[] {
  const offices = directory.offices.toSorted((a, b) => a.order - b.order);
  return [HEADER, ...offices.flatMap((office) => rowsOf(office, peopleOf(directory, office.id)))];
}

/** The rows of an empty offices file: the header and two lines that show how to fill it, which an import leaves out. */
export function templateRows(): readonly Row[] {
  return [
    HEADER,
    row({
      office: `${EXAMPLE}:局办公室`,
      aliases: '办公室;局办',
      rosters: '各科室',
      role: '联络人A',
      name: '张三',
      mobile: '13800000000',
      email: 'zhangsan@example.com',
    }),
    row({
      office: `${EXAMPLE}:区数据中心`,
      aliases: '数据中心',
      rosters: '各单位',
      role: '负责人',
      name: '李四',
      mobile: '13900000000',
    }),
  ];
}

function peopleOf(directory: Directory, officeId: string): readonly PersonInput[] {
  const people = new Map(directory.people.map((person) => [person.id, person]));
  return directory.posts
    .filter((post) => post.officeId === officeId)
    .flatMap(({ personId, role }) => {
      const person = people.get(personId);
      return person?.active ? [{ ...person, role }] : [];
    })
    .toSorted((a, b) => roleRank(a.role) - roleRank(b.role));
}

function rowsOf(office: Office, people: readonly PersonInput[]): readonly Row[] {
  const own = { office: office.name, aliases: joinNames(office.aliases), rosters: joinNames(office.rosters) };
  if (people.length === 0) return [row(own)];
  return people.map(({ role, name, mobile, email, openId }) =>
    row({
      ...own,
      role: roleWord(role),
      name,
      mobile: mobile ?? '',
      email: email ?? '',
      openId: openId ?? '',
    }),
  );
}

function row(cells: Readonly<Partial<Record<OfficeColumn, string>>>): Row {
  return OFFICE_COLUMNS.map(([column]) => cells[column] ?? '');
}
