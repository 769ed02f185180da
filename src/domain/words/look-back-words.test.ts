import { describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('回头看 in words', () => {
  it.each([
    ['回头看', ''],
    ['回头看 2025', '2025'],
    ['“回头看”2025年', '2025年'],
    ['请开展回头看 2025', '2025'],
    ['开展回头看2025', '2025'],
    ['回头看 2025 开始', '2025 开始'],
  ])('%j asks for it', (text, rest) => {
    expect(parseCommand(text)).toEqual({ kind: 'look-back', rest });
  });
});
