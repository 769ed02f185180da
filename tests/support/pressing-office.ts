import type { Database } from '../../src/adapters/prisma/database.ts';
import { handleCardAction } from '../../src/handlers/card-action.ts';
import { appOnPlan, nameOnPlatform } from './app-on-store.ts';
import { aPress } from './card-press.ts';
import { anOffice, aPerson } from './stored-plan.ts';

/** The part that {@link pressingOffice} looks at unless told otherwise. */
export const PART = 'part-1-office-1';

/** 教育局 with 张敏 (A) and 李强 (B); 财政局 with 王芳. Presses are on `card-1`, the message `om_1`; neither parts nor cards are stored yet. */
export async function pressingOffice(database: Database) {
  const app = await appOnPlan(database, '2017-12-18T09:00:00+08:00');
  const { directory, ledger } = app.deps;
  await directory.save(
    [
      anOffice('教育局', { people: [aPerson('李强', { role: 'liaison-b' })] }),
      anOffice('财政局', { people: [aPerson('王芳')] }),
    ],
    [],
  );
  await nameOnPlatform(app.deps, { 李强: 'ou_liqiang', 王芳: 'ou_wangfang' });
  let events = 0;
  const press = (payload: object, actorOpenId = 'ou_zhangmin', form: Readonly<Record<string, unknown>> = {}) => {
    events += 1;
    const onCard = { messageId: 'om_1', payload: { v: 1, c: 'card-1', ...payload } };
    const at = app.clock.now();
    return handleCardAction(app.deps, aPress({ eventId: `event-${events}`, at, actorOpenId, form, ...onCard }));
  };
  const theCard = () => ledger.findCard('card-1');
  const thePart = async () => (await ledger.findParts({ ids: [PART] }))[0];
  return { ...app, press, theCard, thePart };
}
