import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { LarkChatGateway } from '../../src/adapters/lark/lark-chat-gateway.ts';
import { LarkWebhook } from '../../src/adapters/lark/webhook.ts';
import type { CardReply } from '../../src/ports/inbound.ts';
import { held } from '../support/held.ts';
import { RecordingLog } from '../support/recording-log.ts';
import { TestClock } from '../support/test-clock.ts';
import { FAGUI, formCard, startTestEmulator } from '../support/test-emulator.ts';
import {
  APP_ID,
  aBot,
  ENCRYPT_KEY,
  encrypted,
  open,
  post,
  press,
  SAVED,
  signed,
  TOKEN,
} from '../support/webhook-bot.ts';

describe('a request of the platform', () => {
  it.each(['/webhook/card', '/webhook/event', '/webhook/event?x=1'])('is answered on %s', async (path) => {
    const { url, actions } = await aBot();
    const body = encrypted(press());
    expect(await post(url, body, signed(body), path)).toEqual({
      status: 200,
      body: { toast: { type: 'success', content: '已保存' } },
    });
    expect(actions).toMatchObject([
      { eventId: 'ev-1', actorOpenId: 'ou_chen', form: { note: '已完成初稿，等待会签🙂' } },
    ]);
  });

  it('is signed over its bytes, spaces included', async () => {
    const { url } = await aBot();
    const body = encrypted(press()).replace(':', ' :  ');
    expect((await post(url, body)).status).toBe(200);
  });

  it('keeps its characters when one is split between two chunks', async () => {
    const { url, actions } = await aBot();
    // The note outside the encrypted part makes the request itself contain characters of several bytes.
    const body = Buffer.from(`{"note":"签🙂",${encrypted(press()).slice(1)}`);
    const status = await new Promise((resolve, reject) => {
      const sending = httpRequest(`${url}/webhook/card`, { method: 'POST', headers: signed(body) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sending.on('error', reject);
      sending.setNoDelay(true);
      sending.write(body.subarray(0, 10));
      setImmediate(() => sending.end(body.subarray(10)));
    });
    expect(status).toBe(200);
    expect(actions).toHaveLength(1);
  });

  it('that checks the URL gets its challenge back, encrypted and without a signature as it is', async () => {
    const { url } = await aBot();
    const body = encrypted({ challenge: 'abc', token: TOKEN, type: 'url_verification' });
    for (const path of ['/webhook/event', '/webhook/card']) {
      expect(await post(url, body, {}, path)).toEqual({ status: 200, body: { challenge: 'abc' } });
    }
  });

  it('of no use to us is acknowledged, so that it does not come again', async () => {
    const { url } = await aBot();
    const body = encrypted(press({ header: { event_type: 'contact.user.updated_v3' } }));
    expect(await post(url, body)).toEqual({ status: 200, body: {} });
  });
});

describe('a request that is not the platform’s', () => {
  const good = encrypted(press());
  it.each<[string, string, Record<string, string>, number]>([
    ['with a wrong signature', good, signed(good, { signature: '0'.repeat(64) }), 401],
    ['signed with another key', good, signed(good, { key: 'other' }), 401],
    ['without a signature', good, {}, 401],
    ['signed six minutes ago', good, signed(good, { at: new TestClock().now() - 6 * 60_000 }), 401],
    ['signed six minutes ahead', good, signed(good, { at: new TestClock().now() + 6 * 60_000 }), 401],
    ['with another verification token', ...both(press({ header: { token: 'other' } })), 401],
    ['without a verification token', ...both(press({ header: { token: undefined } })), 401],
    ['for another app', ...both(press({ header: { app_id: 'cli_ffffffffffffffff' } })), 401],
    ['not encrypted', ...plain(press()), 401],
    [
      'that checks the URL with another token',
      encrypted({ challenge: 'a', token: 'x', type: 'url_verification' }),
      {},
      401,
    ],
    ['that checks the URL in the clear', ...plain({ challenge: 'a', token: TOKEN, type: 'url_verification' }), 401],
    [
      'encrypted with another key',
      encrypted(press(), 'other'),
      signed(encrypted(press(), 'other'), { signature: 'x' }),
      401,
    ],
    ['that is no JSON', 'hello', signed('hello'), 400],
    ['that is cut off', good.slice(0, -5), signed(good.slice(0, -5)), 400],
    ['whose secret part is no JSON', ...both('hello'), 400],
    ['whose secret part is too short', ...raw('{"encrypt":"AAAA"}'), 400],
    ['that is larger than a megabyte', 'x'.repeat(3 * 1024 * 1024), {}, 413],
  ])('%s changes nothing', async (_, body, headers, status) => {
    const { url, actions } = await aBot();
    expect((await post(url, body, headers)).status).toBe(status);
    expect(actions).toEqual([]);
  });

  it('by another method or path is not taken', async () => {
    const { url } = await aBot();
    expect((await fetch(`${url}/webhook/card`)).status).toBe(405);
    expect((await fetch(`${url}/healthz`)).status).toBe(404);
  });

  function both(payload: object | string): [string, Record<string, string>] {
    return raw(encrypted(payload));
  }

  function plain(payload: object): [string, Record<string, string>] {
    return raw(JSON.stringify(payload));
  }

  function raw(body: string): [string, Record<string, string>] {
    return [body, signed(body)];
  }
});

describe('the handlers behind it', () => {
  it('one that fails is a toast that says so, in Chinese, and a line in the log', async () => {
    const { url, handlers, log } = await aBot();
    handlers.onCardAction = () => {
      throw new Error('disk full');
    };
    expect((await post(url, encrypted(press()))).body).toEqual({
      toast: { type: 'error', content: '操作没有保存，请稍后再试。' },
    });
    expect(log.lines).toMatchObject([{ level: 'error', fields: { eventId: 'ev-1', messageId: 'om_1' } }]);
  });

  it('one that takes long is answered in time and finishes', async () => {
    const { url, webhook, handlers } = await aBot({ answerWithinMs: 20 });
    const reply = held<CardReply>();
    handlers.onCardAction = () => reply.waiting;
    expect((await post(url, encrypted(press()))).body).toEqual({
      toast: { type: 'info', content: '正在处理，请稍候查看。' },
    });
    const stopped = webhook.stop();
    reply.letGo(SAVED);
    await stopped;
  });

  it('a press that cannot be read is a toast, not a crash', async () => {
    const { url, actions, log } = await aBot();
    const answer = await post(url, encrypted(press({ event: { operator: null } })));
    expect(answer).toMatchObject({ status: 200, body: { toast: { type: 'error' } } });
    expect(actions).toEqual([]);
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { reason: { field: 'operator.open_id' } } }]);
  });

  it('a message that could not be kept is delivered again by the platform', async () => {
    const { url, handlers, texts } = await aBot();
    const keep = handlers.onText;
    handlers.onText = () => Promise.reject(new Error('disk full'));
    const message = {
      message_id: 'om_2',
      chat_id: 'oc_1',
      chat_type: 'p2p',
      message_type: 'text',
      content: '{"text":"帮助"}',
    };
    const event = { sender: { sender_id: { open_id: 'ou_chen' }, sender_type: 'user' }, message };
    const body = encrypted(press({ header: { event_type: 'im.message.receive_v1' }, event }));
    expect((await post(url, body)).status).toBe(500);
    handlers.onText = keep;
    expect((await post(url, body)).status).toBe(200);
    expect(texts).toMatchObject([{ eventId: 'om_2', text: '帮助' }]);
  });

  it('nothing is taken before the start and after the end', async () => {
    const { url, webhook } = await aBot();
    expect(webhook.status().connected).toBe(true);
    await webhook.stop();
    expect(webhook.status().connected).toBe(false);
    expect((await post(url, encrypted(press()))).status).toBe(503);
  });

  it.each([{ encryptKey: '' }, { verificationToken: '' }])(
    'it does not start without its secrets: %o',
    async (missing) => {
      const options = {
        appId: APP_ID,
        encryptKey: ENCRYPT_KEY,
        verificationToken: TOKEN,
        clock: new TestClock(),
        log: new RecordingLog(),
      };
      const webhook = new LarkWebhook({ ...options, ...missing });
      await expect(
        webhook.start({
          onCardAction: async () => SAVED,
          onText: async () => undefined,
          onFile: async () => undefined,
          onOther: async () => undefined,
          onMenu: async () => undefined,
        }),
      ).rejects.toMatchObject({
        code: 'bad-credentials',
      });
    },
  );
});

describe('together with the platform', () => {
  it('the URL is accepted and a press is answered', async () => {
    const { url, clock, actions } = await aBot();
    const app = {
      appId: APP_ID,
      appSecret: 's',
      botName: '督办助手',
      encryptKey: ENCRYPT_KEY,
      verificationToken: TOKEN,
    };
    const emulator = await startTestEmulator({ apps: [app], clock, webhookUrl: `${url}/webhook/event` });
    open.push(() => emulator.close());
    expect(await emulator.verifyWebhook()).toBe(true);
    const gateway = new LarkChatGateway({
      appId: APP_ID,
      appSecret: 's',
      domain: emulator.url,
      clock,
      log: new RecordingLog(),
    });
    const card = formCard() as Record<string, unknown>;
    const { messageId } = await gateway.sendCard({ to: { type: 'person', openId: FAGUI }, card, uuid: 'u' });
    const answer = await emulator.as(FAGUI).click({ messageId, tag: 'button', value: { a: 'seen', id: 'T-1' } });
    expect(answer).toEqual({ toast: { type: 'success', content: '已保存' }, error: null });
    expect(actions).toMatchObject([{ messageId, actorOpenId: FAGUI, at: clock.now() }]);
  });
});
