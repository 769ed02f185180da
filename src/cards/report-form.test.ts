import { describe, expect, it } from 'vitest';
import { parseReportForm, typedValues } from './report-form.ts';

const read = parseReportForm;

describe('a progress form', () => {
  it('takes any one field', () => {
    expect(read({ percent: '60' }, 'progress')).toEqual({
      ok: true,
      value: { percent: 60, note: '', link: null, helpFrom: null, date: null },
    });
    expect(read({ note: ' 已送审 ' }, 'progress')).toMatchObject({
      ok: true,
      value: { note: '已送审', percent: null },
    });
    expect(read({ link: 'https://example.cn/a' }, 'progress')).toMatchObject({
      value: { link: 'https://example.cn/a' },
    });
  });

  it.each([[{}], [{ percent: '', note: ' \n', link: null }], [{ percent: undefined, note: '　' }]])(
    '%j has nothing in it',
    (fields) => {
      expect(read(fields, 'progress')).toEqual({ ok: false, error: { kind: 'nothing-filled' } });
    },
  );

  it.each([
    ['100', 100],
    ['待公开', 100],
    ['６０', 60],
    [' 40 % ', 40],
    [20, 20],
  ])('reads %j as %i per cent', (percent, value) => {
    expect(read({ percent }, 'progress')).toMatchObject({ ok: true, value: { percent: value } });
  });

  it.each([['many'], ['101'], ['-5'], ['4.5']])('does not guess what %j per cent means', (percent) => {
    expect(read({ percent, note: '有' }, 'progress')).toEqual({ ok: false, error: { kind: 'percent-unknown' } });
  });

  it('leaves out who should help: nobody asked', () => {
    expect(read({ note: '有', help_from: '后勤中心' }, 'progress')).toMatchObject({ value: { helpFrom: null } });
  });
});

describe('a trouble form', () => {
  it('needs the sentence, and nothing else', () => {
    expect(read({ percent: '20', help_from: '后勤中心' }, 'trouble')).toEqual({
      ok: false,
      error: { kind: 'note-missing' },
    });
    expect(read({ note: '缺数据' }, 'trouble')).toEqual({
      ok: true,
      value: { percent: null, note: '缺数据', link: null, helpFrom: null, date: null },
    });
  });

  it('keeps who should help', () => {
    expect(read({ note: '缺数据', help_from: ' 后勤中心 ' }, 'trouble')).toMatchObject({
      value: { helpFrom: '后勤中心' },
    });
    expect(read({ note: '缺数据', help_from: '处'.repeat(51) }, 'trouble')).toEqual({
      ok: false,
      error: { kind: 'help-too-long', length: 51, longest: 50 },
    });
  });
});

describe('B14: the forms behind 已完成 and 未完成', () => {
  it.each([
    ['2026-01-09 +0800', '2026-01-09'],
    ['2026-01-09', '2026-01-09'],
    [' 2026-01-09 -03:00 ', '2026-01-09'],
  ])('the day %j is %s, whatever the zone of the phone', (date, day) => {
    expect(read({ date }, 'completed')).toEqual({
      ok: true,
      value: { percent: null, note: '', link: null, helpFrom: null, date: day },
    });
  });

  it.each([[{}], [{ date: '' }], [{ date: null }], [{ date: '明天' }], [{ date: '2026-02-30 +0800' }]])(
    '%j has no day',
    (fields) => {
      for (const asked of ['completed', 'postponed'] as const) {
        expect(read({ ...fields, note: '有' }, asked)).toEqual({ ok: false, error: { kind: 'date-missing', asked } });
      }
    },
  );

  it('the sentence and the link are optional and read as everywhere', () => {
    const fields = { date: '2026-01-09 +0800', note: ' 已上网 ', link: 'www.example.cn' };
    expect(read(fields, 'completed')).toMatchObject({ value: { note: '已上网', link: 'https://www.example.cn' } });
    expect(read({ ...fields, link: '在网站上' }, 'completed')).toEqual({ ok: false, error: { kind: 'link-invalid' } });
  });

  it('no other form reads a day', () => {
    expect(read({ note: '有', date: '2026-01-09' }, 'progress')).toMatchObject({ value: { date: null } });
  });
});

describe('the sentence', () => {
  it('has at most 200 characters, an emoji being one', () => {
    expect(read({ note: '😀'.repeat(200) }, 'progress').ok).toBe(true);
    expect(read({ note: '一'.repeat(201) }, 'progress')).toEqual({
      ok: false,
      error: { kind: 'note-too-long', length: 201, longest: 200 },
    });
  });
});

describe('the link', () => {
  it.each([
    ['www.example.cn/list', 'https://www.example.cn/list'],
    ['example.cn', 'https://example.cn'],
    ['HTTP://Example.cn', 'HTTP://Example.cn'],
    ['ｗｗｗ．example．cn', 'https://www.example.cn'],
    ['ｈｔｔｐ：／／example.cn／a', 'http://example.cn/a'],
    ['www。example。cn', 'https://www.example.cn'],
    ['已公开，见 https://example.cn/a?b=1#c。', 'https://example.cn/a?b=1#c'],
    ['http://10.1.2.3:8080/清单（二）.html', 'http://10.1.2.3:8080/清单（二）.html'],
    ['http://oa/7', 'http://oa/7'],
  ])('%s is read as %s', (link, address) => {
    expect(read({ link }, 'progress')).toMatchObject({ ok: true, value: { link: address } });
  });

  it.each([
    ['javascript:alert(1)'],
    ['ftp://example.cn'],
    ['在网站上'],
    ['https://'],
    ['https://user:secret@example.cn'],
    [`https://example.cn/${'a'.repeat(500)}`],
  ])('%s is no web address', (link) => {
    expect(read({ note: '有', link }, 'progress')).toEqual({ ok: false, error: { kind: 'link-invalid' } });
  });
});

describe('typedValues', () => {
  it('gives back what was typed, to draw the form again', () => {
    expect(
      typedValues({ percent: '40', note: ' 一句\n话 ', link: 'x', help_from: null, date: '2026-03-31 +0800' }),
    ).toEqual({
      percent: '40',
      note: ' 一句\n话 ',
      link: 'x',
      helpFrom: '',
      date: '2026-03-31 +0800',
    });
    expect(typedValues({})).toEqual({ percent: null, note: '', link: '', helpFrom: '', date: '' });
  });
});
