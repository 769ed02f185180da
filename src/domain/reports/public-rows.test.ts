import { describe, expect, it } from 'vitest';
import { nameHider, sensitiveWord, sensitiveWordIn } from './public-rows.ts';

const ROW = { text: '公开预算', area: [], notes: [], printed: { owners: [], deadline: '', columns: [] } };

describe('a row that is not for the public', () => {
  it.each([
    [{ text: '清理涉密文件' }, '涉密'],
    [{ area: ['六、内部管理'] }, '内部'],
    [{ notes: [{ kind: 'remark', text: '机密★1年' }] }, '机密'],
    [{ notes: [{ kind: 'remark', text: '密级：公开' }] }, null],
    [{ printed: { owners: [], deadline: '', columns: ['1', '公开调查结论', '敏感'] } }, '敏感'],
    [{ text: '做好公开前的保密审查' }, null],
    [{}, null],
  ])('is told by the words of the plan: %j', (row, word) => {
    expect(sensitiveWord({ ...ROW, ...row })).toBe(word);
  });

  it('as is a title', () => {
    expect(sensitiveWordIn('敏感事件通气会')).toBe('敏感');
    expect(sensitiveWordIn('老旧小区改造发布会')).toBeNull();
  });
});

describe('names in texts for the public', () => {
  it('are taken out, the longer of two that begin alike first, and counted', () => {
    const hider = nameHider(['欧阳', '欧阳明', '李', '张*敏']);
    expect(hider.hide('由欧阳明、张*敏和李科长负责，欧阳协助')).toBe('由×××、×××和李科长负责，×××协助');
    expect(hider.count()).toBe(3);
  });

  it('stay as they are where nobody is known', () => {
    expect(nameHider([]).hide('办公室')).toBe('办公室');
  });
});
