import { describe, expect, it } from 'vitest';
import { type OutlineNode, outlineOf } from './outline.ts';

/** Numbers, nested in brackets. */
function shape(node: OutlineNode): string {
  const own = node.marker?.no ?? (node.kind === 'part' ? '' : node.paragraphs[0]?.text);
  const below = node.children.map(shape).join(' ');
  return below === '' ? `${own}` : `${own}[${below}]`;
}

const outline = (...texts: string[]) =>
  outlineOf(texts.map((text, at) => ({ text, place: `第 ${at + 1} 行`, at })))
    .parts.map(shape)
    .join(' | ');

describe('the outline', () => {
  it.each([
    [['一、甲', '（一）乙', '1.丙', '（1）丁', '①戊', '2.己', '二、庚'], '[一[(一)[1[(1)[①]] 2]] 二]'],
    [['一、甲', '1.乙', '2.丙', '二、丁', '3.戊'], '[一[1 2] 二[3]]'],
    [['1.甲', '（一）乙', '（二）丙', '2.丁'], '[1[(一) (二)] 2]'],
    [['第一章甲', '第一条乙', '第二条丙', '第二章丁', '第三条戊'], '[第一章[第一条 第二条] 第二章[第三条]]'],
    [['1.甲', '1.1乙', '1.2丙', '2.丁', '2.1戊'], '[1[1.1 1.2] 2[2.1]]'],
    [['（1）甲', '2)乙', '3）丙'], '[(1) (2) (3)]'],
    [['一、甲', '1.12月底前乙', '1.5万人受益'], '[一[1]]'],
  ])('of %j', (texts, expected) => {
    expect(outline(...texts)).toBe(expected);
  });

  it('starts again with an annex', () => {
    expect(outline('一、甲', '二、乙', '附件1', '一、丙')).toBe('[一 二] | [一]');
  });
});
