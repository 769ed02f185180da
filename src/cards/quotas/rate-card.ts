import { shiftMonth } from '../../domain/calendar/month.ts';
import { rateName, readRate } from '../../domain/quotas/rates.ts';
import {
  button,
  buttonRow,
  type CardElement,
  type CardJson,
  card,
  columns,
  font,
  form,
  header,
  hr,
  input,
  markdown,
  note,
} from '../card.ts';
import { plain } from '../escape-markdown.ts';
import { fittingInput } from '../report-form-card.ts';
import { clip, dotted, momentWords, numberWords } from '../words.ts';
import { monthWords } from './quota-words.ts';
import { FIELD_WORDS, RATE_FIELDS, rateField } from './rate-form.ts';
import { RATE_DEFINITION, rateWords } from './rate-text.ts';
import type { EntryView, RateLineView, RatesCardView } from './rate-view.ts';

const ENTERED_SHOWN = 8;
/** The others come up after 提交. */
const ASKED_SHOWN = 6;
const LONGEST_NUMBER = 10;

/** 比率填报: what is entered of a month, and one form for the rest. */
export function ratesCard(view: RatesCardView): CardJson {
  const entered = view.lines.filter((line) => line.entry !== null && !line.writing);
  const asked = view.lines.filter((line) => line.entry === null || line.writing);
  const words = `${monthWords(view.month)}比率填报`;
  return card({
    summary: asked.length === 0 ? `${words}：已填 ${entered.length} 项` : `${words}：待填 ${asked.length} 项`,
    header: header({ title: words, colour: asked.length === 0 ? 'green' : 'blue' }),
    elements: [
      ...(view.lines.length === 0 ? [note('这个月没有要填报的比率')] : []),
      ...entered.slice(0, ENTERED_SHOWN).flatMap((line) => enteredLine(line, view)),
      ...(entered.length > ENTERED_SHOWN ? [note(`还有 ${entered.length - ENTERED_SHOWN} 项已填`)] : []),
      ...(asked.length > 0 ? [entryForm(asked, view)] : []),
      note(RATE_DEFINITION),
      hr(),
      turner(view),
    ],
  });
}

function titleOf(line: RateLineView): string {
  const no = line.no === null ? '' : `${plain(clip(numberWords(line.no), 12))}　`;
  const office = line.officeName === null ? '' : `（${plain(clip(line.officeName, 16))}）`;
  return `${no}**${plain(clip(rateName(line), 40))}**${office}`;
}

function enteredLine(line: RateLineView, { cardId }: RatesCardView): readonly CardElement[] {
  const { entry } = line;
  if (!entry) return [];
  const target = { v: 1, c: cardId, r: line.ruleId, o: line.officeId } as const;
  const reached = readRate(entry, line.min).reached;
  return [
    markdown(`${titleOf(line)}　${font(reached ? 'green' : 'red', rateWords(entry, line.min))}`),
    note(dotted([signature(entry), trendWords(line)]), { margin: '-4px 0px 0px 0px' }),
    buttonRow([
      button({ text: '更正', size: 'small', action: { a: 'rate.write', ...target } }),
      ...(entry.undoable ? [button({ text: '撤回', size: 'small', action: { a: 'rate.undo', ...target } })] : []),
    ]),
  ];
}

function signature({ personName, at }: EntryView): string {
  return `${plain(clip(personName, 10))} ${momentWords(at)} 填报`;
}

/** `1月 70 %，2月 72.5 %` */
function trendWords({ before, min }: RateLineView): string {
  return before
    .flatMap((each) => {
      const { share } = readRate(each, min);
      return share === null ? [] : [`${monthWords(each.month)} ${share} %`];
    })
    .join('，');
}

function entryForm(asked: readonly RateLineView[], view: RatesCardView): CardElement {
  // The line in 更正 is always in sight.
  const shown = asked.toSorted((a, b) => Number(b.writing) - Number(a.writing)).slice(0, ASKED_SHOWN);
  const later = asked.length - shown.length;
  const correcting = shown.find(({ writing }) => writing);
  return form('rates', [
    ...(view.error === null ? [] : [markdown(font('red', plain(clip(view.error, 100))))]),
    ...shown.flatMap((line) => [
      markdown(titleOf(line)),
      note(dotted([`要求不低于 ${line.min} %`, trendWords(line)]), { margin: '-4px 0px 0px 0px' }),
      columns(
        RATE_FIELDS.map((field) => ({
          width: 1,
          elements: [
            input({
              name: rateField(line.key, field),
              label: FIELD_WORDS[field],
              placeholder: field === 'exempt' ? '可不填' : '整数',
              maxLength: LONGEST_NUMBER,
              value: fittingInput(line.values[field], LONGEST_NUMBER),
            }),
          ],
        })),
      ),
    ]),
    ...(later > 0 ? [note(`还有 ${later} 项，提交后接着列出`)] : []),
    buttonRow([
      button({
        text: '提交',
        type: 'primary_filled',
        inForm: { name: 'submit', submits: true },
        action: { a: 'rate.report', v: 1, c: view.cardId, m: view.month },
      }),
      ...(correcting
        ? [
            button({
              text: '取消',
              inForm: { name: 'cancel', submits: false },
              action: { a: 'rate.cancel', v: 1, c: view.cardId, r: correcting.ruleId, o: correcting.officeId },
            }),
          ]
        : []),
    ]),
  ]);
}

function turner({ cardId, month, thisMonth }: RatesCardView): CardElement {
  const turn = (to: string) =>
    button({ text: monthWords(to), size: 'small', action: { a: 'rate.month', v: 1, c: cardId, m: to } });
  return buttonRow([turn(shiftMonth(month, -1)), ...(month < thisMonth ? [turn(shiftMonth(month, 1))] : [])]);
}
