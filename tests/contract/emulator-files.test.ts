import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { FAGUI, GROUP, JIAOYU, PlainApp, PlainBot, startTestEmulator } from '../support/test-emulator.ts';

let emulator: Emulator;
let app: PlainApp;

beforeEach(async () => {
  emulator = await startTestEmulator();
  app = new PlainApp(emulator.url);
  await app.signIn();
});
afterEach(() => emulator.close());

const bytes = new TextEncoder().encode('一、公开');

function upload(fields: Readonly<Record<string, string>>, file: Blob | null, token = app.token) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (file) form.set('file', file, 'file.txt');
  return fetch(`${emulator.url}/open-apis/im/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  }).then(async (response) => ({ status: response.status, body: (await response.json()) as { code: number } }));
}

function keyOf(person: string, chatId?: string): string {
  const content = emulator.as(person).messages(chatId).at(-1)?.content as { file_key?: string; image_key?: string };
  return content.file_key ?? content.image_key ?? '';
}

function download(messageId: string, key: string, type = 'file') {
  return app.call('GET', `/open-apis/im/v1/messages/${messageId}/resources/${key}?type=${type}`);
}

describe('an upload', () => {
  const named = { file_type: 'stream', file_name: '台账.txt' };

  it.each<[string, Readonly<Record<string, string>>, Blob | null, number]>([
    ['without a file', named, null, 234001],
    ['without a name', { file_type: 'stream' }, new Blob([bytes]), 234001],
    ['of no known type', { ...named, file_type: 'docx' }, new Blob([bytes]), 234001],
    ['that is empty', named, new Blob([]), 234010],
    ['over 30 MB', named, new Blob([new Uint8Array(30 * 1024 * 1024 + 1)]), 234006],
  ])('%s is refused', async (_, fields, file, code) => {
    expect(await upload(fields, file)).toMatchObject({ status: 400, body: { code } });
  });

  it('needs a token, and a form', async () => {
    expect(await upload(named, new Blob([bytes]), 't-unknown')).toMatchObject({ body: { code: 99991663 } });
    expect((await app.call('POST', '/open-apis/im/v1/files', named)).body.code).toBe(234001);
  });
});

describe('what came with a message', () => {
  it('is told to the bot with its key and name, and given by both', async () => {
    const bot = await PlainBot.connect(emulator);
    const { messageId } = emulator.as(FAGUI).sendFile('要点.txt', bytes);
    const key = keyOf(FAGUI);
    await emulator.until(() => bot.received[0]);
    const content = JSON.stringify({ file_key: key, file_name: '要点.txt' });
    expect(bot.received[0]?.event.event).toMatchObject({ message: { message_type: 'file', content } });
    const url = `${emulator.url}/open-apis/im/v1/messages/${messageId}/resources/${key}?type=file`;
    const answer = await fetch(url, { headers: { authorization: `Bearer ${app.token}` } });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('要点.txt'));
  });

  it('is given for the right message, key, type and chat only', async () => {
    const one = emulator.as(FAGUI).sendFile('一.txt', bytes);
    const key = keyOf(FAGUI);
    const other = emulator.as(JIAOYU).sendFile('二.txt', bytes);
    expect((await download(other.messageId, key)).body.code).toBe(234003);
    expect((await download(one.messageId, 'file_unknown')).body.code).toBe(234003);
    expect((await download(one.messageId, key, 'image')).body.code).toBe(234003);
    expect((await download(one.messageId, key, 'video')).body.code).toBe(234001);
    expect((await download('om_unknown', key)).body.code).toBe(99992354);
    const outside = emulator.as(FAGUI).sendFile('三.txt', bytes, 'oc_outside');
    expect((await download(outside.messageId, keyOf(FAGUI, 'oc_outside'))).body.code).toBe(234004);
    expect((await download(emulator.as(FAGUI).sendOther('sticker').messageId, keyOf(FAGUI))).body.code).toBe(234043);
    app.token = 't-expired';
    expect((await download(one.messageId, key)).body.code).toBe(99991663);
    expect(emulator.unknownPaths).toEqual([]);
  });

  it.each(['audio', 'media', 'sticker', 'folder'] as const)(
    'may be %s, of which a group’s bot hears nothing',
    async (kind) => {
      const bot = await PlainBot.connect(emulator);
      emulator.as(FAGUI).sendOther(kind, GROUP);
      emulator.as(FAGUI).sendOther(kind);
      await emulator.until(() => bot.received[0]);
      await emulator.settled();
      expect(bot.received.map(({ event }) => event.event)).toMatchObject([{ message: { message_type: kind } }]);
      expect(bot.received).toHaveLength(1);
    },
  );
});

describe('the page’s own calls', () => {
  const post = async (query: string, body: Uint8Array<ArrayBuffer>) => {
    const response = await fetch(`${emulator.url}/emulator/file?as=${FAGUI}&${query}`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as object };
  };

  it('send a file or a picture and give it back', async () => {
    const name = '关于“要点”的"通知".docx';
    expect(await post(`name=${encodeURIComponent(name)}`, bytes)).toMatchObject({ status: 200 });
    await post('name=photo.png&kind=image', bytes);
    expect(emulator.as(FAGUI).messages()).toMatchObject([
      { msgType: 'file', content: { file_name: name, file_size: bytes.length } },
      { msgType: 'image' },
    ]);
    const saved = await fetch(`${emulator.url}/emulator/files/${keyOf(FAGUI)}`);
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(bytes);
    expect(emulator.as(FAGUI).saveFile(emulator.as(FAGUI).messages()[0]?.messageId ?? '').name).toBe(name);
  });

  it('say in Chinese what cannot be sent', async () => {
    expect(await post('name=', bytes)).toEqual({ status: 400, body: { error: '文件没有名称' } });
    expect(await post('name=x&chatId=oc_unknown', bytes)).toMatchObject({ status: 404 });
    const tooMuch = await post('name=x', new Uint8Array(64 * 1024 * 1024 + 1));
    expect(tooMuch).toMatchObject({ status: 413, body: { error: '模拟平台一次最多收 64 MB' } });
  });
});
