import { describe, expect, it } from 'vitest';
import { pressingOffice } from '../../../tests/support/pressing-office.ts';
import { aMessage } from '../../../tests/support/stored-plan.ts';
import { tempDatabases } from '../../../tests/support/temp-database.ts';
import { ChatError } from '../../adapters/lark/errors.ts';
import { createLimits } from '../../domain/delivery/send-limits.ts';
import { deliverDue } from '../deliver-outbox.ts';
import { submitWords } from './open-submission.ts';

const databases = tempDatabases();
const FILE = { name: '图文解读.docx', messageId: 'om_9', fileKey: 'file_9' };

/** 张敏 has submitted a file, and somebody has asked for it; nothing else waits to be sent. */
async function begin() {
  const { deps, chat, clock } = await pressingOffice(await databases.open());
  const words = '推进会 https://www.yunzhou.gov.cn/xw/1.html 12月15日';
  await submitWords(deps, { actorOpenId: 'ou_zhangmin', eventId: 'word-1', lead: null, words });
  const delivery = { limits: createLimits(), jitter: () => 0.5 };
  await deliverDue(deps, delivery);
  chat.calls.length = 0;
  const [other] = await deps.quotas.findSubmissions({});
  if (!other) throw new Error('nothing was recorded');
  const to = { type: 'person', personId: 'person-2', openId: 'ou_wangfang' } as const;
  const body = { type: 'submission-file', submissionId: 'submission-9' } as const;
  await deps.ledger.commit({
    at: clock.now(),
    newSubmissions: [{ ...other, id: 'submission-9', file: FILE }],
    messages: [aMessage(1, { to, body, dueAt: clock.now() })],
    audit: [],
  });
  /** As the program's beat does, until nothing waits. */
  const deliver = async () => {
    for (let next = await deps.outbox.nextDueAt(); next !== null; next = await deps.outbox.nextDueAt()) {
      if (next > clock.now()) clock.moveTo(next);
      await deliverDue(deps, delivery);
    }
    return chat.calls.map(({ kind, to: name, content }) => [kind, name, content]);
  };
  return { chat, deliver };
}

describe('the file of a 报送 that somebody asked for', () => {
  it('comes byte for byte under its own name', async () => {
    const { chat, deliver } = await begin();
    chat.filesOfPeople.set('file_9', new Uint8Array([1, 2, 3]));
    expect(await deliver()).toEqual([['file', 'ou_wangfang', '图文解读.docx']]);
    expect([...chat.sentFiles.values()]).toEqual([new Uint8Array([1, 2, 3])]);
  });

  it('comes later where the platform does not answer now', async () => {
    const { chat, deliver } = await begin();
    const answers = [new ChatError('timeout', 'no answer'), new ChatError('bad-credentials', 'wrong secret')];
    chat.downloadFile = async () => {
      const failure = answers.shift();
      if (failure) throw failure;
      return new Uint8Array([1]);
    };
    expect(await deliver()).toEqual([['file', 'ou_wangfang', '图文解读.docx']]);
  });

  it.each([
    ['recalled', '附件“图文解读.docx”已取不到：发送人可能撤回了文件，或平台已不再保存。请联系张敏（教育局）另行提供。'],
    [
      'recipient-left',
      '附件“图文解读.docx”已取不到：发送人可能撤回了文件，或平台已不再保存。请联系张敏（教育局）另行提供。',
    ],
    ['too-large', '附件“图文解读.docx”超过 30 MB，不能转发。请联系张敏（教育局）另行提供。'],
  ] as const)('that the platform refuses (%s) is told with whom to ask, once', async (code, words) => {
    const { chat, deliver } = await begin();
    chat.downloadFile = () => Promise.reject(new ChatError(code, 'no file'));
    expect(await deliver()).toEqual([['text', 'ou_wangfang', words]]);
  });
});
