import { describe, expect, it } from 'vitest';
import { deliverDue } from '../../src/app/deliver-outbox.ts';
import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import { createLimits } from '../../src/domain/delivery/send-limits.ts';
import { handleCardAction } from '../../src/handlers/card-action.ts';
import { aPress } from '../support/card-press.ts';
import { countedApp } from '../support/counted-app.ts';
import { tempDatabases } from '../support/temp-database.ts';

const databases = tempDatabases();
const AT = '2026-05-11T10:00+08:00';
const ZIP = [0x50, 0x4b];

async function begin() {
  const app = await countedApp(await databases.open(), AT);
  const ids = Array.from({ length: 9 }, (_, at) => `event-${at + 1}`);
  const press = (actorOpenId: string, payload: object, eventId = ids.shift() ?? '') => {
    const at = app.clock.now();
    return handleCardAction(
      app.deps,
      aPress({ eventId, at, actorOpenId, payload: { a: 'paper.send', v: 1, ...payload } }),
    );
  };
  const deliver = () => deliverDue(app.deps, { limits: createLimits(), jitter: () => 0 });
  return { ...app, press, deliver };
}

describe('下载 on a card', () => {
  it.each([
    [{ k: 'circular', m: '2026-04' }, '关于2026年4月政务公开信息报送情况的通报（草稿）.docx'],
    [{ k: 'summary', m: '2026-04' }, '2026年4月政务公开工作月度汇总（草稿）.docx'],
    [{ k: 'ledger', m: '2026-04' }, '云州市城乡建设局2026年政务公开工作要点任务分工表台账.xlsx'],
  ])('%j sends the file to whoever pressed it, in their own chat', async (payload, name) => {
    const { press, deliver, chat } = await begin();
    expect(await press('ou_governing', payload)).toEqual({
      toast: { type: 'success', text: '正在生成，稍后发给您' },
      card: null,
    });
    expect(await deliver()).toBe(1);
    expect(chat.calls).toMatchObject([{ kind: 'file', to: 'ou_governing', content: name }]);
    const [bytes] = chat.sentFiles.values();
    expect(Array.from(bytes?.slice(0, 2) ?? [])).toEqual(ZIP);
  });

  it('sends it once, however often the platform repeats the press', async () => {
    const { press, deliver, chat } = await begin();
    await press('ou_governing', { k: 'circular', m: '2026-04' }, 'same');
    expect((await press('ou_governing', { k: 'circular', m: '2026-04' }, 'same')).toast?.text).toBe(
      '已在生成，稍后发给您',
    );
    await deliver();
    expect(chat.calls).toHaveLength(1);
  });

  it('a second press within the minute sends nothing new and says so; later, or of another month, it does', async () => {
    const { press, deliver, chat, clock } = await begin();
    const circular = { k: 'circular', m: '2026-04' };
    await press('ou_governing', circular);
    expect((await press('ou_governing', circular)).toast).toEqual({
      type: 'info',
      text: '已发送，请看与机器人的会话；数字有变动的，一分钟后再点',
    });
    expect((await press('ou_governing', { ...circular, m: '2026-03' })).toast?.type).toBe('success');
    clock.moveTo(instantOf('2026-05-11T10:01+08:00'));
    expect((await press('ou_governing', circular)).toast?.type).toBe('success');
    await deliver();
    expect(chat.calls).toHaveLength(3);
  });

  it('is for leaders, the 主管机构 and administrators: others hear why, and get nothing', async () => {
    const { press, deliver, deps, planId } = await begin();
    const refused = await press('ou_3', { k: 'ledger', m: '2026-04', plan: planId });
    expect(refused.toast).toEqual({
      type: 'warning',
      text: '通报、台账由领导、主管机构和管理员下载。如需要，请联系局办公室。',
    });
    expect((await press('ou_stranger', { k: 'ledger', m: '2026-04' })).toast?.type).toBe('warning');
    expect(await deliver()).toBe(0);
    expect(await deps.outbox.summary()).toMatchObject({ queued: 0, sent: 0 });
  });

  it.each([
    [{ k: 'circular', m: '2026-06' }, '这个月还没有开始，没有数字可写。'],
    [{ k: 'circular', m: '2026-13' }, '这个月还没有开始，没有数字可写。'],
    [{ k: 'ledger', m: '2026-04', plan: 'plan-gone' }, '这个计划已不在台账里。请从新的卡片上再点一次。'],
  ])('%j is answered with the reason', async (payload, text) => {
    const { press } = await begin();
    expect((await press('ou_governing', payload)).toast).toEqual({ type: 'warning', text });
  });

  it('of a plan that is withdrawn meanwhile is not sent, and the outbox says why', async () => {
    const { press, deliver, deps, planId, clock, chat } = await begin();
    await press('ou_governing', { k: 'circular', m: '2026-04' });
    await deps.ledger.commit({ at: clock.now(), planState: { planId, state: 'withdrawn' }, audit: [] });
    expect(await deliver()).toBe(0);
    expect(chat.calls).toEqual([]);
    expect(await deps.outbox.summary()).toMatchObject({ withheld: 1, failed: [] });
  });
});
