import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../source-document.ts';
import { layOut } from './lay-out.ts';

function textDocument(text: string): SourceDocument {
  const blocks = text
    .split('\n')
    .map((line, index) => ({ type: 'line', text: line, place: `第 ${index + 1} 行` }) as const);
  return { name: 'plan.txt', blocks };
}

/** `no|last area|text|owners|deadline` of each row. */
function rowsOf(text: string): string[] {
  const layout = layOut(textDocument(text));
  return (layout?.tables ?? []).flatMap(({ rows }) =>
    rows.map((row) =>
      [
        row.no ?? '',
        row.area.at(-1) ?? '',
        row.text,
        row.owners.map((owner) => owner.text).join('+'),
        row.deadline,
      ].join('|'),
    ),
  );
}

describe('a Word table flattened with tabs', () => {
  const HEADER = '\t工作任务\n\t具体事项\n\t责任\n单位\n\t完成\n时限\n';

  it('joins wrapped cells, fills areas down and keeps to the columns', () => {
    const text = `临江市水务局分工方案\n\n${HEADER}
\t一、推进河长制信息公开\n\t1．公布河长名单和监督\n电话。\n\t\n河长科\n\n\t6月底前\n
\t\n\t2．按月发布水质情况。\n\t监测站\n\t按月\n公开\n`;
    expect(rowsOf(text)).toEqual([
      '1|一、推进河长制信息公开|公布河长名单和监督电话。|河长科|6月底前',
      '2|一、推进河长制信息公开|按月发布水质情况。|监测站|按月\n公开',
    ]);
  });

  it('drops the headers of later pages and goes on with a row that the page broke', () => {
    const text = `${HEADER}
\t一、供水\n\t1、公布水价调整方案，并在听证会前十日\n\t供水科\n\t年底前
\t工作任务\n\t具体事项\n\t责任单位\n\t完成时限
\t\n\t公布听证材料。\n\t\n\t
\t二、排水\n\t1、公布管网改造计划。\n\t排水科\n\t6月底前\n`;
    expect(rowsOf(text)).toEqual([
      '1|一、供水|公布水价调整方案，并在听证会前十日公布听证材料。|供水科|年底前',
      '1|二、排水|公布管网改造计划。|排水科|6月底前',
    ]);
  });

  it('keeps two halves of one item with different owners apart', () => {
    const text = `${HEADER}
\t一、会议\n\t3。\n（1）列席制度。\n（2）审议前公布草案。\n\t办公室\n\t年底前
\t\n\t3.\n（3）直播重要会议。\n\t宣传科\n\t动态推进\n`;
    expect(rowsOf(text).map((row) => row.split('|').slice(0, 3))).toEqual([
      ['3(1)-(2)', '一、会议', '（1）列席制度。（2）审议前公布草案。'],
      ['3(3)', '一、会议', '直播重要会议。'],
    ]);
  });

  it.each(['。', '', '：'])('makes the opening of a cell (%j) the parent of its sub-items', (mark) => {
    const text = `${HEADER}
\t一、供水\n\t1.公布供水信息${mark}\n（1）公布年度检修计划。\n\t供水科\n\t6月底前
\t\n\t（2）公布水质情况。\n\t监测站\n\t按月
\t\n\t（3）公布停水通知。\n\t调度科\n\t及时
\t\n\t2.公布水价。\n\t供水科\n\t年底前\n`;
    expect(rowsOf(text)).toEqual([
      `1(1)|1.公布供水信息${mark}|公布年度检修计划。|供水科|6月底前`,
      `1(2)|1.公布供水信息${mark}|公布水质情况。|监测站|按月`,
      `1(3)|1.公布供水信息${mark}|公布停水通知。|调度科|及时`,
      '2|一、供水|公布水价。|供水科|年底前',
    ]);
  });

  it('does so where several sub-items stand in the first cell', () => {
    const text = `${HEADER}
\t一、供水\n\t1.公布供水信息。\n（1）检修计划。\n（2）施工公告。\n\t供水科\n\t6月底前
\t\n\t（3）公布水质情况。\n\t监测站\n\t按月\n`;
    expect(rowsOf(text)).toEqual([
      '1(1)-(2)|1.公布供水信息。|（1）检修计划。（2）施工公告。|供水科|6月底前',
      '1(3)|1.公布供水信息。|公布水质情况。|监测站|按月',
    ]);
  });

  it('leaves an item with all of its sub-items in one cell alone', () => {
    const text = `${HEADER}
\t一、供水\n\t1.公布供水信息。\n（1）检修计划。\n（2）施工公告。\n\t供水科\n\t6月底前
\t\n\t2.公布水价。\n\t供水科\n\t年底前\n`;
    expect(rowsOf(text)[0]).toBe('1|一、供水|公布供水信息。（1）检修计划。（2）施工公告。|供水科|6月底前');
  });

  it('fills an empty owner down and says so', () => {
    const layout = layOut(
      textDocument(`${HEADER}\n\t一、供水\n\t1.公布水价。\n\t供水科\n\t年底前\n\t\n\t2.公布水质。\n\t\n\t6月底\n`),
    );
    expect(layout?.tables[0]?.rows.map(({ owners, ownersInferred }) => [owners[0]?.text, ownersInferred])).toEqual([
      ['供水科', false],
      ['供水科', true],
    ]);
  });

  it('leaves notes and signatures below the table alone', () => {
    const layout = layOut(
      textDocument(
        `${HEADER}\n\t一、供水\n\t1.公布水价。\n\t供水科\n\t年底前\n\n备注：各科室要明确专人。\n\n临江市水务局办公室  2026年3月5日印发\n`,
      ),
    );
    expect(layout?.tables[0]?.rows).toHaveLength(1);
    expect(layout?.leftover.map(({ text }) => text).join()).toMatch(/备注.*印发/s);
  });

  it('takes other orders and more columns', () => {
    const text = `\t序号\n\t完成时间\n\t重点工作\n\t工作举措\n\t牵头单位\n\t配合单位\n\t备注
\t1\n\t6月底\n\t供水\n\t公布水价调整方案及说明。\n\t供水科\n\t\n\t重点
\t2\n\t长期\n\t\n\t做好停水通知。\n\t调度科\n\t各科室\n\t\n`;
    expect(rowsOf(text)).toEqual([
      '1|供水|公布水价调整方案及说明。|供水科|6月底',
      '2|供水|做好停水通知。|调度科+各科室|长期',
    ]);
  });
});

describe('a table with one cell a paragraph', () => {
  const HEADER = '序号\n\n任务\n\n工作要点\n\n\n负责单位\n\n完成时限\n\n';

  it('finds the rows by what the cells say', () => {
    const text = `云州市林业局分工表\n\n${HEADER}1\n\n公开规划\n\n1.公布造林规划，听取意见。\n\n造林科负责\n\n年底前\n
2. 公布采伐计划。\n\n资源科牵头,各科室配合\n\n贯穿全年\n\n2\n\n加强平台\n \n\n1.办好门户网站。\n\n信息中心\n\n及时更新\n`;
    expect(rowsOf(text)).toEqual([
      '1|公开规划|公布造林规划，听取意见。|造林科负责|年底前',
      '2|公开规划|公布采伐计划。|资源科牵头,各科室配合|贯穿全年',
      '1|加强平台|办好门户网站。|信息中心|及时更新',
    ]);
  });

  it('makes an item without an owner the heading of its sub-items, also of one that lost its number', () => {
    const text = `${HEADER}1\n\n公开\n\n3.做好采集。\n\n(1)公布机构。\n\n办公室负责\n\n全年\n\n公布职能和办事指南等信息。\n\n法规科负责\n\n年底前\n\n4.做好答复。\n\n法规科负责\n\n全年\n`;
    expect(rowsOf(text)).toEqual([
      '3(1)|3.做好采集。|公布机构。|办公室负责|全年',
      '|3.做好采集。|公布职能和办事指南等信息。|法规科负责|年底前',
      '4|公开|做好答复。|法规科负责|全年',
    ]);
  });

  it('keeps several paragraphs of one deadline cell together', () => {
    const text = `${HEADER}1\n\n回应\n\n1.办理来信。\n\n信访科负责\n\n简单事项收到之日起3个工作日内;\n\n复杂事项收到之日起15个工作日内。\n\n2.公布结果。\n\n信访科负责\n\n全年\n`;
    expect(rowsOf(text)).toHaveLength(2);
    expect(rowsOf(text)[0]).toMatch(/3个工作日内;\n复杂事项/);
  });
});

describe('one row a line', () => {
  it.each(['\t', ' | '])('with %j between the cells', (mark) => {
    const rows = [
      ['序号', '工作任务', '责任单位', '完成时限'],
      ['1', '公布造林规划', '造林科', '年底前'],
      ['2', '公布采伐计划', '', '全年'],
    ];
    expect(rowsOf(rows.map((row) => row.join(mark)).join('\n'))).toEqual([
      '1||公布造林规划|造林科|年底前',
      '2||公布采伐计划|造林科|全年',
    ]);
  });

  it('of a real table block', () => {
    const cell = (row: number, column: number, text: string) => {
      return { row, column, rowSpan: 1, columnSpan: 1, text, place: `表 1 第 ${row + 1} 行` };
    };
    const rows = [
      ['任务', '工作要点', '责任单位', '完成时限'],
      ['公开规划', '1.公布造林规划', '造林科', '年底前'],
    ];
    const layout = layOut({
      name: 'a.docx',
      blocks: [
        { type: 'table', place: '表 1', cells: rows.flatMap((row, r) => row.map((text, c) => cell(r, c, text))) },
      ],
    });
    expect(layout?.tables[0]?.rows).toMatchObject([{ no: '1', text: '公布造林规划', place: '表 1 第 2 行' }]);
  });
});

it.each(['', '关于召开会议的通知\n\n请各科室参加。', '序号\n\n任务\n\n责任单位\n\n完成时限'])(
  '%j has no table',
  (text) => {
    expect(layOut(textDocument(text))).toBeNull();
  },
);
