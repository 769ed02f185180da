import { describe, expect, it } from 'vitest';
import { type BareNames, NO_BARE_NAMES } from './bare-names.ts';
import { findOwnerBlocks } from './owner-blocks.ts';

const AFTER_STOP: BareNames = { ...NO_BARE_NAMES, brackets: 'after-stop' };
const LOOSE: BareNames = { brackets: 'loose', dashes: true, lines: true };
const found = (text: string, names = AFTER_STOP) =>
  findOwnerBlocks(text, names).map(({ owners, deadline }) => [owners, deadline]);

describe('an owner block', () => {
  it.each([
    ['公布预算。（责任单位：财务科；完成时限：6月底前）', '责任单位：财务科', '6月底前'],
    ['公布预算。（财务科，持续推进）', '财务科', '持续推进'],
    ['公布预算。【责任单位：财务科】', '责任单位：财务科', null],
    ['公布预算。[牵头单位：财务科，配合单位：各科室]', '牵头单位：财务科；配合单位：各科室', null],
    ['公布预算。〔财务科牵头，各科室配合〕', '财务科牵头，各科室配合', null],
    ['责任科室：财务科完成时限：10月底前', '责任科室：财务科', '10月底前'],
    ['——责任单位：财务科', '责任单位：财务科', null],
    ['【责任单位】财务科', '责任单位:财务科', null],
    ['公布预算。此项工作由财务科牵头，各科室配合。', '此项工作由财务科牵头，各科室配合', null],
    ['6月召开发布会，由宣传科负责。', '由宣传科负责', null],
    ['公布预算。（责任单位：财务科', '责任单位：财务科', null],
    [
      '公布水价。（财务科牵头，调度科配合，按照年度调水方案执行）（2）推行阶梯水价',
      '财务科牵头，调度科配合，按照年度调水方案执行',
      null,
    ],
    ['公布水价。（财务科牵头，调度科配合，细目另附）长期推行', '财务科牵头，调度科配合，细目另附', null],
  ])('is found in %s', (text, owners, deadline) => {
    const [first] = found(text);
    expect([first?.[0]?.replace('】', ':').replace('【', ''), first?.[1]]).toEqual([owners, deadline]);
  });

  it.each([
    '公布预算（含部门预算）。',
    '按照市政府办公室（政务公开办公室）要求公布预算。',
    '各责任单位要做到：及时公布、准确公布。',
    '加强领导。各单位要明确专人负责。',
    '（此件公开发布）',
    '集合点至纪念广场。（备选点：柳河新村）',
    '云州市水务局 2026年。[字体：打印各县政府、各单位]',
  ])('is not read into %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('of bare names needs a full stop before it, unless the document has more of them', () => {
    expect(found('公布预算（财务科）')).toEqual([]);
    expect(found('公布预算（财务科）', LOOSE)).toEqual([['财务科', null]]);
  });

  it('of bare names behind a dash or on a line of its own is read where the document has more of them', () => {
    expect(found('公布预算——财务科、办公室', LOOSE)).toEqual([['财务科、办公室', null]]);
    expect(found('公布预算——财务科、办公室')).toEqual([]);
    expect(found('财务科、办公室', LOOSE)).toEqual([['财务科、办公室', null]]);
    expect(found('责任单位：教育局，各区政府（管委会）', LOOSE)).toEqual([
      ['责任单位：教育局，各区政府（管委会）', null],
    ]);
  });

  it.each([
    ['公布预算。（财务科牵头、办公室配合、6月底前完成）', '财务科牵头、办公室配合', '6月底前完成'],
    ['公布预算。（财务科负责6月底前完成）', '财务科负责', '6月底前完成'],
    ['公布预算。由财务科牵头，办公室配合，6月底前完成。', '由财务科牵头，办公室配合', '6月底前完成'],
    ['公布预算（财务科，6月底前）；', '财务科', '6月底前'],
    ['公布工资线。（劳动科负责，待省厅发布后）', '劳动科负责', '待省厅发布后'],
    ['举办宣讲。（劳动科负责，市工会配合，五一前）', '劳动科负责，市工会配合', '五一前'],
    ['公布预算。（市局：财务科；县局：办公室）', '市局：财务科；县局：办公室', null],
    ['开展检查。（餐饮：市监局；校园：教育局）', '餐饮：市监局；校园：教育局', null],
    ['公布预算。责任单位为财务科、办公室，完成时限为6月底前。', '责任单位为财务科、办公室', '6月底前'],
    ['【责任部门】财务科', '【责任部门】财务科', null],
    ['执行部门：财务科', '执行部门：财务科', null],
    ['支持单位：财务科', '支持单位：财务科', null],
    ['截止时间：6月底前', null, '6月底前'],
    ['完成时限（节点）：6月底前', null, '6月底前'],
  ])('tells names and time apart: %s', (text, owners, deadline) => {
    expect(found(text)).toEqual([[owners, deadline]]);
  });

  it.each(['发布时间：2026年3月5日', '工作时间：周一至周五', '明确牵头部门是做好工作的前提。'])(
    'is no block where a page or a sentence uses such words: %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});
