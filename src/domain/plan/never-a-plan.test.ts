import { expect, it } from 'vitest';
import { isNeverAPlan } from './never-a-plan.ts';

it.each([
  ['海报.JPG', true],
  ['解读视频.mp4', true],
  ['图文解读.zip', true],
  ['分工方案.docx', false],
  ['分工方案.xls', false],
  ['分工方案.pdf', false],
  ['分工方案', false],
  ['zip', false],
])('%s: never a plan %s', (name, never) => {
  expect(isNeverAPlan(name)).toBe(never);
});
