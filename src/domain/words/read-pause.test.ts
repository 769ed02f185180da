import { describe, expect, it } from 'vitest';
import { civil } from '../calendar/civil-date.ts';
import { parseCommand } from './parse-command.ts';
import { meansEverything, readPause } from './read-pause.ts';

const today = civil('2026-11-19');

describe('暂停', () => {
  it.each([
    ['3 到 12月1日 机构改革', '3', '2026-12-01', '机构改革'],
    ['3(1)到12月1日，等上级口径', '3(1)', '2026-12-01', '等上级口径'],
    ['法规科 至 2027-03-01 合并办公', '法规科', '2027-03-01', '合并办公'],
    ['全部 到 1月4日 系统升级', '全部', '2027-01-04', '系统升级'],
    ['３　到　１２月１日', '３', '2026-12-01', ''],
    ['3', '3', null, ''],
    ['3 到 13月41日 忙', '3', null, '忙'],
    ['', '', null, ''],
  ])('%j', (words, target, until, reason) => {
    expect(readPause(words, today)).toEqual({ target, until, reason });
  });

  it.each([
    ['暂停 3 到 12月1日 理由', 'pause', '3 到 12月1日 理由'],
    ['请暂停提醒 法规科', 'pause', '法规科'],
    ['恢复 3', 'resume', '3'],
    ['解除暂停 全部', 'resume', '全部'],
  ])('%j is a command', (text, kind, rest) => {
    expect(parseCommand(text)).toEqual({ kind, rest });
  });

  it.each(['全部', '所有事项', '全部任务'])('%s is everything', (words) => {
    expect(meansEverything(words)).toBe(true);
  });

  it('an office is not everything', () => {
    expect(meansEverything('全民健身处')).toBe(false);
  });
});
