import { describe, expect, it } from 'vitest';
import type { OfficeProblem } from '../domain/directory/office-problem.ts';
import { officeProblemLine } from './offices-text.ts';

const place = '第 3 行';
const PROBLEMS: { readonly [K in OfficeProblem['kind']]: OfficeProblem & { readonly kind: K } } = {
  'missing-header': { kind: 'missing-header', place: null, columns: ['office'] },
  'unknown-role': { kind: 'unknown-role', place, name: '张三', value: '科长' },
  'conflicting-alias': { kind: 'conflicting-alias', place, alias: '政策科', offices: ['法规科', '审批科'] },
  'office-missing': { kind: 'office-missing', place, name: '' },
  'example-row': { kind: 'example-row', place, value: '示例:局办公室' },
  'name-missing': { kind: 'name-missing', place, office: '法规科' },
  'office-spelled-twice': { kind: 'office-spelled-twice', place, office: '科(甲)', value: '科（甲）' },
  'bad-contact': { kind: 'bad-contact', place, name: '张三', column: 'mobile', value: '1.38E+10' },
  'no-contact': { kind: 'no-contact', place, name: '张三', role: 'head' },
  'different-mobiles': { kind: 'different-mobiles', place, name: '张三', mobiles: ['13800000001', '13800000009'] },
  'shared-contact': { kind: 'shared-contact', place, column: 'openId', value: 'ou_1', names: ['张三', '李四'] },
  'no-liaison': { kind: 'no-liaison', place, office: '法规科' },
};

describe('a problem of an offices file in words', () => {
  it('says where, whether it stops the import, why and what to do', () => {
    expect(officeProblemLine(PROBLEMS['unknown-role'])).toBe(
      '必须改正 第 3 行：“张三”的角色“科长”不在可填的角色之中。请改为联络人A、联络人B、负责人、分管领导、主要负责人、主管机构、监督之一。',
    );
    expect(officeProblemLine(PROBLEMS['bad-contact'])).toBe(
      '请核对 第 3 行：“张三”的手机“1.38E+10”格式不对。已按原样保留，但凭它找不到人；请改为11 位手机号（单元格设为文本格式）。',
    );
    expect(officeProblemLine(PROBLEMS['missing-header'])).toMatch(/^必须改正 全表：前十行中没有找到“单位”/);
  });

  it.each(Object.values(PROBLEMS))('has whole sentences for $kind', (problem) => {
    expect(officeProblemLine(problem)).toMatch(/^(必须改正|请核对) [^：]+：[^。]+。[^。]+。$/);
    expect(officeProblemLine(problem)).not.toMatch(/undefined|null|-a\b/);
  });
});
