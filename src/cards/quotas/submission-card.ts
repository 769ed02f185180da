import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { monthOfDay } from '../../domain/calendar/month.ts';
import { HELD_ON_A_DAY, PRESS } from '../../domain/quotas/matter.ts';
import type { SubmissionDraft } from '../../domain/quotas/submission-draft.ts';
import { LONGEST_OFFICE_LIST } from '../ask-form-card.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  datePicker,
  font,
  form,
  type HeaderColour,
  header,
  input,
  markdown,
  multiSelect,
  note,
  select,
} from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { LONGEST, readPickedDate } from '../report-form.ts';
import { fittingInput } from '../report-form-card.ts';
import { clip } from '../words.ts';
import { monthWords, SUBMISSION_DEFINITION } from './quota-words.ts';
import { fileButtons } from './submission-file.ts';
import { LONGEST_SUBMISSION_TITLE, SUBMISSION_FIELD } from './submission-form.ts';
import { aboutLine, duplicateLine, fateLine, linkLine, submissionTitle } from './submission-lines.ts';
import { countersWords, receivedWords, submissionStateWords } from './submission-text.ts';
import type { OfficeChoice, SubmissionCardView, SubmissionView } from './submission-view.ts';

type Look<L extends SubmissionCardView['look']> = Extract<SubmissionCardView, { readonly look: L }>;

/** 报送: the form, then on the same card what became of it. */
export function submissionCard(view: SubmissionCardView): CardJson {
  switch (view.look) {
    case 'form':
      return formCard(view);
    case 'result':
      return resultCard(view);
    case 'gone':
      return card({
        summary: '报送：已取消',
        header: header({ title: '报送', colour: 'grey' }),
        elements: [
          note('这次报送没有提交。'),
          buttonRow([
            button({ text: '再报一条', action: { a: 'submission.open', v: 1, c: view.cardId } }),
            button({ text: '本月报送', action: { a: 'quotas.mine', v: 1, c: view.cardId } }),
          ]),
        ],
      });
  }
}

const LABEL = { margin: '0px 0px -4px 0px' };

function formCard({ cardId, draft, matters, offices, others, byFile }: Look<'form'>): CardJson {
  const target = { v: 1, c: cardId } as const;
  return card({
    summary: '报送：请填写',
    header: header({ title: '报送', colour: 'blue' }),
    elements: [
      form('submission', [
        ...(draft.error === null ? [] : [markdown(font('red', plain(clip(draft.error, 100))))]),
        ...matterFields(draft, matters),
        ...(offices.length > 1 ? officeFields(draft, offices) : []),
        ...jointFields(draft, others),
        buttonRow([
          button({
            text: '提交',
            type: 'primary_filled',
            inForm: { name: 'submit', submits: true },
            action: { a: 'submission.send', ...target },
          }),
          button({
            text: '取消',
            inForm: { name: 'cancel', submits: false },
            action: { a: 'submission.cancel', ...target },
          }),
        ]),
      ]),
      note(`也可以直接发：报送 标题 链接；发布会 日期 主题。${byFile ? '没有链接的，把文件发到这里。' : ''}`, {
        margin: '0px',
      }),
    ],
  });
}

function matterFields(draft: SubmissionDraft, matters: readonly string[]): readonly CardElement[] {
  // Opened for a duty of leaders, whose date is registered ahead.
  const arranged = draft.matter !== PRESS && HELD_ON_A_DAY.includes(draft.matter);
  return [
    markdown('报送事项', LABEL),
    select({
      name: SUBMISSION_FIELD.matter,
      placeholder: '请选择',
      options: matters.map((matter) => ({ value: matter, text: clip(matter, 20) })),
      chosen: draft.matter,
    }),
    input({
      name: SUBMISSION_FIELD.title,
      label: '标题或主题（必填）',
      placeholder: `${LONGEST_SUBMISSION_TITLE} 字以内`,
      // Longer than what is taken: a title that is too long comes back whole, to be shortened.
      maxLength: 300,
      value: fittingInput(draft.title, 300),
    }),
    ...(draft.file === null ? [] : [note(plain(`附件：${clip(draft.file.name, 40)}`))]),
    input({
      name: SUBMISSION_FIELD.link,
      label: draft.file === null && !arranged ? `链接（${PRESS}可不填）` : '链接（可不填）',
      placeholder: '公开页面的网址',
      maxLength: LONGEST.link,
      value: fittingInput(draft.link, LONGEST.link),
    }),
    markdown(`活动日期（按此计入当期；${arranged ? '' : PRESS}可选以后的日期）`, LABEL),
    datePicker({
      name: SUBMISSION_FIELD.date,
      placeholder: '请选择日期',
      initial: readPickedDate(draft.date) ?? null,
    }),
  ];
}

function officeFields({ officeId }: SubmissionDraft, offices: readonly OfficeChoice[]): readonly CardElement[] {
  return [
    markdown('报送单位', LABEL),
    select({ name: SUBMISSION_FIELD.office, placeholder: '请选择', options: options(offices), chosen: officeId }),
  ];
}

/** A list is chosen from as long as it fits a card; more offices are typed. */
function jointFields({ jointOfficeIds }: SubmissionDraft, others: readonly OfficeChoice[]): readonly CardElement[] {
  if (others.length === 0) return [];
  const label = '联合报送单位（可不选）';
  if (others.length > LONGEST_OFFICE_LIST) {
    const nameOf = new Map(others.map(({ id, name }) => [id, name]));
    const typed = jointOfficeIds.map((each) => nameOf.get(each) ?? each).join('、');
    return [
      input({
        name: SUBMISSION_FIELD.joint,
        label,
        placeholder: '单位名称，多个用顿号隔开',
        maxLength: 300,
        value: fittingInput(typed, 300),
      }),
    ];
  }
  return [
    markdown(label, LABEL),
    multiSelect({
      name: SUBMISSION_FIELD.joint,
      placeholder: '请选择',
      options: options(others),
      chosen: jointOfficeIds,
    }),
  ];
}

function options(offices: readonly OfficeChoice[]) {
  return offices.map(({ id, name }) => ({ value: id, text: clip(name, 30) }));
}

const COLOURS: Readonly<Record<SubmissionView['state'], HeaderColour>> = {
  submitted: 'blue',
  accepted: 'green',
  returned: 'orange',
  withdrawn: 'grey',
  none: 'grey',
};

function resultCard({ cardId, today, submission, counters }: Look<'result'>): CardJson {
  const words = submissionStateWords(submission);
  const link = linkLine(submission);
  const duplicate = duplicateLine(submission);
  const waits = submission.state === 'submitted';
  const first = waits ? receivedWords(counters, today) : countersWords(counters, today);
  return card({
    summary: `${words}：${clip(submission.title === '' ? '零报告' : submission.title, 30)}`,
    header: header({
      title: `报送${submission.matter === PRESS ? '（发布会）' : ''} · ${words}`,
      colour: COLOURS[submission.state],
    }),
    elements: [
      ...(first === '' ? [] : [markdown(plain(first))]),
      markdown(`**${submissionTitle(submission, 100)}**`),
      markdown(aboutLine(submission, today), { size: 'notation', margin: '-4px 0px 0px 0px' }),
      ...(link === null ? [] : [markdown(link, { size: 'notation', margin: '-4px 0px 0px 0px' })]),
      ...fileButtons(submission, cardId),
      ...(waits ? [] : [markdown(fateLine(submission), { size: 'notation' })]),
      ...(duplicate === null ? [] : [markdown(font('orange', `${duplicate}，审核时核对`), { size: 'notation' })]),
      ...closedNote(submission, today),
      buttonRow(resultButtons(cardId, submission)),
      note(SUBMISSION_DEFINITION),
    ],
  });
}

function closedNote({ correction, eventOn, state }: SubmissionView, today: CivilDate): readonly CardElement[] {
  if (!correction || state === 'withdrawn') return [];
  const month = monthWords(monthOfDay(eventOn));
  const year = eventOn.slice(0, 4) === today.slice(0, 4) ? '' : `${eventOn.slice(0, 4)}年`;
  return [note(`${year}${month}已关账：${state === 'submitted' ? '采用后列为更正' : '这一条列为更正'}`)];
}

function resultButtons(cardId: string, { id, version, state, acts }: SubmissionView): readonly CardElement[] {
  const target = { v: 1, c: cardId, s: id, n: version } as const;
  const again =
    state === 'returned'
      ? button({ text: '修改再报', type: 'primary', action: { a: 'submission.open', v: 1, c: cardId, s: id } })
      : button({ text: '再报一条', action: { a: 'submission.open', v: 1, c: cardId } });
  return [
    ...(acts.includes('withdraw') ? [button({ text: '撤回', action: { a: 'submission.withdraw', ...target } })] : []),
    ...(state === 'withdrawn' && acts.includes('reopen')
      ? [button({ text: '恢复', action: { a: 'submission.restore', ...target } })]
      : []),
    again,
    button({ text: '本月报送', action: { a: 'quotas.mine', v: 1, c: cardId } }),
  ];
}
