import { nameKey } from './office-name.ts';

/** The columns of the offices file. */
export type OfficeColumn = 'office' | 'aliases' | 'rosters' | 'role' | 'name' | 'mobile' | 'email' | 'openId';

/** The columns in the order in which we write them, each with its heading. */
export const OFFICE_COLUMNS = [
  ['office', '单位'],
  ['aliases', '别名'],
  ['rosters', '名册'],
  ['role', '角色'],
  ['name', '姓名'],
  ['mobile', '手机'],
  ['email', '邮箱'],
  ['openId', 'open_id'],
] as const satisfies readonly (readonly [OfficeColumn, string])[];

/** The heading of a column. */
export function columnHeading(column: OfficeColumn): string {
  return OFFICE_COLUMNS.find(([each]) => each === column)?.[1] ?? column;
}

/** Other headings, the likelier first; each is taken only where the column's own heading is absent. */
const SYNONYMS: Readonly<Record<OfficeColumn, readonly string[]>> = {
  office: [
    '单位名称',
    '科室',
    '处室',
    '部门',
    '科室名称',
    '处室名称',
    '部门名称',
    '科室(单位)',
    '处室(单位)',
    '责任单位',
    '所在单位',
  ],
  aliases: ['简称', '曾用名', '别称'],
  rosters: ['所属名册', '名单', '分组'],
  role: ['身份', '岗位', '职务'],
  name: ['联络人姓名', '人员', '名字', '人员姓名'],
  mobile: ['手机号', '手机号码', '移动电话', '电话', '联系电话', '电话号码', '联系方式'],
  email: ['电子邮箱', '邮件', '电子邮件', '邮箱地址', 'email', 'e-mail'],
  openId: ['openid', 'open-id', '飞书id', '飞书openid'],
};

/** Where each column of a file stands, counted from 0. */
export type ColumnPlaces = ReadonlyMap<OfficeColumn, number>;

/** Reads a row as the header of an offices file; columns that it does not name are absent from the result. */
export function columnPlaces(cells: readonly string[]): ColumnPlaces {
  const headings = cells.map(headingKey);
  const places = new Map<OfficeColumn, number>();
  for (const [column, heading] of OFFICE_COLUMNS) {
    const place = [heading, ...SYNONYMS[column]].map((word) => headings.indexOf(word)).find((found) => found >= 0);
    if (place !== undefined) places.set(column, place);
  }
  return places;
}

/** Whether a row of a table could head the list of offices: it has 单位 and one more column that we know. */
export function isOfficesHeader(cells: readonly string[]): boolean {
  const places = columnPlaces(cells);
  return places.has('office') && places.size > 1;
}

/** `* 手机 号（必填）` is `手机号`, `科室（单位）` stays. */
function headingKey(cell: string): string {
  return nameKey(cell)
    .replace(/^[*#]+|[*#:]+$/g, '')
    .replace(/\((必填|选填|可选|可不填|可空|多个.*)\)$/, '');
}
