import { expect, it } from 'vitest';
import { appOnPlan } from '../../tests/support/app-on-store.ts';
import { tempDatabases } from '../../tests/support/temp-database.ts';
import { createLimits } from '../domain/delivery/send-limits.ts';
import { BugError } from '../domain/invariant.ts';
import { createScheduler } from './scheduler.ts';

const databases = tempDatabases();

it('what waits is sent although a file cannot be read, and the beat does not count as a good one', async () => {
  const { deps, chat, clock, log } = await appOnPlan(await databases.open(), '2017-12-17T10:00:00+08:00');
  await deps.ledger.commit({
    at: clock.now(),
    messages: [
      {
        id: 'message-1',
        key: 'notice-1',
        to: { type: 'group', chatId: 'oc_leaders' },
        purpose: 'notice',
        body: { type: 'text', text: '已记录' },
        dueAt: clock.now(),
      },
    ],
    audit: [],
  });
  Object.assign(deps.ledger, { claimUpload: () => Promise.reject(new BugError('broken')) });
  const scheduler = createScheduler(deps, { limits: createLimits(), jitter: () => 0 }, () => 7);

  await scheduler.beat();

  expect(chat.calls).toMatchObject([{ kind: 'text', to: 'oc_leaders', content: '已记录' }]);
  expect(log.lines).toMatchObject([{ level: 'error', fields: { step: 'uploads' } }]);
  expect(scheduler.lastBeatAt()).toBeNull();
  await scheduler.stop();
});
