import type { PostRole } from './directory.ts';
import { nameKey } from './office-name.ts';

/** The word for each role, in the order in which an office's people are listed. */
const WORDS = [
  ['liaison-a', '联络人A'],
  ['liaison-b', '联络人B'],
  ['head', '负责人'],
  ['leader-in-charge', '分管领导'],
  ['top-leader', '主要负责人'],
  ['governing', '主管机构'],
  ['supervisor', '监督'],
] as const satisfies readonly (readonly [PostRole, string])[];

/** What people write instead. Posts such as 科长 are not here: they say nothing about who answers the cards. */
const OTHER_WORDS: Readonly<Record<PostRole, readonly string[]>> = {
  'liaison-a': [
    '联络人',
    '联络员',
    '联络员A',
    'A角',
    'A岗',
    '联络人A角',
    '联络员A角',
    'A角联络人',
    'A角联络员',
    '联络人(A角)',
    '联络人(A)',
    '联络员(A角)',
    '联系人',
    '信息员',
  ],
  'liaison-b': [
    '联络员B',
    'B角',
    'B岗',
    '联络人B角',
    '联络员B角',
    'B角联络人',
    'B角联络员',
    '联络人(B角)',
    '联络人(B)',
    '联络员(B角)',
    '备用联络人',
    '副联络人',
  ],
  head: ['科室负责人', '处室负责人', '部门负责人', '单位负责人', '股室负责人'],
  'leader-in-charge': ['分管局领导', '分管负责人', '分管委领导'],
  'top-leader': ['主要领导', '一把手', '局主要负责人', '局主要领导'],
  governing: ['主管', '主管机构负责人', '主管机构人员'],
  supervisor: ['监督人', '监督员', '监督机构', '监察', '督查'],
};

const BY_WORD: ReadonlyMap<string, PostRole> = new Map(
  WORDS.flatMap(([role, word]) => [word, ...OTHER_WORDS[role]].map((each) => [nameKey(each), role] as const)),
);

/** The words that an offices file may use, for the sentence that says so. */
export const ROLE_WORDS: readonly string[] = WORDS.map(([, word]) => word);

/** The role that a cell names (`A 角`, `联络人Ａ`), or undefined. */
export function parseRole(word: string): PostRole | undefined {
  return BY_WORD.get(nameKey(word));
}

/** The word that we write for a role. */
export function roleWord(role: PostRole): string {
  return WORDS.find(([each]) => each === role)?.[1] ?? role;
}

/** Where a role stands among an office's people, counted from 0. */
export function roleRank(role: PostRole): number {
  return WORDS.findIndex(([each]) => each === role);
}
