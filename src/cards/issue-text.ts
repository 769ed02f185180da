import type { ChoiceRefusal, IssueChoice } from '../domain/plan/decide-issue.ts';
import type { DraftIssue } from '../domain/plan/import-report.ts';

/** What a kind of 疑点 is called; the reader's kinds are open, so that a new one shows by its general name. */
const TITLES: Readonly<Record<string, string>> = {
  conflict: '时限前后不一',
  'owner-conflict': '责任单位前后不一',
  'duplicate-row': '疑似重复的任务',
  'unassigned-rule': '正文有要求，表中没有',
  'not-in-table': '正文有任务，表中没有',
  'clause-without-owner': '条款没有责任单位',
  'missing-owner': '没有责任单位',
  'inferred-owner': '责任单位为推定',
  'roleless-owner': '单位后没有写明牵头或负责',
  'undetermined-offices': '“各相关”单位待指定',
  'unknown-office': '单位不在名单中',
  'ambiguous-office': '单位对应不唯一',
  'similar-office': '单位名称相近',
  'unknown-roster': '名册不在名单中',
  'no-liaison': '单位没有联络人',
  'no-offices': '尚未导入单位名单',
  'several-leads': '有几个牵头单位',
  'leaders-unpaired': '牵头领导与单位对不上',
  'people-unpaired': '责任人与单位对不上',
  'upstream-row': '上级牵头，本单位没有责任处室',
  'upstream-office': '疑似上级单位',
  'split-suggested': '一行有几项要求',
  'macros-ignored': '文件含宏',
  'rows-hidden': '工作表有隐藏行',
  'columns-hidden': '工作表有隐藏列',
  'sheet-hidden': '有隐藏的工作表',
  'unknown-deadline': '时限未能识别',
  'missing-deadline': '没有时限',
  'inferred-deadline': '时限为推定',
  'assumed-cadence': '没有写明频次',
  'awaiting-date': '时限待定',
  'event-unstated': '没有写明起算事项',
  'past-at-birth': '时限早于印发日期',
  'year-missing': '没有写明年度',
  'year-conflict': '年度前后不一',
  'other-level': '疑似其他层级或部门的任务',
  typo: '疑似错字',
  'mangled-number': '编号或数字残缺',
  'mangled-date': '日期残缺',
  'number-gap': '序号不连续',
  'duplicate-number': '序号重复',
  'outside-rows': '未列入台账的文字',
};

export function issueTitle({ kind }: Pick<DraftIssue, 'kind'>): string {
  return TITLES[kind] ?? '需要核实';
}

/** A choice in words, as it is kept with the issue. */
export function choiceText(issue: Pick<DraftIssue, 'phrases' | 'suggestion'>, choice: IssueChoice): string {
  switch (choice.kind) {
    case 'take':
      return `按“${issue.phrases[choice.phrase]?.text ?? ''}”`;
    case 'as':
      return `改为“${choice.text}”`;
    case 'keep':
      return issue.suggestion ?? '按原文保留';
  }
}

export function choiceRefusalText(refusal: ChoiceRefusal): string {
  switch (refusal.kind) {
    case 'not-a-choice':
      return '没有这种选法：互相矛盾的请选定其中一种，或者改为别的说法；其余的请采用建议，或者改为别的说法。';
    case 'unread':
      return refusal.wanted === 'deadline'
        ? `看不懂时限“${refusal.text}”：请写成“11月30日前”“每季度末”“长期坚持”这样的说法。`
        : `看不懂单位“${refusal.text}”：请写成“法规科牵头，办公室配合”这样的说法。`;
    case 'nothing-to-change':
      return '这处疑点不能在这里改写：请改好文件后重新发送，或者选“采用”。';
  }
}
