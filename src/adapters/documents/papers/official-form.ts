import { type IFontAttributesProperties, LineRuleType } from 'docx';

// GB/T 9704-2012 《党政机关公文格式》: A4, 22 lines of 28 characters in 156 × 225 mm, 三号 仿宋, titles in 二号 小标宋.
const POINT = 20;
const INCH_MM = 25.4;

function twips(mm: number): number {
  return Math.round((mm * 72 * POINT) / INCH_MM);
}

/** Characters as large as their 字号, in half points. */
export const SIZE = { 二号: 44, 三号: 32, 四号: 28, 小四: 24 } as const;

export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(24),
    footer: twips(24),
  },
} as const;

/** Of what is printed on, in twips. */
export const BODY_WIDTH = twips(156);

/** 22 lines fill the 225 mm of a page. */
export const BODY_LINE = { line: 28.95 * POINT, lineRule: LineRuleType.EXACT } as const;
export const TITLE_LINE = { line: 36 * POINT, lineRule: LineRuleType.EXACT } as const;
export const TABLE_LINE = { line: 20 * POINT, lineRule: LineRuleType.EXACT } as const;

/** Width of one character of 三号 in twips. */
export const CHARACTER = 16 * POINT;

/** Digits and Latin letters in the same font as the Chinese ones, as official documents have them. */
function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

export const FONT = {
  title: font('方正小标宋简体'),
  body: font('仿宋_GB2312'),
  heading1: font('黑体'),
  heading2: font('楷体_GB2312'),
  page: font('宋体'),
} as const;

/** What takes a font's place where it is not installed: every Windows has the four on the right. */
const FALLBACKS = [
  ['方正小标宋简体', '宋体', 'SimSun'],
  ['仿宋_GB2312', '仿宋', 'FangSong'],
  ['楷体_GB2312', '楷体', 'KaiTi'],
  ['黑体', 'SimHei', 'SimHei'],
  ['宋体', 'SimSun', 'SimSun'],
] as const;

/** The part that tells a word processor which font stands in for which: the library writes none. */
export const FONT_TABLE = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${FALLBACKS.map(
    ([name, chinese, english]) =>
      `<w:font w:name="${name}"><w:altName w:val="${chinese}${english === chinese ? '' : `,${english}`}"/><w:charset w:val="86"/></w:font>`,
  ).join('')}</w:fonts>`,
} as const;
