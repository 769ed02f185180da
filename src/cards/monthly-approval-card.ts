import type { z } from 'zod';
import type { MonthlySummary } from '../domain/quotas/monthly-summary.ts';
import type { SummaryStep } from './actions.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  font,
  form,
  type HeaderColour,
  header,
  hr,
  input,
  markdown,
  note,
} from './card.ts';
import { plain } from './escape-markdown.ts';
import { LONGEST_REASON } from './monthly-approval-text.ts';
import { fullMonthWords, monthTitle } from './monthly-text.ts';
import { clip, momentWords } from './words.ts';

/** A summary as the people who approve it see it: the card of the group, with what they decide about it. */
export interface MonthlyApprovalView {
  readonly cardId: string;
  readonly summary: Omit<MonthlySummary, 'numbers'>;
  /** A newer draft of the same month took its place. */
  readonly replaced: boolean;
  /** The form of 不发 is open. */
  readonly writing: { readonly error: string | null; readonly reason: string } | null;
}

export function monthlyApprovalCard(view: MonthlyApprovalView): CardJson {
  const { month, isCorrection, state, card: frozen } = view.summary;
  const what = isCorrection ? `更正 · ${monthTitle(month)}` : monthTitle(month);
  const { mark, colour } = MARKS[state];
  return card({
    summary: `${mark}：${fullMonthWords(month)}汇总${isCorrection ? '更正' : ''}`,
    header: header({ title: `${mark} · ${what}`, colour }),
    elements: [...decision(view), hr(), ...elementsOf(frozen)],
  });
}

const MARKS: Readonly<Record<MonthlySummary['state'], { readonly mark: string; readonly colour: HeaderColour }>> = {
  draft: { mark: '请审定', colour: 'orange' },
  posted: { mark: '已发布', colour: 'green' },
  dropped: { mark: '未发布', colour: 'grey' },
};

function decision(view: MonthlyApprovalView): readonly CardElement[] {
  const { summary, writing } = view;
  const by = `${plain(clip(summary.decidedBy ?? '', 10))} ${summary.decidedAt === null ? '' : momentWords(summary.decidedAt)}`;
  switch (summary.state) {
    case 'posted':
      return [markdown(`${by} 同意发布，已发领导小组群。如数字有变动，将另拟更正。`)];
    case 'dropped':
      return dropped(view, by);
    case 'draft':
      return [
        markdown('以下内容同意后发到领导小组群，按现在的数字发布：'),
        ...(writing ? [dropForm(view, writing)] : [buttons(view)]),
      ];
  }
}

function buttons(view: MonthlyApprovalView): CardElement {
  return buttonRow([
    button({
      text: '同意发布',
      type: 'primary',
      action: step(view, 'summary.approve'),
      confirm: { title: '发布到领导小组群', text: '发出后不能撤回，如有错误另发更正。' },
    }),
    button({ text: '不发', action: step(view, 'summary.write') }),
  ]);
}

function dropForm(
  view: MonthlyApprovalView,
  { error, reason }: NonNullable<MonthlyApprovalView['writing']>,
): CardElement {
  return form('drop', [
    ...(error === null ? [] : [markdown(font('red', plain(error)))]),
    input({
      name: 'reason',
      label: '不发的原因',
      placeholder: '如：两个处室的采用数待核',
      maxLength: LONGEST_REASON,
      value: reason,
    }),
    buttonRow([
      button({
        text: '提交',
        type: 'primary',
        action: step(view, 'summary.drop'),
        inForm: { name: 'drop_send', submits: true },
      }),
      button({ text: '取消', action: step(view, 'summary.cancel'), inForm: { name: 'drop_cancel', submits: false } }),
    ]),
  ]);
}

function dropped(view: MonthlyApprovalView, by: string): readonly CardElement[] {
  const { decidedBy, reason } = view.summary;
  if (decidedBy === null) return [markdown('数字有变动，已另拟新稿，这一稿作废。')];
  return [
    markdown(`${by} 不同意发布：${plain(clip(reason, LONGEST_REASON))}`),
    ...(view.replaced
      ? [note('此后已另拟新稿')]
      : [buttonRow([button({ text: '重新起草', action: step(view, 'summary.redraft') })])]),
  ];
}

function step({ cardId, summary }: MonthlyApprovalView, a: z.infer<typeof SummaryStep>['a']) {
  return { a, v: 1, c: cardId, s: summary.id } as const;
}

/** What the frozen card shows below its header. */
function elementsOf(frozen: CardJson): readonly CardElement[] {
  const { body } = frozen;
  if (typeof body !== 'object' || body === null || !('elements' in body) || !Array.isArray(body.elements)) return [];
  return body.elements.filter(isElement);
}

function isElement(value: unknown): value is CardElement {
  return typeof value === 'object' && value !== null && 'tag' in value && typeof value.tag === 'string';
}
