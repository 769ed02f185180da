import type { Action } from '../actions.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  collapsible,
  font,
  form,
  header,
  hr,
  input,
  markdown,
  note,
} from '../card.ts';
import { fitsCard } from '../card-size.ts';
import { plain } from '../escape-markdown.ts';
import { clip, dotted } from '../words.ts';
import { changeLines } from './change-lines.ts';
import { issueElements } from './issue-page.ts';
import { REVIEW_FIELD } from './review-fields.ts';
import type { AnswersView, Count, OverviewView, ReviewView, RowLine } from './review-view.ts';
import { rowElements } from './row-elements.ts';

const TITLE_LENGTH = 40;

/** The card under which an administrator brings a plan from its file into force. */
export function reviewCard(view: ReviewView): CardJson {
  for (const detail of [6, 3, 1, 0]) {
    const drawn = draw(view, detail);
    if (fitsCard(drawn)) return drawn;
  }
  return draw(view, 0);
}

function draw(view: ReviewView, detail: number): CardJson {
  switch (view.step) {
    case 'reading':
      return page('正在读取计划', view.fileName, 'blue', [
        markdown(plain(view.detail)),
        note('读完后这张卡片自动更新，可先做别的事。'),
      ]);
    case 'failed':
      return page('计划没有读成', view.fileName, 'red', [markdown(plain(view.problem)), note('台账没有任何改动。')]);
    case 'asks-year':
      return page('请补充计划年度', view.fileName, 'yellow', yearForm(view.cardId, view.problem));
    case 'overview':
      return overview(view, detail);
    case 'issue':
      return page(
        `疑点 ${view.no} / ${view.of}`,
        view.title,
        view.decided ? 'green' : view.blocking ? 'orange' : 'blue',
        issueElements(view, Math.max(3, detail)),
      );
  }
}

function page(
  title: string,
  subtitle: string,
  colour: 'blue' | 'red' | 'yellow' | 'orange' | 'green' | 'grey',
  elements: readonly CardElement[],
): CardJson {
  const shown = clip(subtitle, TITLE_LENGTH);
  return card({ summary: `${title}：${shown}`, header: header({ title, subtitle: shown, colour }), elements });
}

function yearForm(cardId: string, problem: string | null): readonly CardElement[] {
  return [
    markdown('文件里没有写明年度，时限无法换算成日期。'),
    form('ask_year', [
      ...(problem === null ? [] : [markdown(font('red', plain(problem)))]),
      input({ name: REVIEW_FIELD.year, label: '年度', placeholder: '四位数字，如 2026', maxLength: 8, value: '' }),
      buttonRow([
        button({
          text: '继续',
          type: 'primary_filled',
          inForm: { name: 'submit', submits: true },
          action: { a: 'review.year', v: 1, c: cardId },
        }),
      ]),
    ]),
  ];
}

function overview(view: OverviewView, detail: number): CardJson {
  const heading = {
    draft: '计划核对',
    asked: '计划核对中',
    applied: '计划已施行',
    discarded: '本次导入已结束',
    withdrawn: '计划已撤回',
  }[view.stage];
  const colour = { draft: 'blue', asked: 'yellow', applied: 'green' } as const;
  // Nothing is left to decide or to press: what became of it comes first.
  if (view.stage === 'discarded' || view.stage === 'withdrawn') {
    return page(heading, view.title, 'grey', [markdown(footnote(view)), note(readWords(view))]);
  }
  return page(heading, view.title, colour[view.stage], [
    markdown(readWords(view)),
    ...(view.byKind.length > 0 ? [note(counted(view.byKind))] : []),
    ...(view.changes ? changesSection(view.changes, detail) : []),
    markdown(issueLine(view)),
    ...(view.counts.unowned > 0 && view.stage !== 'applied'
      ? [note(`有 ${view.counts.unowned} 项没有对应到单位，施行后不会提醒，请指定责任单位`)]
      : []),
    ...(view.answers ? answerElements(view, view.answers) : []),
    ...(detail > 0 && view.stage === 'draft' && !view.changes
      ? firstRows(view.firstRows.slice(0, Math.min(3, detail)), view.counts.tasks)
      : []),
    ...(detail > 0
      ? [
          collapsible('按领域、按单位', [
            note(counted(view.byArea.slice(0, 20))),
            note(counted(view.byOffice.slice(0, 40))),
          ]),
        ]
      : []),
    hr(),
    ...buttons(view),
    note(footnote(view)),
  ]);
}

function readWords({ counts }: OverviewView): string {
  return `读到 **${counts.tasks}** 项任务、**${counts.offices}** 个单位、**${counts.rules}** 条时限`;
}

function changesSection(changes: NonNullable<OverviewView['changes']>, detail: number): readonly CardElement[] {
  const { added, changed, renumbered, removed, unchanged } = changes;
  const only = renumbered > 0 ? `（${renumbered} 项仅序号或标题变动）` : '';
  return [
    markdown(`与台账相比：新增 **${added}** · 变更 **${changed}**${only} · 删除 **${removed}** · 未变 ${unchanged}`),
    ...changeLines(changes.rows, detail),
  ];
}

function issueLine({ issues }: OverviewView): string {
  if (issues.all === 0) return '没有疑点';
  if (issues.open === 0) return `疑点 ${issues.all} 处，都已确定`;
  const first = issues.blocking > 0 ? `，${font('orange', `需先定 ${issues.blocking} 处`)}` : '，可按建议的读法';
  return `疑点 ${issues.all} 处，未定 ${issues.open} 处${first}`;
}

function answerElements(view: OverviewView, answers: AnswersView): readonly CardElement[] {
  const objections = answers.objections.filter(({ settled }) => !settled);
  return [
    markdown(
      `已核对 **${answers.confirmed}** / ${answers.of} 个单位${objections.length > 0 ? font('orange', `，异议 ${objections.length} 处`) : ''}`,
    ),
    ...(answers.missing.length > 0 ? [note(`未答复：${plain(clip(answers.missing.join('、'), 120))}`)] : []),
    ...(answers.unreachable.length > 0
      ? [note(`没有联络人，未送达：${plain(clip(answers.unreachable.join('、'), 120))}`)]
      : []),
    ...objections.slice(0, 3).flatMap(({ officeId, office, by, reason }) => [
      markdown(`**${plain(clip(office, 20))}** ${plain(clip(by, 10))}：${plain(clip(reason, 120))}`),
      ...(view.stage === 'asked'
        ? [
            buttonRow([
              button({
                text: '维持原文',
                size: 'small',
                action: { a: 'review.settle', v: 1, c: view.cardId, o: officeId },
              }),
            ]),
          ]
        : []),
    ]),
    ...(objections.length > 3 ? [note(`另有异议 ${objections.length - 3} 处，处理后依次列出`)] : []),
    ...(objections.length > 0 ? [note('需要修改的，改好文件后重新发送；发送后核对重新开始。')] : []),
  ];
}

function firstRows(rows: readonly RowLine[], total: number): readonly CardElement[] {
  return [
    ...rows.flatMap((row) => rowElements(row)),
    ...(total > rows.length ? [note(`还有 ${total - rows.length} 项，见核对表`)] : []),
  ];
}

function buttons(view: OverviewView): readonly CardElement[] {
  const act = (text: string, action: Action, primary = false) =>
    button({ text, action, size: 'small', ...(primary ? { type: 'primary_filled' as const } : {}) });
  const c = view.cardId;
  const sheet = act('下载核对表', { a: 'review.sheet', v: 1, c });
  const issues =
    view.issues.all > 0 ? [act('逐条处理疑点', { a: 'review.issue', v: 1, c, i: 0 }, view.issues.blocking > 0)] : [];
  const discard = button({
    text: '放弃',
    size: 'small',
    action: { a: 'review.discard', v: 1, c },
    confirm: { title: '放弃这次导入', text: '草稿不再保留，台账不变。' },
  });
  const ready = view.issues.blocking === 0;
  const publish = button({
    text: view.changes ? '确认变更' : '发布施行',
    size: 'small',
    type: 'primary_filled',
    action: { a: 'review.publish', v: 1, c },
    confirm: publishQuestion(view),
  });
  switch (view.stage) {
    case 'draft':
      if (view.changes) return [buttonRow([...issues, sheet, ...(ready ? [publish] : [])]), buttonRow([discard])];
      return [
        buttonRow([...issues, sheet, ...(ready ? [act('发各单位核对', { a: 'review.ask', v: 1, c }, true)] : [])]),
        buttonRow([discard]),
      ];
    case 'asked':
      return [buttonRow([...issues, sheet, ...(ready ? [publish] : [])]), buttonRow([discard])];
    case 'applied':
      return [buttonRow([sheet])];
    case 'withdrawn':
    case 'discarded':
      return [];
  }
}

function publishQuestion(view: OverviewView): { title: string; text: string } {
  const missing = view.answers?.missing.length ?? 0;
  const unowned = view.counts.unowned > 0 ? `${view.counts.unowned} 项没有单位，不会提醒。` : '';
  const open = `${view.issues.open > 0 ? `${view.issues.open} 处疑点按建议读法。` : ''}${unowned}`;
  if (view.changes) return { title: '确认变更', text: `${open}变更当日生效，涉及的单位各收到一张变更通知。` };
  return {
    title: '发布施行',
    text: `${missing > 0 ? `还有 ${missing} 个单位没有核对。` : ''}${open}发布后按时限提醒各单位。`,
  };
}

function footnote(view: OverviewView): string {
  switch (view.stage) {
    case 'draft':
      return view.changes ? '确认以前，台账不变。' : '发布以前，除核对卡片外不向各单位发任何消息。';
    case 'asked':
      return '各单位的答复随到随更新。发布以前不催办。';
    case 'applied':
      return '已按本计划提醒各单位。要修改，改好文件后重新发送。';
    case 'withdrawn':
      return '不再提醒，办理记录保留在台账中。要恢复执行，重新发送文件。';
    case 'discarded':
      return '已放弃，或已由新的导入代替。台账没有因它改动。';
  }
}

function counted(counts: readonly Count[]): string {
  return plain(dotted(counts.map(({ name, count }) => `${clip(name, 20)} ${count}`)));
}
