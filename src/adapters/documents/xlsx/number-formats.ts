import { readXml } from './read-xml.ts';

/** The number formats of cells by the style that they name; `General` is the one without a name. */
export type NumberFormats = readonly string[];

export const GENERAL = 'General';

/**
 * The formats that a workbook names by number only, as Excel in Chinese shows them.
 *
 * Source: ECMA-376 part 1, 18.8.30 numFmt, with its table for zh-cn.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function readNumberFormats(bytes: Uint8Array | undefined): NumberFormats {
  const formats: string[] = [];
  if (!bytes) return formats;
  const named = new Map<number, string>();
  let isCellStyle = false;
  readXml(bytes, {
    open(name, { numFmtId = '0', formatCode }) {
      if (name === 'cellXfs') isCellStyle = true;
      else if (name === 'numFmt' && formatCode !== undefined) named.set(Number(numFmtId), formatCode);
      else if (name === 'xf' && isCellStyle) {
        const id = Number(numFmtId);
        formats.push(named.get(id) ?? BUILT_IN[id] ?? GENERAL);
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false;
    },
  });
  return formats;
}
