import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  collapsible,
  columns,
  datePicker,
  font,
  form,
  header,
  hr,
  input,
  markdown,
  note,
  select,
} from '../card.ts';
import { fitsCard } from '../card-size.ts';
import { plain } from '../escape-markdown.ts';
import { pageTurner } from '../page-turner.ts';
import { readPickedDate } from '../report-form.ts';
import { ruleWords } from '../rule-words.ts';
import { clip, dotted, momentWords, numberWords } from '../words.ts';
import { EVENT_FIELD, LONGEST_TITLE } from './event-form.ts';
import { countLines, countWords, eventWords } from './event-text.ts';
import type { EventCardView, EventFormView, EventRowView, EventView } from './event-view.ts';

type Look<L extends EventCardView['look']> = Extract<EventCardView, { readonly look: L }>;

/** 登记触发: the rows to choose from, the form, then the answer with the count day by day. */
export function eventCard(view: EventCardView): CardJson {
  switch (view.look) {
    case 'list':
      return list(view);
    case 'form':
      return registration(view);
    case 'event': {
      const drawn = [
        registered(view, { days: true, clocks: 20 }),
        registered(view, { days: false, clocks: 20 }),
        registered(view, { days: false, clocks: 6 }),
      ];
      return drawn.find(fitsCard) ?? registered(view, { days: false, clocks: 1 });
    }
    case 'gone':
      return card({
        summary: '登记触发：已取消',
        header: header({ title: '登记触发', colour: 'grey' }),
        elements: [note('这次登记已随计划变更取消，或该事项不在您名下。发“登记”，看现在可以登记的事项。')],
      });
  }
}

function list(view: Look<'list'>): CardJson {
  const page = { number: view.page, of: view.pages };
  return card({
    summary: '登记触发：请选择事项',
    header: header({ title: '登记触发', colour: 'blue' }),
    elements: [
      markdown('请选择发生的是哪一项，登记后即算出时限'),
      ...view.rows.map((row) =>
        columns(
          [
            { width: 1, elements: [markdown(rowTitle(row)), note(clockWords(row))] },
            {
              width: 'auto',
              elements: [
                button({
                  text: '登记',
                  type: 'primary',
                  size: 'small',
                  action: { a: 'event.choose', v: 1, c: view.cardId, t: row.id },
                }),
              ],
            },
          ],
          { align: 'center' },
        ),
      ),
      ...pageTurner(page, (g) => ({ a: 'event.open', v: 1, c: view.cardId, g }), [hr()]),
    ],
  });
}

function registration({ cardId, row, byHour, form: open, back }: Look<'form'>): CardJson {
  return card({
    summary: `登记触发：${clip(row.text, 30)}`,
    header: header({ title: '登记触发', colour: 'blue' }),
    elements: [
      markdown(`**${rowTitle(row)}**`),
      note(clockWords(row)),
      form('register', [
        ...eventFields(open, { event: row.event, byHour }),
        buttonRow([
          button({
            text: '登记',
            type: 'primary_filled',
            inForm: { name: 'submit', submits: true },
            action: { a: 'event.register', v: 1, c: cardId, t: row.id },
          }),
          ...(back
            ? [
                button({
                  text: '返回',
                  inForm: { name: 'back', submits: false },
                  action: { a: 'event.open', v: 1, c: cardId, g: 1 },
                }),
              ]
            : []),
        ]),
      ]),
    ],
  });
}

/** How much of an event a card shows: less where the whole would not fit. */
interface Most {
  readonly days: boolean;
  readonly clocks: number;
}

function registered({ cardId, today, event, correction }: Look<'event'>, most: Most): CardJson {
  const colour = event.stopped ? 'grey' : event.open ? 'blue' : 'green';
  const state = event.stopped ? '不再提醒，记录保留' : null;
  const fate = fateWords(event);
  return card({
    summary: `${fate}：${clip(event.title, 30)}`,
    header: header({ title: `${fate} · ${clip(event.title, 30)}`, colour }),
    elements: [
      markdown(`**${rowTitle(event)}**`),
      ...event.clocks.slice(0, most.clocks).flatMap((clock) => [
        markdown(plain(countWords(clock.rule, clock, today))),
        note(dotted([clock.provisional ? '放假安排未公布，暂按此日' : null, state, officesLine(clock.offices)]), {
          margin: '-4px 0px 0px 0px',
        }),
        ...(most.days ? dayByDay(clock.days) : []),
      ]),
      ...(event.clocks.length > most.clocks ? [note(`还有 ${event.clocks.length - most.clocks} 个时限未列出`)] : []),
      ...event.corrections.map(({ personName, at, note: said }) =>
        note(plain(`${clip(personName, 10)} ${momentWords(at)} ${clip(said, 60)}`)),
      ),
      ...(correction ? [correctionForm(cardId, event, correction)] : eventButtons(cardId, event)),
    ],
  });
}

function fateWords({ stopped, open, byHour }: EventView): string {
  if (stopped) return byHour ? '误报，已停止' : '已撤销登记';
  return open ? '已登记' : '已办结';
}

function dayByDay(days: EventView['clocks'][number]['days']): readonly CardElement[] {
  if (days.length <= 1) return [];
  return [collapsible(font('grey', '逐日计算'), [note(countLines(days).map(plain).join('<br>'))])];
}

function officesLine(offices: EventView['clocks'][number]['offices']): string {
  const [first] = offices;
  if (!first) return '';
  if (offices.length > 4) {
    const closed = offices.filter(({ open }) => !open).length;
    return `责任处室 ${offices.length} 个，已办 ${closed} 个`;
  }
  return plain(`责任：${offices.map(({ name, state }) => `${clip(name, 16)}（${state}）`).join('、')}`);
}

function eventButtons(cardId: string, { eventId, open, byHour, reopenable }: EventView): readonly CardElement[] {
  const target = { v: 1, c: cardId } as const;
  const again = button({ text: '再登记', action: { a: 'event.open', ...target } });
  if (!open) return [buttonRow([...(reopenable ? [reopenButton(cardId, eventId)] : []), again])];
  return [
    buttonRow([
      button({ text: byHour ? '改时间' : '改日期', action: { a: 'event.write', ...target, e: eventId } }),
      button({
        text: byHour ? '误报，停止' : '撤销登记',
        action: { a: 'event.stop', ...target, e: eventId },
        confirm: stopConfirm(byHour),
      }),
      again,
    ]),
  ];
}

/** For a day after it was called off by mistake. */
export function reopenButton(cardId: string, eventId: string): CardElement {
  return button({ text: '恢复登记', action: { a: 'event.reopen', v: 1, c: cardId, e: eventId } });
}

/** Asked before an event is called off. */
export function stopConfirm(byHour: boolean): { readonly title: string; readonly text: string } {
  return byHour
    ? { title: '确认是误报', text: '停止计时，不再提醒和上报；记录保留。' }
    : { title: '确认撤销登记', text: '各责任处室的这一件随之停止，不再提醒；记录保留。' };
}

function correctionForm(cardId: string, event: EventView, open: EventFormView): CardElement {
  const words = event.clocks[0]?.rule.event ?? '';
  return form('correct', [
    ...eventFields(open, { event: words, byHour: event.byHour }),
    buttonRow([
      button({
        text: '保存',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'event.correct', v: 1, c: cardId, e: event.eventId },
      }),
      button({
        text: '取消',
        inForm: { name: 'cancel', submits: false },
        action: { a: 'event.cancel', v: 1, c: cardId, e: event.eventId },
      }),
    ]),
  ]);
}

function eventFields(
  { values, error, offices }: EventFormView,
  { event, byHour }: { event: string; byHour: boolean },
): readonly CardElement[] {
  const label = (text: string) => markdown(text, { margin: '0px 0px -4px 0px' });
  return [
    ...(error === null ? [] : [markdown(font('red', plain(clip(error, 100))))]),
    input({
      name: EVENT_FIELD.title,
      label: '标题（必填）',
      placeholder: '是哪一件，如“某路改造批复”',
      maxLength: LONGEST_TITLE,
      value: clip(values.title, LONGEST_TITLE / 2),
    }),
    label(`${plain(eventWords(event))}的日期（必填）`),
    datePicker({
      name: EVENT_FIELD.date,
      placeholder: '请选择日期',
      initial: readPickedDate(values.date) ?? null,
    }),
    ...(byHour
      ? [
          input({
            name: EVENT_FIELD.time,
            label: '几点几分（必填）',
            placeholder: '如 09:30',
            maxLength: 20,
            value: values.time.slice(0, 20),
          }),
        ]
      : []),
    ...(offices.length === 0
      ? []
      : [
          label('责任处室'),
          select({ name: EVENT_FIELD.office, placeholder: '请选择', options: offices, chosen: values.office }),
        ]),
  ];
}

function rowTitle({ no, text }: Pick<EventRowView, 'no' | 'text'>): string {
  const number = no === null ? '' : `${plain(clip(numberWords(no), 12))}　`;
  return `${number}${plain(clip(text, 60))}`;
}

function clockWords({ rules }: EventRowView): string {
  const own = rules.filter(({ deliverable }) => deliverable === undefined);
  const words = own.map((rule) => ruleWords({ ...rule, event: eventWords(rule.event) }));
  const bundle = rules.flatMap(({ deliverable }) => deliverable ?? []);
  if (bundle.length > 0) words.push(`与文件同步报齐：${bundle.join('、')}`);
  return plain(clip(words.join('；'), 120));
}
