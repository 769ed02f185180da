import { describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/civil-date.ts';
import { readCardAction, readMessage, readTextMessage, toPlatformReply } from './inbound.ts';

const NOW = instantOf('2026-03-30T09:00+08:00');
const PRESSED = instantOf('2026-03-30T08:59:58.500+08:00');

const header = {
  event_id: 'ev-1',
  token: 'verification',
  create_time: String(PRESSED * 1000),
  event_type: 'card.action.trigger',
  tenant_key: 'tk',
  app_id: 'cli_0123456789abcdef',
};
const pressEvent = {
  operator: { tenant_key: 'tk', open_id: 'ou_chen', union_id: 'on_1' },
  token: 'c-295e',
  action: { value: { a: 'task.report', v: 1, openId: 'ou_somebody_else' }, tag: 'button' },
  host: 'im_message',
  context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
};
const envelope = { schema: '2.0', header, event: pressEvent };
const flattened = { schema: '2.0', ...header, ...pressEvent };

function press(action: object, more: object = {}): unknown {
  return { schema: '2.0', header, event: { ...pressEvent, action, ...more } };
}

function wrote(content: object, message: object = {}, sender: object = {}): unknown {
  return {
    schema: '2.0',
    header: { ...header, event_type: 'im.message.receive_v1', create_time: String(PRESSED) },
    event: {
      sender: { sender_id: { open_id: 'ou_chen' }, sender_type: 'user', tenant_key: 'tk', ...sender },
      message: {
        message_id: 'om_9',
        create_time: String(PRESSED),
        chat_id: 'oc_1',
        chat_type: 'group',
        message_type: 'text',
        content: JSON.stringify(content),
        ...message,
      },
    },
  };
}

function textOf(raw: unknown): unknown {
  const read = readTextMessage(raw, NOW);
  return read.ok ? read.value.text : read.error;
}

describe('a press on a card', () => {
  it.each([
    ['as the webhook gets it', envelope],
    ['as the SDK flattens it', flattened],
  ])('is the same %s; the actor is who pressed, whatever the button says', (_, raw) => {
    expect(readCardAction(raw, NOW)).toEqual({
      ok: true,
      value: {
        eventId: 'ev-1',
        at: PRESSED,
        actorOpenId: 'ou_chen',
        messageId: 'om_1',
        chatId: 'oc_1',
        payload: { a: 'task.report', v: 1, openId: 'ou_somebody_else' },
        form: {},
        option: null,
      },
    });
  });

  it('brings the filled fields of a form; what was left empty is absent', () => {
    const form_value = { status: 'ok', note: '', due: null, many: [], people: ['ou_1'], zero: 0 };
    expect(readCardAction(press({ value: {}, tag: 'button', name: 'send', form_value }), NOW)).toMatchObject({
      value: { form: { status: 'ok', people: ['ou_1'], zero: 0 } },
    });
    const read = readCardAction(press({ form_value }), NOW);
    expect(read.ok && Object.keys(read.value.form)).toEqual(['status', 'people', 'zero']);
  });

  it('brings the option that was chosen', () => {
    expect(readCardAction(press({ tag: 'overflow', option: 'later' }), NOW)).toMatchObject({
      value: { option: 'later' },
    });
  });

  it.each([
    ['in milliseconds', String(PRESSED), PRESSED],
    ['as a number', PRESSED * 1000, PRESSED],
    ['not at all', undefined, NOW],
    ['as nonsense', 'yesterday', NOW],
    ['as zero', '0', NOW],
  ])('takes the time that comes %s', (_, create_time, at) => {
    expect(readCardAction({ ...envelope, header: { ...header, create_time } }, NOW)).toMatchObject({ value: { at } });
  });

  it.each([
    ['event_id', { ...envelope, header: { ...header, event_id: undefined } }],
    ['operator.open_id', { ...envelope, event: { ...pressEvent, operator: {} } }],
    ['event_id', undefined],
    ['event_id', 'text'],
    ['event_id', []],
    ['event_id', { header: null, event: 7 }],
  ])('without %s is told apart, never a crash', (field, raw) => {
    expect(readCardAction(raw, NOW)).toEqual({ ok: false, error: { kind: 'missing', field } });
  });

  it('a press counts without its message and chat: the payload names the card', () => {
    const bare = { ...envelope, event: { ...pressEvent, context: null } };
    expect(readCardAction(bare, NOW)).toMatchObject({ ok: true, value: { messageId: '', chatId: '' } });
  });
});

describe('something a person wrote', () => {
  it('is known by its message id, so that a repeated delivery is recognised', () => {
    expect(readTextMessage(wrote({ text: '帮助' }, { chat_type: 'p2p' }), NOW)).toEqual({
      ok: true,
      value: {
        eventId: 'om_9',
        at: PRESSED,
        senderOpenId: 'ou_chen',
        messageId: 'om_9',
        chatId: 'oc_1',
        chatType: 'p2p',
        text: '帮助',
      },
    });
  });

  it('loses the mention of the bot, keeps people by name', () => {
    const mentions = [
      { key: '@_user_1', name: '督办助手', mentioned_type: 'bot', id: {} },
      { key: '@_user_11', name: '张三', mentioned_type: 'user', id: {} },
    ];
    expect(textOf(wrote({ text: '@_user_1  转给 @_user_11 \n明天' }, { mentions }))).toBe('转给 @张三 \n明天');
    expect(textOf(wrote({ text: '@_all 帮助' }))).toBe('帮助');
    expect(textOf(wrote({ text: '@_user_1 帮助' }, { mentions: [{ key: '@_user_1', name: '督办助手' }] }))).toBe(
      '帮助',
    );
    expect(textOf(wrote({ text: '@_user_1' }, { mentions: [{ key: '@_user_1' }] }))).toBe('');
  });

  it('may be rich text', () => {
    const content = {
      title: '',
      content: [
        [
          { tag: 'at', user_id: '@_user_1' },
          { tag: 'text', text: ' 我的' },
          { tag: 'a', text: '任务' },
        ],
        [{ tag: 'img' }],
      ],
    };
    expect(textOf(wrote(content, { message_type: 'post' }))).toBe('我的任务');
  });

  it.each([
    ['a picture', wrote({ image_key: 'img' }, { message_type: 'image' }), { kind: 'not-text', messageType: 'image' }],
    ['another bot', wrote({ text: 'x' }, {}, { sender_type: 'app' }), { kind: 'not-a-person' }],
    ['broken content', wrote({}, { content: '{' }), { kind: 'missing', field: 'message.content' }],
    [
      'no sender',
      wrote({ text: 'x' }, {}, { sender_id: null }),
      { kind: 'missing', field: 'sender.sender_id.open_id' },
    ],
    ['nothing', {}, { kind: 'not-text', messageType: '' }],
  ])('%s is not for the program', (_, raw, error) => {
    expect(textOf(raw)).toEqual(error);
  });
});

describe('something else a person sent', () => {
  const inPrivate = { chat_type: 'p2p' };
  const head = { eventId: 'om_9', at: PRESSED, senderOpenId: 'ou_chen', messageId: 'om_9', chatId: 'oc_1' };

  it('is a file with its key and its name, in a private chat and in a group', () => {
    const content = { file_key: 'file_1', file_name: '工作要点“2026”.docx' };
    const file = { ...head, fileKey: 'file_1', fileName: '工作要点“2026”.docx' };
    expect(readMessage(wrote(content, { ...inPrivate, message_type: 'file' }), NOW)).toEqual({
      ok: true,
      value: { kind: 'file', message: { ...file, chatType: 'p2p' } },
    });
    expect(readMessage(wrote({ file_key: 'file_1' }, { message_type: 'file' }), NOW)).toEqual({
      ok: true,
      value: { kind: 'file', message: { ...file, fileName: '', chatType: 'group' } },
    });
  });

  it.each(['image', 'media', 'audio', 'sticker', 'folder', 'merge_forward', 'something new'])(
    'is told by its kind when it is %s sent to the bot alone',
    (messageType) => {
      expect(readMessage(wrote({ file_key: 'x' }, { ...inPrivate, message_type: messageType }), NOW)).toEqual({
        ok: true,
        value: { kind: 'other', message: { ...head, chatType: 'p2p', messageType } },
      });
      expect(readMessage(wrote({}, { message_type: messageType }), NOW)).toEqual({
        ok: false,
        error: { kind: 'not-to-the-bot', messageType },
      });
    },
  );

  it.each([
    [
      'a file without a key',
      wrote({ file_name: 'x' }, { message_type: 'file' }),
      { kind: 'missing', field: 'message.content' },
    ],
    [
      'a file of another bot',
      wrote({ file_key: 'x' }, { message_type: 'file' }, { sender_type: 'app' }),
      { kind: 'not-a-person' },
    ],
    [
      'a picture of another bot',
      wrote({}, { ...inPrivate, message_type: 'image' }, { sender_type: 'app' }),
      { kind: 'not-a-person' },
    ],
    [
      'a notice of the platform',
      wrote({}, { ...inPrivate, message_type: 'system' }),
      { kind: 'not-text', messageType: 'system' },
    ],
    ['nothing', undefined, { kind: 'not-text', messageType: '' }],
  ])('%s is not for the program', (_, raw, error) => {
    expect(readMessage(raw, NOW)).toEqual({ ok: false, error });
  });
});

describe('the answer', () => {
  it('has exactly the fields the platform accepts', () => {
    const card = { schema: '2.0' };
    expect(toPlatformReply({ toast: { type: 'success', text: '已保存' }, card })).toEqual({
      toast: { type: 'success', content: '已保存' },
      card: { type: 'raw', data: card },
    });
    expect(toPlatformReply({ toast: null, card: null })).toEqual({});
  });
});
