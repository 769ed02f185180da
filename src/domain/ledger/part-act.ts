import type { CivilDate, Instant } from '../calendar/civil-date.ts';

/**
 * What happens to a part besides its office's answers.
 *
 * The office: `ask-extension` 申请延期 · `ask-excuse` 不涉及 · `ask-transfer` 转交 · `withdraw` takes that back · `snooze` 稍后提醒.
 * Whoever decides: `grant` 同意 · `refuse` 不同意 · `pass` 审核通过 · `return` 退文 · `reopen` 更正 of what was signed off ·
 * `urge` 催办 · `instruct` 批示 · `pause` 暂停 · `resume` 恢复 · `date` the awaited date arrived · `restart` the event's date was
 * corrected · `stop` 误报.
 */
export type PartActKind =
  | 'ask-extension'
  | 'ask-excuse'
  | 'ask-transfer'
  | 'withdraw'
  | 'snooze'
  | 'grant'
  | 'refuse'
  | 'pass'
  | 'return'
  | 'reopen'
  | 'urge'
  | 'instruct'
  | 'pause'
  | 'resume'
  | 'date'
  | 'restart'
  | 'stop';

/** Why something is returned (退文), in codes: 未明确公开属性, 未说明不公开理由, 解读材料不齐, 佐证链接打不开, 其他. */
export type ReturnReason = 'no-attribute' | 'no-grounds' | 'materials-missing' | 'link-broken' | 'other';

export const RETURN_REASONS: readonly ReturnReason[] = [
  'no-attribute',
  'no-grounds',
  'materials-missing',
  'link-broken',
  'other',
];

export interface PartAct {
  readonly id: string;
  readonly at: Instant;
  readonly personId: string;
  readonly personName: string;
  readonly kind: PartActKind;
  /** A sentence of the person's, unescaped; empty where none was asked. */
  readonly note: string;
  readonly reasons: readonly ReturnReason[];
  /** The date that it names (延期 to, 稍后提醒 on, 暂停 until, the awaited date), and the due date that held before. */
  readonly dueOn: CivilDate | null;
  readonly beforeOn: CivilDate | null;
  /** With a transfer: to whom. */
  readonly officeId: string | null;
}

/** What an office has asked for: another date, to be left out, or that another office take the part. */
export interface PartRequest {
  readonly kind: 'extension' | 'excuse' | 'transfer';
  readonly at: Instant;
  readonly personName: string;
  readonly reason: string;
  /** With `extension`. */
  readonly dueOn: CivilDate | null;
  /** With `transfer`. */
  readonly officeId: string | null;
  readonly officeName: string | null;
}
