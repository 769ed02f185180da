import { z } from 'zod';
import { SUMMARY_NUMBERS, WEEKLY_NUMBERS } from '../domain/reports/details-source.ts';

// Short keys: a card carries dozens of payloads within its 30 KB.
const card = { v: z.literal(1), c: z.string().min(1).max(64) };
const part = { ...card, p: z.string().min(1).max(64), n: z.int().min(0), o: z.literal(1).optional() };
const answer = z.enum(['progress', 'trouble', 'completed', 'postponed']);

/** 办结: answers at once. */
export const PartDone = z.object({ a: z.literal('part.done'), ...part });
/** 填进展 or 有困难, on a row that was past at birth 已完成 or 未完成: opens the form under the row. */
export const PartOpen = z.object({ a: z.literal('part.open'), ...part, k: answer });
/** 提交 of the open form. */
export const PartReport = z.object({ a: z.literal('part.report'), ...part, k: answer });
/** 取消 of the open form. */
export const PartCancel = z.object({ a: z.literal('part.cancel'), ...part });
/** 撤回 of the reply `r`. */
export const PartUndo = z.object({ a: z.literal('part.undo'), ...part, r: z.string().min(1).max(64) });
/** 我的全部任务, and the paging of that list: `g` is a page from 1. */
export const ListMine = z.object({ a: z.literal('list.mine'), ...card, g: z.int().min(1).optional() });

const id = z.string().min(1).max(64);
const page = { g: z.int().min(1) };

/** What stands behind ⋯ of a row; the chosen one comes as the press's option. */
export const PartMore = z.object({ a: z.literal('part.more'), ...part });
/** 签收; 撤回申请 of an open request; 办结 after 退文, which opens the form of what is missing. */
export const PartStep = z.object({ a: z.enum(['part.seen', 'part.withdraw', 'part.resubmit']), ...part });
/** 提交 of an open request form; 取消 is `part.cancel`. */
export const PartAsk = z.object({
  a: z.literal('part.ask'),
  ...part,
  k: z.enum(['extension', 'excuse', 'transfer', 'snooze', 'proof']),
});
/** 提交 of the heartbeats on a card; every field is named after its part. */
export const BeatReport = z.object({ a: z.literal('beat.report'), ...card, o: z.literal(1).optional() });
/** 去审核 sends the desk; its pages. */
export const DeskPage = z.object({ a: z.enum(['desk.open', 'desk.page']), ...card, ...page });
/** 通过, 同意, 更正; 退文 and 不同意 open their forms, then 提交. */
export const DeskStep = z.object({
  a: z.enum([
    'desk.pass',
    'desk.grant',
    'desk.write-return',
    'desk.write-refuse',
    'desk.return',
    'desk.refuse',
    'desk.cancel',
    'desk.reopen',
  ]),
  ...part,
});
/** 批示 opens its form, then 提交; 催办 at once. */
export const LeaderStep = z.object({
  a: z.enum(['leader.write', 'leader.instruct', 'leader.urge', 'leader.cancel']),
  ...part,
});
/** 补时限 opens its form, then 提交. */
export const AwaitedStep = z.object({ a: z.enum(['awaited.write', 'awaited.date', 'awaited.cancel']), ...part });
/** 各处室落实情况 of the row `t`; 催办未交; its pages; 汇总并报办结. */
export const FanOutStep = z.object({
  a: z.enum(['fan-out.open', 'fan-out.urge', 'fan-out.page', 'fan-out.close']),
  ...card,
  t: id,
  g: z.int().min(1).optional(),
});
/** 登记触发 sends the rows that wait for events, `t` the one to begin with; their pages; `event.choose` takes one; then 登记. */
export const EventStep = z.object({
  a: z.enum(['event.open', 'event.choose', 'event.register']),
  ...card,
  t: id.optional(),
  g: z.int().min(1).optional(),
});
/** 改日期 opens its form, then 提交; 撤销登记, 误报 stop the occurrence `e`; 恢复登记 takes that back. */
export const EventChange = z.object({
  a: z.enum(['event.write', 'event.correct', 'event.stop', 'event.reopen', 'event.cancel']),
  ...card,
  e: id,
});
/** 本月没有: nothing has happened that starts a clock. */
export const EventNone = z.object({ a: z.literal('event.none'), ...card });
/** 已发布 of an hour clock, with its link. */
export const ClockDone = z.object({ a: z.literal('clock.done'), ...part });

/** 报送, 再报一条: sends the form; 修改再报 fills in what stands in the submission `s`. */
export const SubmissionOpen = z.object({ a: z.literal('submission.open'), ...card, s: id.optional() });
/** 登记日期 of a duty of leaders: sends the form with the rule `r` and the day `d` filled in, for the office `o`. */
export const SubmissionPlan = z.object({
  a: z.literal('submission.plan'),
  ...card,
  r: id,
  o: id.optional(),
  d: z.iso.date().optional(),
});
/** 提交 and 取消 of that form. */
export const SubmissionForm = z.object({ a: z.enum(['submission.send', 'submission.cancel']), ...card });
/** 撤回 of the submission `s` by its office, 恢复 of one that was withdrawn. */
export const SubmissionStep = z.object({
  a: z.enum(['submission.withdraw', 'submission.restore']),
  ...card,
  s: id,
  n: z.int().min(0),
});
/** 查看附件 of the submission `s`. */
export const SubmissionFile = z.object({ a: z.literal('submission.file'), ...card, s: id });
/** 本月报送 as a card, its pages `g` and months `m`. */
export const QuotasMine = z.object({
  a: z.literal('quotas.mine'),
  ...card,
  g: z.int().min(1).optional(),
  m: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
});
/** 零报告 of the office `o` in the matter `t`. */
export const QuotasNone = z.object({ a: z.literal('quotas.none'), ...card, o: id, t: z.string().min(1).max(64) });
/** The queue of 报送 as a card, its pages, what was decided. */
export const SubmissionsPage = z.object({
  a: z.enum(['submissions.open', 'submissions.queue', 'submissions.decided']),
  ...card,
  ...page,
});
/** 本页全部采用: the submissions `w` that the page shows. */
export const SubmissionsAll = z.object({
  a: z.literal('submissions.accept-all'),
  ...card,
  w: z.array(id).min(1).max(8),
});
/** 采用, 更正, 拆分计数, 合并计数 of the submission `s`; 退回 opens its form, then 提交. */
export const SubmissionReview = z.object({
  a: z.enum([
    'submissions.accept',
    'submissions.write-return',
    'submissions.return',
    'submissions.cancel',
    'submissions.reopen',
    'submissions.split',
    'submissions.join',
  ]),
  ...card,
  s: id,
  n: z.int().min(0),
});

/** 仍在落实 answers at once; 已反弹 opens its form, then 提交; 撤回 of the answer. */
export const LookBackStep = z.object({
  a: z.enum(['look-back.holds', 'look-back.write', 'look-back.rebound', 'look-back.cancel', 'look-back.undo']),
  ...part,
});

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
/** 填比率 sends the form of the month `m`; on that card `rate.month` turns to another, then 提交. */
export const RatesStep = z.object({
  a: z.enum(['rate.open', 'rate.month', 'rate.report']),
  ...card,
  m: month.optional(),
});
/** 更正, 取消 and 撤回 of one line: the rate `r` of the office `o`. */
export const RateStep = z.object({ a: z.enum(['rate.write', 'rate.cancel', 'rate.undo']), ...card, r: id, o: id });

const issue = { ...card, i: z.int().min(0) };

/** Buttons of a review that name nothing but the card: the whole plan is meant. */
export const ReviewStep = z.object({
  a: z.enum(['review.year', 'review.sheet', 'review.ask', 'review.publish', 'review.discard']),
  ...card,
});
/** Buttons about the 疑点 number `i`, 0 the first that is open; `review.overview` leaves them. */
export const ReviewIssue = z.object({
  a: z.enum(['review.issue', 'review.overview', 'review.keep', 'review.write', 'review.as', 'review.reopen']),
  ...issue,
});
/** 按①, 按②: the phrase `r` holds. */
export const ReviewTake = z.object({ a: z.literal('review.take'), ...issue, r: z.int().min(0) });
/** 维持原文 against the objection of the office `o`. */
export const ReviewSettle = z.object({ a: z.literal('review.settle'), ...card, o: z.string().min(1).max(64) });
/** An office's answer about its rows: 确认无误, the form of an objection and its 提交. */
export const Confirm = z.object({ a: z.enum(['confirm.yes', 'confirm.write', 'confirm.object']), ...card });
/** The page `g` of an office's rows. */
export const ConfirmPage = z.object({ a: z.literal('confirm.page'), ...card, g: z.int().min(1) });

/** 同意发布; 不发 opens its form, then 提交; 重新起草 after it. `s` is the summary. */
export const SummaryStep = z.object({
  a: z.enum(['summary.approve', 'summary.write', 'summary.drop', 'summary.cancel', 'summary.redraft']),
  ...card,
  s: id,
});
/** 查看明细 on a weekly digest of the moment `t`, or on the summary of the month `m` drafted then; a group's cards are of nobody. */
export const DigestDetails = z.object({ a: z.literal('digest.details'), v: card.v, t: z.int(), m: month.optional() });
/** The number `k` of the details of a digest or a summary, and its page. */
export const DetailsStep = z.object({
  a: z.literal('details.show'),
  ...card,
  k: z.enum([...WEEKLY_NUMBERS, ...SUMMARY_NUMBERS]),
  ...page,
});
/** 下载 of a paper of the month `m`, on whatever card. */
export const PaperSend = z.object({
  a: z.literal('paper.send'),
  v: card.v,
  k: z.enum(['circular', 'ledger', 'summary']),
  m: z.string().regex(/^\d{4}-\d{2}$/),
  plan: id.optional(),
});

const AnyAction = z.discriminatedUnion('a', [
  SummaryStep,
  DigestDetails,
  DetailsStep,
  PaperSend,
  PartDone,
  PartOpen,
  PartReport,
  PartCancel,
  PartUndo,
  ListMine,
  PartMore,
  PartStep,
  PartAsk,
  BeatReport,
  DeskPage,
  DeskStep,
  LeaderStep,
  AwaitedStep,
  FanOutStep,
  EventStep,
  EventChange,
  EventNone,
  ClockDone,
  LookBackStep,
  SubmissionOpen,
  SubmissionPlan,
  SubmissionForm,
  SubmissionStep,
  SubmissionFile,
  QuotasMine,
  QuotasNone,
  SubmissionsPage,
  SubmissionsAll,
  SubmissionReview,
  RatesStep,
  RateStep,
  ReviewStep,
  ReviewIssue,
  ReviewTake,
  ReviewSettle,
  Confirm,
  ConfirmPage,
]);

/**
 * What a button says when it is pressed: `a` the action, `v` the version of this format, `c` the card's id, `p` the part's id,
 * `n` the part's version when the button was drawn, `o` that the card said by then that a newer one has taken its place. Who
 * pressed it is never in here.
 */
export type Action = z.infer<typeof AnyAction>;

/** Reads a payload as it comes back from the platform; `undefined` for anything that no button of ours sends. */
export function parseAction(payload: unknown): Action | undefined {
  const read = AnyAction.safeParse(payload);
  return read.success ? read.data : undefined;
}

/** The card that a button stands on. */
export interface ButtonPlace {
  readonly cardId: string;
  /** The card says that a newer one has taken its place. */
  readonly replaced: boolean;
}

/** What every button of a row says, whatever its action. */
export function targetOf(row: { readonly partId: string; readonly version: number }, place: ButtonPlace) {
  return {
    v: 1,
    c: place.cardId,
    p: row.partId,
    n: row.version,
    ...(place.replaced ? { o: 1 as const } : {}),
  } as const;
}
