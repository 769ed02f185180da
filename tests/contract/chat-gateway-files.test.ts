import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type FakeAnswer, TOKEN_PATH } from '../support/fake-platform.ts';
import { gatewayTo, open, SECRET, withEmulator, withFake } from '../support/gateway-world.ts';
import { FAGUI, GROUP, JIAOYU } from '../support/test-emulator.ts';

const NAME = '关于“政务公开”的"工作要点"（2026年）.docx';
const BYTES = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x0d, 0x0a, 0x2d, 0x2d, 0x00, 0xff, 0xfe]);
const MB = 1024 * 1024;
const toFagui = { to: { type: 'person', openId: FAGUI } as const };

async function withSentFile(bytes: Uint8Array<ArrayBuffer> = BYTES) {
  const world = await withEmulator();
  const { messageId } = world.emulator.as(FAGUI).sendFile(NAME, bytes);
  const content = world.emulator.as(FAGUI).messages()[0]?.content as { file_key: string };
  return { ...world, file: { messageId, fileKey: content.file_key } };
}

function paths(emulator: Awaited<ReturnType<typeof withEmulator>>['emulator']) {
  return emulator.requests.map(({ method, path, status }) => `${method} ${path.split('/').at(-1)} ${status}`);
}

describe('a file that a person sent', () => {
  it('comes byte for byte', async () => {
    const { gateway, file, emulator } = await withSentFile();
    const bytes = await gateway.downloadFile(file);
    expect(new Uint8Array(bytes)).toEqual(BYTES);
    expect(emulator.unknownPaths).toEqual([]);
  });

  it('may be JSON itself, and may be empty', async () => {
    const refusal = new TextEncoder().encode('{"code":234003,"msg":"words of a person"}');
    const json = await withSentFile(refusal);
    expect(new Uint8Array(await json.gateway.downloadFile(json.file))).toEqual(refusal);
    const empty = await withSentFile(new Uint8Array());
    expect(await empty.gateway.downloadFile(empty.file)).toHaveLength(0);
  });

  it.each([200, 400] as const)('comes though the token died (HTTP %i)', async (httpStatus) => {
    const { gateway, file, emulator } = await withSentFile();
    await gateway.botInfo();
    emulator.setFaults({ tokenDead: { httpStatus } });
    expect(await gateway.downloadFile(file)).toHaveLength(BYTES.length);
  });

  it('of 30 MB comes whole; over 31 MB it is given up as too large', async () => {
    const most = await withSentFile(new Uint8Array(30 * MB).fill(7));
    expect(await most.gateway.downloadFile(most.file)).toHaveLength(30 * MB);
    const more = await withSentFile(new Uint8Array(31 * MB + 1));
    await expect(more.gateway.downloadFile(more.file)).rejects.toMatchObject({ code: 'too-large', retryable: false });
  });

  it('over 100 MB is refused by the platform as too large', async () => {
    const { gateway, file } = await withSentFile(new Uint8Array(100 * MB + 1));
    await expect(gateway.downloadFile(file)).rejects.toMatchObject({ code: 'too-large', platformCode: 234037 });
  });

  it('is not given for a key of another message, an unknown key or an unknown message', async () => {
    const { gateway, file, emulator } = await withSentFile();
    const other = emulator.as(JIAOYU).sendFile('别的.txt', BYTES);
    for (const wrong of [
      { ...file, messageId: other.messageId },
      { ...file, fileKey: 'file_v3_unknown/../x' },
      { ...file, messageId: 'om_unknown' },
    ]) {
      await expect(gateway.downloadFile(wrong)).rejects.toMatchObject({ name: 'ChatError', code: 'refused' });
    }
    expect(emulator.unknownPaths).toEqual([]);
  });

  it('is not given once the message is recalled, nor after the bot has left the group', async () => {
    const { gateway, file, emulator } = await withSentFile();
    emulator.as(FAGUI).recall(file.messageId);
    await expect(gateway.downloadFile(file)).rejects.toMatchObject({ code: 'recalled' });
    const inGroup = emulator.as(FAGUI).sendFile(NAME, BYTES, GROUP);
    const content = emulator.groupMessages(GROUP)[0]?.content as { file_key: string };
    emulator.as(FAGUI).removeBot(GROUP);
    await expect(
      gateway.downloadFile({ messageId: inGroup.messageId, fileKey: content.file_key }),
    ).rejects.toMatchObject({ code: 'not-in-chat', platformCode: 234004 });
  });

  it.each<[string, FakeAnswer, string, boolean]>([
    ['a missing scope', { status: 400, body: { code: 234009, msg: 'x' } }, 'no-permission', false],
    ['a restricted group', { status: 400, body: { code: 234038, msg: 'x' } }, 'no-permission', false],
    ['a refusal with HTTP 200', { body: { code: 234003, msg: 'x' } }, 'refused', false],
    ['too many calls', { status: 429, body: { code: 99991400, msg: 'x' } }, 'rate-limited', true],
    ['a cut connection', 'cut', 'connection-cut', true],
    ['silence', 'hang', 'timeout', true],
    ["a proxy's page", { status: 502, body: '<html>' }, 'unreachable', true],
  ])('%s is told apart', async (_, answer, code, retryable) => {
    const { gateway } = await withFake(() => answer, { timeoutMs: 200 });
    await expect(gateway.downloadFile({ messageId: 'om_1', fileKey: 'file_1' })).rejects.toMatchObject({
      name: 'ChatError',
      code,
      retryable,
    });
  });
});

describe('a file that comes in drops', () => {
  it('is given up in the end, though something comes all the time', async () => {
    let drops: NodeJS.Timeout | undefined;
    const server = createServer((request, response) => {
      if (request.url === TOKEN_PATH) {
        response.end(JSON.stringify({ code: 0, tenant_access_token: 't-1', expire: 7200 }));
        return;
      }
      response.writeHead(200, { 'content-disposition': 'attachment' });
      drops = setInterval(() => response.write('x'), 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push({
      close: () => {
        clearInterval(drops);
        server.closeAllConnections();
        server.close();
      },
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { gateway } = gatewayTo(url, { timeoutMs: 2000, fileTimeoutMs: 150 });
    await expect(gateway.downloadFile({ messageId: 'om_1', fileKey: 'file_1' })).rejects.toMatchObject({
      code: 'timeout',
      retryable: true,
    });
  });
});

describe('a file that the bot sends', () => {
  it('arrives with its name and its bytes, whatever script and quotes the name has', async () => {
    const { gateway, emulator } = await withEmulator();
    const { messageId } = await gateway.sendFile({ ...toFagui, name: NAME, bytes: BYTES, uuid: 'u-1' });
    const person = emulator.as(FAGUI);
    expect(person.messages()).toMatchObject([{ messageId, msgType: 'file', content: { file_name: NAME } }]);
    const saved = person.saveFile(messageId);
    expect([saved.name, new Uint8Array(saved.bytes)]).toEqual([NAME, BYTES]);
    expect(emulator.unknownPaths).toEqual([]);
  });

  it('goes to a group too, and a folder in its name is none', async () => {
    const { gateway, emulator } = await withEmulator();
    await gateway.sendFile({ to: { type: 'group', chatId: GROUP }, name: 'a/b\n.xlsx', bytes: BYTES, uuid: 'u-1' });
    expect(emulator.groupMessages(GROUP)).toMatchObject([{ content: { file_name: 'a_b .xlsx' } }]);
  });

  it('is uploaded once when only its message has to be sent again', async () => {
    const { gateway, emulator } = await withEmulator();
    const file = { ...toFagui, name: NAME, bytes: BYTES, uuid: 'u-1' };
    emulator.setFaults({ answerLost: { times: 1 } });
    await expect(gateway.sendFile(file)).rejects.toMatchObject({ code: 'connection-cut', retryable: true });
    await gateway.sendFile(file);
    expect(emulator.as(FAGUI).messages()).toHaveLength(1);
    expect(paths(emulator).filter((call) => call.includes('files'))).toEqual(['POST files 200']);
  });

  it.each([200, 400] as const)('goes out once though the token died (HTTP %i)', async (httpStatus) => {
    const { gateway, emulator } = await withEmulator();
    await gateway.botInfo();
    emulator.setFaults({ tokenDead: { httpStatus } });
    await gateway.sendFile({ ...toFagui, name: NAME, bytes: BYTES, uuid: 'u-1' });
    expect(emulator.as(FAGUI).messages()).toHaveLength(1);
    expect(paths(emulator).filter((call) => call.includes('files'))).toEqual([
      `POST files ${httpStatus}`,
      'POST files 200',
    ]);
  });

  it('is refused before it is sent when it is empty or over 30 MB', async () => {
    const { gateway, emulator } = await withEmulator();
    const send = (bytes: Uint8Array) => gateway.sendFile({ ...toFagui, name: NAME, bytes, uuid: 'u-1' });
    await expect(send(new Uint8Array())).rejects.toMatchObject({ code: 'refused' });
    await expect(send(new Uint8Array(30 * MB + 1))).rejects.toMatchObject({ code: 'too-large' });
    expect(paths(emulator)).toEqual([]);
  });

  it('of exactly 30 MB is taken by the platform', async () => {
    const { gateway, emulator } = await withEmulator();
    await gateway.sendFile({ ...toFagui, name: 'big.bin', bytes: new Uint8Array(30 * MB), uuid: 'u-1' });
    expect(emulator.as(FAGUI).messages()).toMatchObject([{ content: { file_size: 30 * MB } }]);
  });

  it('to a person who left is refused as any message is', async () => {
    const { gateway, emulator } = await withEmulator();
    emulator.setFaults({ unreachable: { [FAGUI]: 230029 } });
    await expect(gateway.sendFile({ ...toFagui, name: NAME, bytes: BYTES, uuid: 'u-1' })).rejects.toMatchObject({
      code: 'recipient-left',
    });
  });
});

describe('the log', () => {
  it('has neither the name nor the content of a file, nor the token, whatever fails', async () => {
    const words = '文件里的话';
    const answers: FakeAnswer[] = [
      { status: 400, body: { code: 234001, msg: words } },
      { status: 500, body: words },
      'cut',
      { status: 400, body: { code: 234003, msg: words } },
      { body: words },
    ];
    const { gateway, log } = await withFake(() => answers.shift() ?? 'cut', { timeoutMs: 200 });
    const bytes = new TextEncoder().encode(words);
    const note = (error: unknown) => log.error({ err: error }, 'as the program would log it');
    for (let left = 3; left > 0; left -= 1)
      await gateway.sendFile({ ...toFagui, name: NAME, bytes, uuid: 'u' }).catch(note);
    for (let left = 2; left > 0; left -= 1) await gateway.downloadFile({ messageId: 'om', fileKey: 'f' }).catch(note);
    for (const never of ['政务公开', words, 't-0123456789abcdef', 'Bearer', SECRET]) {
      expect(log.text()).not.toContain(never);
    }
    expect(log.text()).toContain('uploadFile');
  });
});
