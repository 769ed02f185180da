const text = (content: string) => ({ tag: 'plain_text', content });
const callback = (value: object) => [{ type: 'callback', value }];
const option = (value: string, label: string) => ({ value, text: text(label) });

const COUNTS = {
  tag: 'column_set',
  flex_mode: 'bisect',
  horizontal_spacing: '8px',
  columns: ['任务 42 项', '疑点 3 处', '单位 12 个', '限期 31 项'].map((content) => ({
    tag: 'column',
    width: 'weighted',
    weight: 1,
    background_style: 'grey',
    padding: '8px',
    elements: [{ tag: 'markdown', content: `**${content}**`, text_align: 'center' }],
  })),
};

const ROWS = {
  tag: 'table',
  page_size: 3,
  row_height: 'auto',
  freeze_first_column: true,
  header_style: { background_style: 'grey', bold: true },
  columns: [
    { name: 'no', display_name: '序号', data_type: 'text', width: '80px' },
    { name: 'item', display_name: '工作内容', data_type: 'markdown', width: '260px' },
    { name: 'office', display_name: '牵头单位', data_type: 'options' },
    { name: 'due', display_name: '完成时限', data_type: 'date', date_format: 'YYYY/MM/DD' },
    { name: 'share', display_name: '占比', data_type: 'number', format: { precision: 1, symbol: '%' } },
  ],
  rows: [1, 2, 3, 4].map((no) => ({
    no: String(no),
    item: `第 ${no} 项，按季度公开**重点民生**领域信息，接受社会监督`,
    office: [{ text: '办公室', color: 'blue' }],
    due: 1_798_646_400_000,
    share: no * 12.5,
  })),
};

const ISSUE_FORM = {
  tag: 'form',
  name: 'issue',
  elements: [
    {
      tag: 'select_static',
      name: 'reading',
      required: true,
      width: 'fill',
      placeholder: text('以哪一种为准'),
      options: [option('3', '3 个工作日（较严）'), option('20', '20 个工作日')],
      initial_option: '3',
    },
    {
      tag: 'multi_select_static',
      name: 'offices',
      required: false,
      placeholder: text('责任单位'),
      options: [option('ban', '办公室'), option('fa', '政策法规科'), option('xin', '信息中心')],
      selected_values: ['ban'],
    },
    { tag: 'date_picker', name: 'due', placeholder: text('完成时限'), initial_date: '2026-11-30' },
    { tag: 'checker', name: 'sure', text: text('已与责任单位核对'), checked: false },
    {
      tag: 'input',
      name: 'reason',
      input_type: 'multiline_text',
      rows: 3,
      max_length: 200,
      label: text('理由（可不填）'),
      placeholder: text('写给责任单位看的理由'),
    },
    {
      tag: 'column_set',
      flex_mode: 'none',
      columns: [
        {
          tag: 'column',
          width: 'auto',
          elements: [
            {
              tag: 'button',
              name: 'decide',
              type: 'primary_filled',
              form_action_type: 'submit',
              text: text('按此确定'),
              confirm: { title: text('确定这一处？'), text: text('确定后写入台账，可以再改。') },
              behaviors: callback({ a: 'issue.decide', id: 'i-1' }),
            },
          ],
        },
        {
          tag: 'column',
          width: 'auto',
          elements: [{ tag: 'button', name: 'undo', form_action_type: 'reset', text: text('重填') }],
        },
      ],
    },
  ],
};

/** A card with every component that going through a plan needs. */
export function reviewCard(): Record<string, unknown> {
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: '请核对：2026 年政务公开工作要点' } },
    header: {
      title: text('请核对：2026 年政务公开工作要点'),
      template: 'blue',
      text_tag_list: [{ tag: 'text_tag', text: text('疑点 3'), color: 'orange' }],
    },
    body: {
      elements: [
        COUNTS,
        { tag: 'hr' },
        ISSUE_FORM,
        { tag: 'hr' },
        ROWS,
        {
          tag: 'collapsible_panel',
          expanded: false,
          header: {
            title: text('看原文'),
            icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined' },
            icon_position: 'follow_text',
            icon_expanded_angle: -180,
          },
          border: { color: 'grey', corner_radius: '5px' },
          padding: '8px',
          elements: [
            { tag: 'markdown', content: '正文：自收到之日起 3 个工作日内公开。\n\n附件：20 个工作日内公开。' },
            { tag: 'button', text: text('下一处'), behaviors: callback({ a: 'issue.next', id: 'i-1' }) },
          ],
        },
        {
          tag: 'button',
          type: 'danger',
          text: text('不导入'),
          confirm: { title: text('不导入这份文件？'), text: text('已作的决定一并放弃。') },
          behaviors: callback({ a: 'plan.drop', id: 'p-1' }),
        },
      ],
    },
  };
}
