import { columnHeading } from '../domain/directory/office-columns.ts';
import { isBlocking, type OfficeProblem } from '../domain/directory/office-problem.ts';
import { ROLE_WORDS, roleWord } from '../domain/directory/role-words.ts';

/** What a person reads about a problem of an offices file. */
export interface OfficeProblemText {
  /** The row, such as `第 12 行`; `全表` where the file as a whole is meant. */
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;
}

/** One line for a terminal or a card: place, whether it stops the import, reason, remedy. */
export function officeProblemLine(problem: OfficeProblem): string {
  const { place, reason, remedy } = officeProblemText(problem);
  return `${isBlocking(problem) ? '必须改正' : '请核对'} ${place}：${reason}。${remedy}。`;
}

/** The words for a problem of an offices file. */
export function officeProblemText(problem: OfficeProblem): OfficeProblemText {
  return { place: problem.place ?? '全表', ...wordsFor(problem) };
}

function wordsFor(problem: OfficeProblem): Omit<OfficeProblemText, 'place'> {
  switch (problem.kind) {
    case 'missing-header':
      return {
        reason: `前十行中没有找到“${problem.columns.map(columnHeading).join('”“')}”这一列的表头`,
        remedy: '请补上表头，或用 offices template 生成一份模板再填写',
      };
    case 'unknown-role':
      return {
        reason:
          problem.value === ''
            ? `“${problem.name}”没有填写角色`
            : `“${problem.name}”的角色“${problem.value}”不在可填的角色之中`,
        remedy: `请改为${ROLE_WORDS.join('、')}之一`,
      };
    case 'conflicting-alias':
      return {
        reason: `“${problem.alias}”同时指${problem.offices.map((office) => `“${office}”`).join('和')}`,
        remedy: '请只在其中一个单位保留这个名称',
      };
    case 'office-missing':
      return {
        reason: problem.name === '' ? '没有填写单位，上面也没有单位' : `“${problem.name}”没有填写单位，上面也没有单位`,
        remedy: '请填写单位；本行暂不导入',
      };
    case 'example-row':
      return { reason: `“${problem.value}”是模板里的示例`, remedy: '本行不导入，可以删去' };
    case 'name-missing':
      return {
        reason: `“${problem.office}”这一行填了角色或联系方式，但没有姓名`,
        remedy: '请补上姓名；只登记单位时把角色和联系方式留空',
      };
    case 'office-spelled-twice':
      return {
        reason: `“${problem.value}”与“${problem.office}”是同一个单位的两种写法，已合并`,
        remedy: `如确是两个单位，请把名称区分开；否则统一写成“${problem.office}”`,
      };
    case 'bad-contact':
      return {
        reason: `“${problem.name}”的${columnHeading(problem.column)}“${problem.value}”格式不对`,
        remedy: `已按原样保留，但凭它找不到人；请改为${GOOD_CONTACT[problem.column]}`,
      };
    case 'no-contact':
      return {
        reason: `${roleWord(problem.role)}“${problem.name}”的手机、邮箱、open_id 都没有填`,
        remedy: '请至少填一项，否则卡片发不到本人',
      };
    case 'different-mobiles':
      return {
        reason: `“${problem.name}”有${problem.mobiles.length}个手机号（${problem.mobiles.join('、')}）`,
        remedy: '如是同一人，请改成同一个号码；如是同名的两个人，请各填 open_id 或不必处理',
      };
    case 'shared-contact':
      return {
        reason: `${columnHeading(problem.column)}“${problem.value}”填给了${problem.names.map((name) => `“${name}”`).join('和')}`,
        remedy: '一个号码只能对应一个人，请核对',
      };
    case 'no-liaison':
      return {
        reason: `“${problem.office}”没有联络人`,
        remedy: '请补一名联络人A；在此之前卡片发给该单位的负责人，没有负责人则发不出去',
      };
  }
}

const GOOD_CONTACT = {
  mobile: '11 位手机号（单元格设为文本格式）',
  email: '完整的邮箱地址',
  openId: '以 ou_ 开头的 open_id',
} as const;
