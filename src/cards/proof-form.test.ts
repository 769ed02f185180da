import { describe, expect, it } from 'vitest';
import type { Proof } from '../domain/ledger/proof.ts';
import { parseProofForm, proofErrorText } from './proof-form.ts';

const NOTHING: Proof = { attribute: false, grounds: false, link: false, materials: false };
const ATTRIBUTE = { ...NOTHING, attribute: true };

describe('办结 after 退文', () => {
  it.each([
    ['公开属性', ATTRIBUTE, { attribute: '主动公开' }, { note: '公开属性：主动公开', links: [] }],
    [
      '不予公开 with its grounds',
      ATTRIBUTE,
      { attribute: '不予公开', note: '涉及个人信息' },
      { note: '公开属性：不予公开；涉及个人信息', links: [] },
    ],
    ['grounds', { ...NOTHING, grounds: true }, { note: '涉及个人信息' }, { note: '涉及个人信息', links: [] }],
    [
      'a link',
      { ...NOTHING, link: true },
      { link: 'www.example.cn/1' },
      { note: '', links: ['https://www.example.cn/1'] },
    ],
    [
      'materials, as a sentence',
      { ...NOTHING, materials: true },
      { note: '已补图解' },
      { note: '已补图解', links: [] },
    ],
    [
      'materials, as a link',
      { ...NOTHING, materials: true },
      { link: 'www.example.cn/1' },
      { note: '', links: ['https://www.example.cn/1'] },
    ],
  ])('%s is taken', (_, proof, fields, value) => {
    expect(parseProofForm(fields, proof)).toEqual({ ok: true, value });
  });

  it.each([
    ['no 公开属性', ATTRIBUTE, {}, '请选择公开属性'],
    ['one that there is not', ATTRIBUTE, { attribute: '半公开' }, '请选择公开属性'],
    ['不予公开 without its grounds', ATTRIBUTE, { attribute: '不予公开', note: ' ' }, '不予公开的，请写明理由和依据'],
    ['no grounds', { ...NOTHING, grounds: true }, {}, '不予公开的，请写明理由和依据'],
    ['no link', { ...NOTHING, link: true }, { note: '已补' }, '请填写公开页面的网址'],
    [
      'a link that is none',
      { ...NOTHING, link: true },
      { link: '在网上' },
      '链接打不开：请填写以 http:// 或 https:// 开头的网址',
    ],
    ['nothing brought', { ...NOTHING, materials: true }, { note: '', link: null }, '请写明补了什么，或填材料的网址'],
    ['too long a sentence', NOTHING, { note: '长'.repeat(201) }, '文字请在 200 字以内，现有 201 字'],
  ])('%s comes back, and why', (_, proof, fields, text) => {
    const read = parseProofForm(fields, proof);
    expect(read.ok ? null : proofErrorText(read.error)).toBe(text);
  });
});
