import { describe, expect, it } from 'vitest';
import { reviewCard } from '../../../tests/support/review-card.ts';
import { formCard } from '../../../tests/support/test-emulator.ts';
import { findCardFault } from './card-rules.ts';

const isPerson = (id: string) => id === 'ou_known';
const text = (content: string) => ({ tag: 'plain_text', content });
const button = (more: object = {}) => ({ tag: 'button', text: text('好'), ...more });
const submit = (name: string) => button({ name, form_action_type: 'submit' });
const cardOf = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const nested = (depth: number): object =>
  depth === 0 ? { tag: 'hr' } : { tag: 'column_set', columns: [{ tag: 'column', elements: [nested(depth - 1)] }] };
const table = { tag: 'table', columns: [{ name: 'n', data_type: 'number' }], rows: [{ n: 1 }] };
const panelWith = (...elements: object[]) => ({ tag: 'collapsible_panel', header: { title: text('更多') }, elements });
const rows = { values: [{ office: '甲', count: 2 }] };
const bar = { type: 'bar', data: rows, xField: 'office', yField: 'count' };
const chart = (spec: object = bar, more: object = {}) => ({ tag: 'chart', chart_spec: spec, ...more });
const columnWith = (...elements: object[]) => ({ tag: 'column_set', columns: [{ tag: 'column', elements }] });
const options = (...values: string[]) => values.map((value) => ({ text: text(value), value }));

describe('cards the platform takes', () => {
  it.each<[string, object]>([
    ['a form with its submit button', formCard()],
    [
      'a card with every root setting',
      {
        schema: '2.0',
        config: { update_multi: true, summary: { content: '到期提醒' }, width_mode: 'fill' },
        card_link: { url: 'https://example.cn' },
        header: {
          title: text('提醒'),
          template: 'red',
          text_tag_list: [{ tag: 'text_tag', text: text('逾期'), color: 'red' }],
        },
        body: { direction: 'vertical', padding: '12px 8px', elements: [{ tag: 'hr', margin: '4px 0px 4px 0px' }] },
      },
    ],
    ['five tables', cardOf(table, table, table, table, table)],
    ['five levels of containers', cardOf(nested(5))],
    ['people the tenant knows', cardOf({ tag: 'markdown', content: '<at id=ou_known></at> <at id=all></at>' })],
    [
      'an unknown person in a list that drops them',
      cardOf({ tag: 'person_list', persons: [{ id: 'ou_x' }], drop_invalid_user_id: true }),
    ],
    ['a card to go through a plan with, everything in its place', reviewCard()],
    [
      'charts at the root, in a column and in a folding panel',
      cardOf(chart(), columnWith(chart()), panelWith(chart())),
    ],
    ['a chart without rows', cardOf(chart({ ...bar, data: { values: [] } }))],
    [
      'a chart with every setting',
      cardOf(chart(bar, { aspect_ratio: '4:3', color_theme: 'brand', preview: false, height: '240px' })),
    ],
    [
      'a combo of bars and a line on data of their own',
      cardOf(
        chart({
          type: 'common',
          data: [rows, { id: 'quota', values: [{ office: '甲', quota: 2 }] }],
          series: [
            { type: 'bar', dataIndex: 0, xField: 'office', yField: 'count' },
            { type: 'line', dataId: 'quota', xField: 'office', yField: 'quota' },
          ],
        }),
      ),
    ],
    [
      'a doughnut',
      cardOf(chart({ type: 'pie', data: [rows], categoryField: 'office', valueField: 'count', innerRadius: 0.6 })),
    ],
    ['a 1.0 card of any kind', { elements: [{ tag: 'note', whatever: 1 }] }],
  ])('%s', (_what, card) => {
    expect(findCardFault(card, isPerson)).toBeNull();
  });
});

describe('cards the platform refuses', () => {
  it.each<[string, number, object]>([
    ['an unknown property', 200621, cardOf(button({ value: { a: 1 } }))],
    ['an unknown property of the root', 200621, { ...cardOf(), i18n_elements: {} }],
    ['a value that is none of the choices', 200621, cardOf(button({ type: 'huge' }))],
    ['a card that is not shared', 200621, { ...cardOf(), config: { update_multi: false } }],
    ['a placeholder over 100 characters', 200621, cardOf({ tag: 'input', placeholder: text('长'.repeat(101)) })],
    ['an input for over 1000 characters', 200621, cardOf({ tag: 'input', max_length: 1001 })],
    [
      'a collapsible panel with marks in its plain title',
      200621,
      cardOf({ tag: 'collapsible_panel', header: { title: { tag: 'lark_md', content: '**x**' } }, elements: [] }),
    ],
    [
      'a primary button beside a tick',
      200621,
      cardOf({ tag: 'checker', button_area: { buttons: [button({ type: 'primary' })] } }),
    ],
    [
      'a column of 700 pixels',
      200621,
      cardOf({ tag: 'column_set', columns: [{ tag: 'column', width: '700px', elements: [] }] }),
    ],
    ['a table column of 40 pixels', 200621, cardOf({ ...table, columns: [{ ...table.columns[0], width: '40px' }] })],
    ['a chart without its spec', 200621, cardOf({ tag: 'chart' })],
    ['a chart spec as text', 200621, cardOf({ tag: 'chart', chart_spec: JSON.stringify(bar) })],
    ['a chart of a ratio that is none', 200621, cardOf(chart(bar, { aspect_ratio: '3:2' }))],
    ['a chart of a colour theme that is none', 200621, cardOf(chart(bar, { color_theme: 'dark' }))],
    ['a chart of 1000 pixels', 200621, cardOf(chart(bar, { height: '1000px' }))],
    ['a chart of no height', 200621, cardOf(chart(bar, { height: '0px' }))],
    ['a chart in a form', 200861, cardOf({ tag: 'form', name: 'f', elements: [submit('s'), chart()] })],
    [
      'a chart in a column of a form',
      200861,
      cardOf({ tag: 'form', name: 'f', elements: [submit('s'), columnWith(chart())] }),
    ],
    [
      'a chart in an area to press',
      200861,
      cardOf({ tag: 'interactive_container', behaviors: [], elements: [chart()] }),
    ],
    ['a chart of a kind that the platform has not', 200550, cardOf(chart({ ...bar, type: 'sankey' }))],
    ['a chart without a kind', 200550, cardOf(chart({ data: rows }))],
    ['a chart without data', 200550, cardOf(chart({ ...bar, data: undefined }))],
    ['a chart whose data have no values', 200550, cardOf(chart({ ...bar, data: [{ id: 'a' }] }))],
    ['a bar chart without a field', 200550, cardOf(chart({ ...bar, yField: undefined }))],
    ['a bar chart of a field that no row has', 200550, cardOf(chart({ ...bar, yField: 'number' }))],
    ['a chart of series that no row names', 200550, cardOf(chart({ ...bar, seriesField: 'kind' }))],
    ['a pie chart with the fields of bars', 200550, cardOf(chart({ ...bar, type: 'pie' }))],
    ['a combo without series', 200550, cardOf(chart({ type: 'common', data: [rows] }))],
    [
      'a combo whose series has no data',
      200550,
      cardOf(chart({ type: 'common', data: [rows], series: [{ ...bar, dataIndex: 1 }] })),
    ],
    ['a form in a collapsible panel', 200861, cardOf(panelWith({ tag: 'form', name: 'f', elements: [submit('s')] }))],
    ['a table in a collapsible panel', 200861, cardOf(panelWith(table))],
    ['a table in a form', 200861, cardOf({ tag: 'form', name: 'f', elements: [submit('s'), table] })],
    ['a date that is none', 200621, cardOf({ tag: 'date_picker', initial_date: '2026-02-30' })],
    [
      'a tick in a form without a name',
      200530,
      cardOf({ tag: 'form', name: 'f', elements: [submit('s'), { tag: 'checker' }] }),
    ],
    ['a question before a click without its text', 200621, cardOf(button({ confirm: { title: text('确定？') } }))],
    ['a choice without options', 200621, cardOf({ tag: 'select_static' })],
    [
      'four header tags',
      200621,
      {
        ...cardOf(),
        header: {
          title: text('x'),
          text_tag_list: Array.from({ length: 4 }, () => ({ tag: 'text_tag', text: text('x') })),
        },
      },
    ],
    ['an element_id with a hyphen', 200621, cardOf({ tag: 'hr', element_id: 'a-b' })],
    ['two options of one value', 200621, cardOf({ tag: 'select_static', options: options('a', 'a') })],
    ['a time picker that shows nothing', 200621, cardOf({ tag: 'picker_time' })],
    ['a 1.0 component', 200861, cardOf({ tag: 'action', actions: [] })],
    ['a column outside a column_set', 200861, cardOf({ tag: 'column', elements: [{ tag: 'hr' }] })],
    ['a table inside a column', 200861, cardOf({ tag: 'column_set', columns: [{ tag: 'column', elements: [table] }] })],
    [
      'a form inside a form',
      200861,
      cardOf({ tag: 'form', name: 'a', elements: [submit('x'), { tag: 'form', name: 'b', elements: [submit('y')] }] }),
    ],
    [
      'a multiple choice outside a form',
      200861,
      cardOf({ tag: 'multi_select_static', name: 'm', options: options('a') }),
    ],
    ['a form without a submit button', 200530, cardOf({ tag: 'form', name: 'f', elements: [button({ name: 'b' })] })],
    ['a field without a name', 200530, cardOf({ tag: 'form', name: 'f', elements: [submit('s'), { tag: 'input' }] })],
    [
      'a name used twice',
      200530,
      cardOf({ tag: 'form', name: 'f', elements: [submit('s'), { tag: 'input', name: 's' }] }),
    ],
    ['a number column with words', 200914, cardOf({ ...table, rows: [{ n: 'three' }] })],
    ['over 200 elements', 11310, cardOf(...Array.from({ length: 101 }, () => button()))],
    ['six tables', 11310, cardOf(table, table, table, table, table, table)],
    ['six levels of containers', 11310, cardOf(nested(6))],
    ['a mention of a stranger', 100290, cardOf({ tag: 'markdown', content: '<at id=ou_x></at>' })],
    ['a stranger among the choices', 100290, cardOf({ tag: 'select_person', options: [{ value: 'ou_x' }] })],
    ['a card entity nobody made', 200740, { type: 'card', data: { card_id: 'x' } }],
    ['a template nobody made', 200380, { type: 'template', data: { template_id: 'x' } }],
  ])('%s', (_what, code, card) => {
    expect(findCardFault(card, isPerson)).toMatchObject({ code });
  });

  it('says where the unknown property stands', () => {
    const card = cardOf({ tag: 'column_set', columns: [{ tag: 'column', elements: [], corner_radius: '4px' }] });
    expect(findCardFault(card, isPerson)).toEqual({
      code: 200621,
      path: 'ROOT -> body -> elements -> [0](tag: column_set) -> columns -> [0](tag: column)',
      message: 'unknown property',
      value: 'corner_radius',
    });
  });
});
