import { describe, expect, it } from 'vitest';
import { RecordingLog } from '../../../tests/support/recording-log.ts';
import { TestClock } from '../../../tests/support/test-clock.ts';
import type { FileMessage, InboundHandlers, MenuPress, OtherMessage } from '../../ports/inbound.ts';
import { deferred } from './deferred.ts';
import { InboundDesk } from './inbound-desk.ts';

const ANSWER_WITHIN_MS = 20;

function sent(messageType: string, content: object, messageId = 'om_1'): object {
  return {
    header: { event_type: 'im.message.receive_v1', event_id: 'ev_1' },
    event: {
      sender: { sender_id: { open_id: 'ou_chen' }, sender_type: 'user' },
      message: {
        message_id: messageId,
        chat_id: 'oc_1',
        chat_type: 'p2p',
        message_type: messageType,
        content: JSON.stringify(content),
      },
    },
  };
}

const aFile = (messageId?: string) => sent('file', { file_key: 'file_1', file_name: '要点.docx' }, messageId);

function aDesk(more: Partial<InboundHandlers> = {}) {
  const log = new RecordingLog();
  const files: FileMessage[] = [];
  const others: OtherMessage[] = [];
  const presses: MenuPress[] = [];
  const handlers: InboundHandlers = {
    onCardAction: async () => ({ toast: null, card: null }),
    onText: async () => undefined,
    onFile: async (message) => void files.push(message),
    onOther: async (message) => void others.push(message),
    onMenu: async (press) => void presses.push(press),
    ...more,
  };
  const desk = new InboundDesk({ handlers, clock: new TestClock(), log, answerWithinMs: ANSWER_WITHIN_MS });
  return { desk, log, files, others, presses };
}

describe('a file sent to the bot', () => {
  it('reaches its handler, and a picture the one for what cannot be read', async () => {
    const { desk, files, others } = aDesk();
    expect(await desk.take(aFile())).toEqual({});
    expect(await desk.take(sent('image', { image_key: 'img_1' }, 'om_2'))).toEqual({});
    expect(files).toMatchObject([{ fileKey: 'file_1', fileName: '要点.docx', senderOpenId: 'ou_chen' }]);
    expect(others).toMatchObject([{ messageType: 'image', messageId: 'om_2' }]);
  });

  it('is acknowledged in time while its handler is still at work', async () => {
    const work = deferred();
    const { desk } = aDesk({ onFile: () => work.promise });
    expect(await desk.take(aFile())).toEqual({});
    let settled = false;
    const settling = desk.settled().then(() => {
      settled = true;
    });
    expect(settled).toBe(false);
    work.resolve();
    await settling;
  });

  it('that is delivered again meanwhile does not start a second reading', async () => {
    const work = deferred();
    let started = 0;
    const { desk } = aDesk({
      onFile: () => {
        started += 1;
        return work.promise;
      },
    });
    await Promise.all([desk.take(aFile()), desk.take(aFile()), desk.take(aFile('om_other'))]);
    await desk.take(aFile());
    expect(started).toBe(2);
    work.resolve();
    await desk.settled();
    await desk.take(aFile());
    expect(started).toBe(3);
  });

  it('that could not be kept is delivered again, and both deliveries under way are told so', async () => {
    const { desk, log } = aDesk({ onFile: () => Promise.reject(new Error('disk full')) });
    const deliveries = await Promise.allSettled([desk.take(aFile()), desk.take(aFile())]);
    expect(deliveries.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('whose handler fails after the acknowledgement is on the log, without its name', async () => {
    const work = deferred();
    const { desk, log } = aDesk({ onFile: () => work.promise });
    expect(await desk.take(aFile())).toEqual({});
    work.reject(new Error('disk full'));
    await desk.settled();
    expect(log.lines).toMatchObject([{ level: 'error', fields: { messageId: 'om_1', kind: 'file' } }]);
    expect(log.text()).not.toContain('要点');
  });
});

describe('a press on the bot’s menu', () => {
  const pressed = (event: object) => ({
    header: { event_type: 'application.bot.menu_v6', event_id: 'ev_menu' },
    event: { operator: { operator_id: { open_id: 'ou_chen' } }, timestamp: 1_790_000_000, ...event },
  });

  it('reaches its handler with who pressed, which item and when', async () => {
    const { desk, presses } = aDesk();
    expect(await desk.take(pressed({ event_key: 'my_tasks' }))).toEqual({});
    expect(presses).toEqual([{ eventId: 'ev_menu', at: 1_790_000_000_000, actorOpenId: 'ou_chen', key: 'my_tasks' }]);
  });

  it('that cannot be read is on the log and nowhere else; one that fails is delivered again', async () => {
    const { desk, presses, log } = aDesk();
    expect(await desk.take(pressed({ operator: {}, event_key: 'my_tasks' }))).toEqual({});
    expect(await desk.take(pressed({}))).toEqual({});
    expect(presses).toEqual([]);
    expect(log.lines).toHaveLength(2);
    const failing = aDesk({ onMenu: () => Promise.reject(new Error('disk full')) });
    await expect(failing.desk.take(pressed({ event_key: 'help' }))).rejects.toThrow('could not be handled');
  });
});
