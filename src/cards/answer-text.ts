import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { PartState } from '../domain/ledger/part.ts';
import { COMMAND_WORDS, type CommandWord, type RowCommand } from '../domain/words/command.ts';
import { clip, dayWords, numberWords, percentWords, stateWords, tidy } from './words.ts';

/** A row as answers in words name it. */
export interface NamedRow {
  readonly taskNo: string | null;
  readonly taskText: string;
  readonly officeName: string;
  readonly dueOn: CivilDate | null;
}

/** Numbers of open rows that one answer lists. */
const NUMBERS_SHOWN = 12;
const CHOICES_SHOWN = 3;

/** People's and plans' words in a text message: no tag, no mention, no link of a message's own markup. */
export function said(text: string, length: number): string {
  return clip(tidy(text), length)
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
    .replace(/\]\(/g, '］(')
    .replace(/[*_~`]/g, '');
}

/** Number and text: `3（1）` 更新便民服务事项目录. */
function rowWords({ taskNo, taskText }: NamedRow, length = 24): string {
  return `${taskNo === null ? '' : `${numberWords(taskNo)}　`}${said(taskText, length)}`;
}

function numberOf({ taskNo, taskText }: NamedRow): string {
  return taskNo === null ? said(taskText, 8) : numberWords(taskNo);
}

/** What a command about a row has recorded, and how to take it back. */
export function recordedText(
  kind: Extract<RowCommand, 'done' | 'progress' | 'trouble' | 'seen'>,
  row: NamedRow,
  { percent, link }: { readonly percent: number | null; readonly link: string | null },
): string {
  const facts = [
    percent === null || kind !== 'progress' ? '' : ` ${percentWords(percent)}`,
    link === null ? '' : '（已附链接）',
  ];
  return `${recordedWords(kind)}${facts.join('')}：${rowWords(row)}。\n写错了，24 小时内发“撤回 ${numberOf(row)}”。`;
}

/** The same in a group: the number only. */
export function briefRecordedText(
  kind: Extract<RowCommand, 'done' | 'progress' | 'trouble' | 'seen'>,
  row: NamedRow,
): string {
  return `${recordedWords(kind)}：第 ${numberOf(row)} 项。24 小时内可发“撤回 ${numberOf(row)}”。`;
}

function recordedWords(kind: 'done' | 'progress' | 'trouble' | 'seen'): string {
  switch (kind) {
    case 'done':
      return '已报办结，局办公室审核后销号';
    case 'progress':
      return '已记录进展';
    case 'trouble':
      return '已记录困难，将提请牵头单位协调';
    case 'seen':
      return '已签收';
  }
}

/** One number, several open parts: the three nearest, each with what to write. */
export function chooseText(
  kind: RowCommand,
  no: string,
  choices: readonly { readonly part: NamedRow; readonly words: string }[],
  today: CivilDate,
): string {
  const command = wordOf(kind);
  const lines = choices.slice(0, CHOICES_SHOWN).map(({ part, words }) => {
    const due = part.dueOn === null ? '' : `（${dayWords(part.dueOn, today)}）`;
    const number = part.taskNo === null ? numberWords(no) : numberWords(part.taskNo);
    return `${rowWords(part, 18)}${due}：请写“${command} ${number} ${said(words, 40)}”`;
  });
  const more = choices.length > CHOICES_SHOWN ? `还有 ${choices.length - CHOICES_SHOWN} 件，发“我的任务”查看。` : null;
  return [`第 ${numberWords(no)} 项您名下有 ${choices.length} 件未办，请写明是哪一件：`, ...lines, more]
    .filter(isLine)
    .join('\n');
}

/** No open part of that number. */
export function noSuchRowText(kind: RowCommand, no: string | null, open: readonly NamedRow[]): string {
  const usage = COMMAND_WORDS.find((word) => word.kind === kind)?.usage ?? '';
  const lead = no === null ? `请写行号，例如：${usage}。` : `您名下没有第 ${said(numberWords(no), 12)} 项未办事项。`;
  if (open.length === 0) return `${lead}您名下现在没有未办的事项。`;
  const numbers = [...new Set(open.map(numberOf))];
  const shown = numbers.slice(0, NUMBERS_SHOWN).join('、');
  const more = numbers.length > NUMBERS_SHOWN ? ` 等 ${numbers.length} 项` : '';
  return `${lead}您未办的有：${shown}${more}。发“我的任务”看全部。`;
}

/** In a group nothing is said of what somebody has to do. */
export function briefToPrivateText(): string {
  return '详情已在单聊中告知。';
}

export function severalRowsText(kind: RowCommand): string {
  return `一次请写一项，例如：${COMMAND_WORDS.find((word) => word.kind === kind)?.usage ?? ''}。`;
}

export function nothingToUndoText(no: string | null): string {
  const where = no === null ? '' : `第 ${said(numberWords(no), 12)} 项`;
  return `${where}没有可以撤回的答复：只能撤回您本人 24 小时内的最后一次答复。更早的请联系局办公室更正。${no === null ? '撤回报送，请发“本月报送”。' : ''}`;
}

export function undoneText(row: NamedRow, state: PartState, percent: number | null): string {
  return `已撤回您的答复：${rowWords(row)}，恢复为“${stateWords(state, percent)}”。`;
}

export function briefUndoneText(row: NamedRow): string {
  return `已撤回：第 ${numberOf(row)} 项。`;
}

/** A part whose date was over when the plan was issued asks another question. */
export function pastAtBirthText(row: NamedRow): string {
  const no = numberOf(row);
  return `第 ${no} 项的时限早于印发日期：已完成请写完成日期，例如“完成 ${no} 3月20日”；未完成请发“我的任务”，在卡片上点“未完成”填新时限。`;
}

/** What was returned is reported again with what was missing. @param missing one sentence that says what */
export function proofMissingText(row: NamedRow, reasons: readonly string[], missing: string): string {
  const no = numberOf(row);
  const why = reasons.length === 0 ? '' : `（${reasons.join('；')}）`;
  return `第 ${no} 项${why === '' ? '' : `已退文${why}，`}没有记录：${missing}。补齐后写“完成 ${no} 补正的内容或网址”，或在刚发出的“我的任务”卡片上点“办结”填写。`;
}

/** A duty without an end cannot be closed. */
export function neverEndsText(row: NamedRow): string {
  const no = numberOf(row);
  return `第 ${no} 项是长期坚持的事项，不报办结。有更新请写“进展 ${no} 一句话”。`;
}

/** 签收 is for what nobody has answered. */
export function answeredAlreadyText(row: NamedRow): string {
  const no = numberOf(row);
  return `第 ${no} 项已有答复，不用签收。有进展请写“进展 ${no} 一句话”，办完请写“完成 ${no}”。`;
}

/** How an answer that holds can be changed in words. */
export function correctByWords(row: NamedRow): string {
  return `要改请先发“撤回 ${numberOf(row)}”`;
}

export function noteMissingText(kind: RowCommand): string {
  const usage = COMMAND_WORDS.find((word) => word.kind === kind)?.usage ?? '';
  return kind === 'trouble' ? `请用一句话写明困难，例如：${usage}。` : `请写一句话或进度，例如：${usage}。`;
}

/** Several rows of 落实情况 under one number. */
export function chooseRowText(
  choices: readonly { readonly no: string; readonly text: string; readonly words: string }[],
  command = '落实情况',
): string {
  const lines = choices
    .slice(0, CHOICES_SHOWN)
    .map(
      ({ no, text, words }) =>
        `${numberWords(no)}　${said(text, 18)}：请写“${`${command} ${numberWords(no)} ${said(words, 30)}`.trim()}”`,
    );
  return ['有几项是这个行号，请写明是哪一项：', ...lines].join('\n');
}

/** No row of that number in a plan in force. */
export function unknownRowText(no: string | null): string {
  return no === null
    ? '请写行号，例如：落实情况 3。'
    : `没有第 ${said(numberWords(no), 12)} 项。请按工作要点里的行号写，例如：落实情况 3。`;
}

/** The answer to words that mean nothing here; does not repeat them, because text messages have markup too. */
export function unknownWordText(likely: readonly CommandWord[]): string {
  return `没有看懂。您是不是要发：${likely.map(({ usage }) => `“${usage}”`).join('')}？发“帮助”看全部用法。`;
}

function wordOf(kind: RowCommand): string {
  return COMMAND_WORDS.find((word) => word.kind === kind)?.word ?? '';
}

function isLine(line: string | null): line is string {
  return line !== null;
}
