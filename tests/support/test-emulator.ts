import { WebSocket } from 'ws';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { CONTROL, decodeFrame, encodeFrame, type Frame } from '../../src/emulator/events/frame.ts';
import type { EmulatorOptions } from '../../src/emulator/options.ts';
import { TestClock } from './test-clock.ts';

/** A small tenant for the emulator's own tests. */
export const FAGUI = 'ou_fagui';
export const JIAOYU = 'ou_jiaoyu';
export const GROUP = 'oc_leading_group';
/** Where the clock of {@link startTestEmulator} stands. */
export const START_MS: number = new TestClock().now();

export function appIdOf(serial: number): string {
  return `cli_${serial.toString(16).padStart(16, '0')}`;
}

export async function startTestEmulator(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  return startEmulator({
    tenant: {
      name: '某局',
      users: [
        { openId: FAGUI, name: '陈法', title: '法规处 联络人', mobile: '13800000001', email: 'chen@example.cn' },
        { openId: JIAOYU, name: '林教', title: '教育处 联络人' },
      ],
      groups: [
        { chatId: GROUP, name: '政务公开领导小组', memberOpenIds: [FAGUI, JIAOYU], botInside: true },
        { chatId: 'oc_outside', name: '别的群', memberOpenIds: [FAGUI], botInside: false },
      ],
    },
    apps: [{ appId: appIdOf(1), appSecret: 'secret', botName: '督办助手' }],
    clock: new TestClock(),
    ...options,
  });
}

/** The emulator with the clock that it goes by, and its app, which has not signed in yet. */
export async function startWithApp(options: Partial<EmulatorOptions> = {}) {
  const clock = new TestClock();
  const emulator = await startTestEmulator({ clock, ...options });
  return { clock, emulator, app: new PlainApp(emulator.url) };
}

/** A form card as a bot would send it. */
export function formCard(title = '反馈进展'): object {
  const text = (content: string) => ({ tag: 'plain_text', content });
  return {
    schema: '2.0',
    header: { title: text(title), template: 'blue' },
    body: {
      elements: [
        { tag: 'markdown', content: '请于**周五**前反馈' },
        {
          tag: 'form',
          name: 'report',
          elements: [
            {
              tag: 'select_static',
              name: 'status',
              required: true,
              placeholder: text('进展'),
              options: [
                { text: text('按期'), value: 'ok' },
                { text: text('受阻'), value: 'blocked' },
              ],
            },
            { tag: 'input', name: 'note', max_length: 20, placeholder: text('说明') },
            { tag: 'date_picker', name: 'due', placeholder: text('预计完成') },
            {
              tag: 'button',
              name: 'send',
              form_action_type: 'submit',
              text: text('提交'),
              behaviors: [{ type: 'callback', value: { a: 'report', id: 'T-1' } }],
            },
          ],
        },
        {
          tag: 'button',
          text: text('知道了'),
          behaviors: [{ type: 'callback', value: { a: 'seen', id: 'T-1' } }],
        },
      ],
    },
  };
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly code: number; readonly msg: string; readonly data?: Record<string, unknown> } & Record<
    string,
    unknown
  >;
}

/** An app that speaks plain HTTP, to see exactly what goes over the wire. */
export class PlainApp {
  readonly #url: string;
  readonly #appId: string;
  token = '';

  constructor(url: string, appId = appIdOf(1)) {
    this.#url = url;
    this.#appId = appId;
  }

  async call(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as ApiAnswer['body'] };
  }

  async signIn(appSecret = 'secret'): Promise<ApiAnswer> {
    const body = { app_id: this.#appId, app_secret: appSecret };
    const answer = await this.call('POST', '/open-apis/auth/v3/tenant_access_token/internal', body);
    if (answer.body.code === 0) this.token = String(answer.body.tenant_access_token);
    return answer;
  }

  send(to: string, content: object | string, more: { msg_type?: string; uuid?: string } = {}): Promise<ApiAnswer> {
    const idType = to.startsWith('oc_') ? 'chat_id' : 'open_id';
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const body = { receive_id: to, msg_type: 'interactive', content: text, ...more };
    return this.call('POST', `/open-apis/im/v1/messages?receive_id_type=${idType}`, body);
  }

  async sentId(to: string, content: object): Promise<string> {
    const { body } = await this.send(to, content);
    return String(body.data?.message_id);
  }

  patch(messageId: string, content: object): Promise<ApiAnswer> {
    return this.call('PATCH', `/open-apis/im/v1/messages/${messageId}`, { content: JSON.stringify(content) });
  }
}

/** A bot's end of the long connection without the SDK: it shows each event and answers only what it is told. */
export class PlainBot {
  readonly received: { readonly frame: Frame; readonly event: BotEvent }[] = [];
  readonly #socket: WebSocket;
  readonly #answer: (event: BotEvent) => BotReply | null;

  constructor(url: string, answer: (event: BotEvent) => BotReply | null) {
    this.#answer = answer;
    this.#socket = new WebSocket(url);
    this.#socket.on('open', () => this.#send({ method: CONTROL, headers: { type: 'ping' }, payload: '' }));
    this.#socket.on('message', (bytes: Buffer) => this.#hear(decodeFrame(bytes)));
    this.#socket.on('error', () => undefined);
  }

  pong: unknown = null;

  static async connect(emulator: Emulator, answer: (event: BotEvent) => BotReply | null = () => ({ code: 200 })) {
    const app = new PlainApp(emulator.url);
    const { body } = await app.call('POST', '/callback/ws/endpoint', { AppID: appIdOf(1), AppSecret: 'secret' });
    const bot = new PlainBot(String(body.data?.URL), answer);
    await emulator.until(() => emulator.botConnected || undefined);
    return bot;
  }

  #hear(frame: Frame): void {
    if (frame.method === CONTROL) {
      this.pong = JSON.parse(frame.payload);
      return;
    }
    const event = JSON.parse(frame.payload) as BotEvent;
    this.received.push({ frame, event });
    const reply = this.#answer(event);
    if (!reply) return;
    const data = reply.data === undefined ? {} : { data: Buffer.from(JSON.stringify(reply.data)).toString('base64') };
    this.#send({ ...frame, payload: JSON.stringify({ code: reply.code, ...data }) });
  }

  #send(frame: Frame): void {
    this.#socket.send(encodeFrame(frame, 1, 0));
  }
}

export interface BotEvent {
  readonly header: { readonly event_id: string; readonly event_type: string; readonly create_time: string };
  readonly event: Readonly<Record<string, unknown>>;
}

export interface BotReply {
  readonly code: number;
  readonly data?: unknown;
}
