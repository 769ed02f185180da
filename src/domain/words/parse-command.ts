import type { Command, RowCommand } from './command.ts';
import { foldWords } from './fold-words.ts';
import { ROW_NUMBER } from './row-number.ts';

/** Said before a command and meaning nothing for it. 请假 and 我的任务 keep their first character. */
const POLITE =
  /^(?:请(?!假)|麻烦|劳驾|您好|你好|帮我|帮忙|给我|我(?!的)|想要?|要|查一下|查询|查看|查|看一下|看看|看|打开|列一?下|列出|显示|发一下|发送|发(?!布)|[\s,.!;:?、"'~·…@#<>]+(?=.))/;
/** Said behind one. */
const TAIL = '(?:一下|吧|了|呢|啊|呀|吗|哈|谢谢|[\\s,.!;:?、"\'~·…])*';
const GAP = '(?:一下)?[\\s:,;、.]*';

/** 请3天假 has its days within. */
const LEAVE_OF_DAYS =
  /^(?:我?[想要]*)请(?<days>(?:\d{1,2}|[一二两三四五六七八九十半]{1,2})个?(?:天|周|星期|月|工作日))的?假/u;

type BareCommand = 'mine' | 'overdue' | 'review' | 'back' | 'help' | 'my-quotas' | 'review-submissions';

const BARE: readonly (readonly [BareCommand, string])[] = [
  ['mine', '(?:我的)?(?:全部|所有)?(?:的)?(?:任务|待办)(?:事项|列表|清单)?|我的(?:全部|所有)?(?:事项|清单|工作)'],
  ['overdue', '(?:我的)?(?:有哪些|哪些)?(?:已)?(?:逾期|超期|过期)(?:未办|未办结)?(?:的)?(?:任务|事项|清单|列表)?'],
  ['review', '(?:去)?(?:待)?(?:我)?(?:审核|审批)(?:的)?(?:事项|队列|列表|清单)?'],
  ['back', '(?:提前)?销假|(?:取消|撤销|撤回|结束)请假|(?:已经?)?(?:回来(?:上班)?|返岗|到岗|上班)'],
  ['my-quotas', '(?:(?:我的?|本月|这个?月|撤回|撤销)(?:的)?)+报送(?:情况|清单|记录)?|报送(?:情况|清单|记录|进度)'],
  ['review-submissions', '(?:去)?(?:审核|审批)(?:本月)?(?:的)?报送|报送审核|审稿'],
  ['help', '帮助|help|\\?|(?:使用)?说明|用法|怎么(?:使?用|操作)|菜单|功能'],
];

const VERBS: readonly (readonly [RowCommand, string])[] = [
  ['fan-out', '(?:各处室|各科室|各单位)?(?:的)?落实(?:情况)?'],
  ['undo', '(?:撤回|撤销|撤消)(?:答复|上一条|刚才的)?'],
  ['seen', '(?:已经?)?(?:签收|收到|已阅)'],
  ['progress', '(?:填|报)?(?:进展|进度)(?:情况)?'],
  ['trouble', '(?:有|报)?困难'],
  ['done', '(?:已经?|报)?(?:完成|办结|做完|办完)'],
];

/** 报送, and the matters that have a word of their own. A question about one (发布会什么时候开) is none: something has to set it off. */
const SUBMITS: readonly (readonly [string | null, string])[] = [
  ['发布会', '(?:登记)?(?:新闻)?(?:发布会|吹风会)(?:登记|报送)?(?=[\\s\\d:,;、]|$)'],
  ['图文解读', '(?:(?:图文|政策)?解读|(?:政策)?图解)(?:报送)?(?=[\\s:,;、]|$)'],
  // 信息 begins many a sentence: here its link sets it off.
  ['信息', '(?:政务)?(?:信息|新闻)(?=[\\s:,;、].*(?:https?://|www\\.|\\.(?:cn|com|net|org)(?:[/\\s]|$)))'],
  [null, '(?:信息|新闻)?报送'],
];

/**
 * What a person asks for. Forgives spaces, full-width letters and marks, politeness (请, 帮我, 一下) and traditional characters; the
 * row's number may stand before or behind the verb. What follows a command keeps the person's own characters.
 */
export function parseCommand(text: string): Command {
  const days = LEAVE_OF_DAYS.exec(foldWords(text.trim()))?.groups?.days;
  if (days !== undefined) return { kind: 'leave', rest: days };
  const words = withoutPoliteness(text.trim());
  const folded = foldWords(words);
  const together = folded.replace(/\s/gu, '');
  const bare = BARE.find(([, pattern]) => new RegExp(`^(?:${pattern})${TAIL}$`, 'u').test(together));
  if (bare) return { kind: bare[0] };
  const leave = tailAfter(
    words,
    `(?:因[^\\s\\d请]{0,6})?(?:请个?(?:年|病|事|产|婚)?假|休(?:年|病|事|产|婚)?假|年假|出差)`,
  );
  if (leave !== undefined) return { kind: 'leave', rest: leave };
  const nil = tailAfter(words, '(?:本月)?零报告');
  if (nil !== undefined) return { kind: 'nil-report', rest: nil };
  for (const [lead, pattern] of SUBMITS) {
    const rest = tailAfter(words, pattern);
    if (rest !== undefined) return { kind: 'submit', lead, rest };
  }
  const register = tailAfter(words, '(?:触发)?登记(?:触发|事件|事项)?');
  if (register !== undefined) return { kind: 'register', rest: register };
  const lookBack = tailAfter(words, '(?:开展|启动|进行)?["“”]?回头看["“”]?');
  if (lookBack !== undefined) return { kind: 'look-back', rest: lookBack };
  const rate = tailAfter(words, '(?:填报?|报)?(?:比率|指标)(?:填报)?');
  if (rate !== undefined) return { kind: 'rate', rest: rate };
  const pause = tailAfter(words, '暂停(?:提醒|督办)?');
  if (pause !== undefined) return { kind: 'pause', rest: pause };
  const resume = tailAfter(words, '(?:恢复|取消暂停|解除暂停)(?:提醒|督办)?');
  if (resume !== undefined) return { kind: 'resume', rest: resume };
  for (const [kind, verb] of VERBS) {
    const command = aboutRow(kind, verb, words, folded);
    if (command) return command;
  }
  return { kind: 'unknown' };
}

function withoutPoliteness(text: string): string {
  let words = text;
  for (let found = POLITE.exec(foldWords(words)); found; found = POLITE.exec(foldWords(words))) {
    words = words.slice(found[0].length);
  }
  return words;
}

/** The words behind a command, or undefined where it is another. */
function tailAfter(words: string, pattern: string): string | undefined {
  const found = new RegExp(`^(?:${pattern})${GAP}`, 'u').exec(foldWords(words));
  return found ? words.slice(found[0].length).trim() : undefined;
}

function aboutRow(kind: RowCommand, verb: string, words: string, folded: string): Command | undefined {
  const numbered =
    new RegExp(`^(?:${verb})(?:了)?${GAP}(?<no>${ROW_NUMBER})${GAP}(?:的)?`, 'du').exec(folded) ??
    new RegExp(`^(?<no>${ROW_NUMBER})${GAP}(?:的)?(?:${verb})(?:了)?${GAP}`, 'du').exec(folded);
  const place = numbered?.indices?.groups?.no;
  if (!numbered || !place) {
    const bare = new RegExp(`^(?:${verb})${GAP}`, 'u').exec(folded);
    return bare ? { kind, no: null, rest: words.slice(bare[0].length).trim() } : undefined;
  }
  const rest = words.slice(numbered[0].length).trim();
  if (namesMoreRows(kind, foldWords(rest), numbered[0])) return { kind: 'several-rows', of: kind };
  return { kind, no: words.slice(...place).trim(), rest: isEmptyTalk(rest) ? '' : rest };
}

// `进展 3 60` says 60 %; `完成 3、5` and `进展 3、5 …` name two rows.
function namesMoreRows(kind: RowCommand, rest: string, before: string): boolean {
  const listed = /(?:、|,|和)\s*$/u.test(before);
  const numbers = new RegExp(`^(?:(?:和|及|[\\s,、])*${ROW_NUMBER})+[\\s.了]*$`, 'u').test(rest);
  if (kind === 'progress')
    return (listed || /^[和及]/u.test(rest)) && new RegExp(`^[和及]?\\s*${ROW_NUMBER}`, 'u').test(rest);
  return numbers;
}

function isEmptyTalk(rest: string): boolean {
  return new RegExp(`^${TAIL}$`, 'u').test(foldWords(rest));
}
