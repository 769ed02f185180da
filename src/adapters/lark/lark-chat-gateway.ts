import { Client, DefaultCache, LoggerLevel, withTenantToken } from '@larksuiteoapi/node-sdk';
import type { CardJson, ChatAddress, ChatGateway } from '../../ports/chat-gateway.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { requireAppId, trimDomain } from './credentials.ts';
import { ChatError, chatErrorFrom, chatErrorOf } from './errors.ts';
import { type Foreign, fieldsOf, listIn, textIn } from './foreign.ts';
import { createHttp, type LarkHttp } from './http.ts';
import { sdkLogger } from './sdk-log.ts';
import { TenantToken } from './tenant-token.ts';
import { uploadForm } from './upload-form.ts';

/** FS contact-v3/user/batch_get_id: at most 50 mobiles and 50 addresses a call. */
const IDS_PER_CALL = 50;
const GROUPS_PER_PAGE = 100;
const URGED_PER_CALL = 200;
/** FS im-v1/file/create. */
const UPLOAD_BYTES = 30 * 1024 * 1024;
/** The platform hands out 100 MB; our readers refuse more than 30 MB, so one more tells them. */
const DOWNLOAD_BYTES = 31 * 1024 * 1024;
/** Uploads whose message is still to come: more than wait at any time. */
const UPLOADS_KEPT = 50;

const SENDING = { interactive: 'sendCard', text: 'sendText', file: 'sendFile' } as const;

type Auth = ReturnType<typeof withTenantToken>;

export interface LarkChatGatewayOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** `https://open.feishu.cn`, `https://open.larksuite.com` or an emulator's address. */
  readonly domain: string;
  readonly clock: Clock;
  readonly log: Log;
  /** For one request; 12 seconds. */
  readonly timeoutMs?: number;
  /** For a whole file up or down; 2 minutes. */
  readonly fileTimeoutMs?: number;
}

/** Feishu or Lark through the SDK's client. A dead token is renewed and the call repeated once, with the same uuid. */
export class LarkChatGateway implements ChatGateway {
  readonly #http: LarkHttp;
  readonly #client: Client;
  readonly #token: TenantToken;
  readonly #log: Log;
  readonly #domain: string;
  /** uuid → file_key: a send that is tried again does not upload again. */
  readonly #uploads = new Map<string, string>();

  /** @throws ChatError `bad-credentials` where the app id or secret cannot be one */
  constructor(options: LarkChatGatewayOptions) {
    const { appId, appSecret, clock, log, timeoutMs, fileTimeoutMs } = options;
    requireAppId(appId, appSecret);
    const domain = trimDomain(options.domain);
    this.#domain = domain;
    this.#log = log;
    this.#http = createHttp({
      log,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(fileTimeoutMs === undefined ? {} : { fileTimeoutMs }),
    });
    this.#token = new TenantToken({ http: this.#http, domain, appId, appSecret, clock });
    this.#client = new Client({
      appId,
      appSecret,
      domain,
      httpInstance: this.#http.instance,
      logger: sdkLogger(log, [appSecret]),
      loggerLevel: LoggerLevel.error,
      disableTokenCache: true,
      cache: new DefaultCache(),
    });
  }

  sendCard(message: {
    readonly to: ChatAddress;
    readonly card: CardJson;
    readonly uuid: string;
  }): Promise<{ readonly messageId: string }> {
    return this.#send('interactive', message.to, message.card, message.uuid);
  }

  sendText(message: {
    readonly to: ChatAddress;
    readonly text: string;
    readonly uuid: string;
  }): Promise<{ readonly messageId: string }> {
    return this.#send('text', message.to, { text: message.text }, message.uuid);
  }

  async sendFile(message: {
    readonly to: ChatAddress;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly uuid: string;
  }): Promise<{ readonly messageId: string }> {
    const { to, name, bytes, uuid } = message;
    const fileKey = this.#uploads.get(uuid) ?? (await this.#upload(name, bytes));
    this.#remember(uuid, fileKey);
    const sent = await this.#send('file', to, { file_key: fileKey }, uuid);
    this.#uploads.delete(uuid);
    return sent;
  }

  downloadFile(file: { readonly messageId: string; readonly fileKey: string }): Promise<Uint8Array> {
    const [message, key] = [encodeURIComponent(file.messageId), encodeURIComponent(file.fileKey)];
    const url = `${this.#domain}/open-apis/im/v1/messages/${message}/resources/${key}?type=file`;
    return this.#reported('downloadFile', (token) => this.#http.download({ url, token, maxBytes: DOWNLOAD_BYTES }));
  }

  /** FS im-v1/message/urgent_app: at most 200 people a call. */
  async urge(message: { readonly messageId: string; readonly openIds: readonly string[] }): Promise<void> {
    const path = { message_id: encodeURIComponent(message.messageId) };
    for (let from = 0; from < message.openIds.length; from += URGED_PER_CALL) {
      const data = { user_id_list: message.openIds.slice(from, from + URGED_PER_CALL) };
      const params = { user_id_type: 'open_id' as const };
      await this.#call('urge', (auth) => this.#client.im.v1.message.urgentApp({ path, params, data }, auth));
    }
  }

  async patchCard(message: { readonly messageId: string; readonly card: CardJson }): Promise<void> {
    const path = { message_id: encodeURIComponent(message.messageId) };
    const data = { content: JSON.stringify(message.card) };
    await this.#call('patchCard', (auth) => this.#client.im.v1.message.patch({ path, data }, auth));
  }

  async findOpenIds(query: {
    readonly mobiles: readonly string[];
    readonly emails: readonly string[];
  }): Promise<readonly { readonly mobile: string | null; readonly email: string | null; readonly openId: string }[]> {
    const found: { mobile: string | null; email: string | null; openId: string }[] = [];
    const calls = Math.ceil(Math.max(query.mobiles.length, query.emails.length) / IDS_PER_CALL);
    for (let call = 0; call < calls; call += 1) {
      const data = { mobiles: batch(query.mobiles, call), emails: batch(query.emails, call) };
      const body = await this.#call('findOpenIds', (auth) =>
        this.#client.contact.v3.user.batchGetId({ params: { user_id_type: 'open_id' }, data }, auth),
      );
      for (const person of listIn(fieldsOf(body.data).user_list)) {
        const { user_id, mobile, email } = fieldsOf(person);
        const openId = textIn(user_id);
        if (openId) found.push({ mobile: textIn(mobile) ?? null, email: textIn(email) ?? null, openId });
      }
    }
    return found;
  }

  async botInfo(): Promise<{ readonly name: string; readonly openId: string }> {
    const body = await this.#call('botInfo', (auth) =>
      this.#client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }, auth),
    );
    const { app_name, open_id } = fieldsOf(body.bot);
    const openId = textIn(open_id);
    if (!openId) throw garbled('botInfo');
    return { name: textIn(app_name) ?? '', openId };
  }

  // Paged by hand: the SDK's iterators swallow errors and end early.
  async listGroups(): Promise<readonly { readonly chatId: string; readonly name: string }[]> {
    const groups: { chatId: string; name: string }[] = [];
    const seen = new Set<string>();
    for (let pageToken: string | undefined; ; ) {
      const params = { page_size: GROUPS_PER_PAGE, ...(pageToken ? { page_token: pageToken } : {}) };
      const body = await this.#call('listGroups', (auth) => this.#client.im.v1.chat.list({ params }, auth));
      const page = fieldsOf(body.data);
      for (const item of listIn(page.items)) {
        const { chat_id, name } = fieldsOf(item);
        const chatId = textIn(chat_id);
        if (chatId) groups.push({ chatId, name: textIn(name) ?? '' });
      }
      pageToken = textIn(page.page_token);
      if (page.has_more !== true || !pageToken) return groups;
      if (seen.has(pageToken)) throw garbled('listGroups');
      seen.add(pageToken);
    }
  }

  async #upload(name: string, bytes: Uint8Array): Promise<string> {
    if (bytes.byteLength === 0) throw new ChatError('refused', 'an empty file cannot be sent');
    if (bytes.byteLength > UPLOAD_BYTES) throw new ChatError('too-large', 'a file over 30 MB cannot be sent');
    const url = `${this.#domain}/open-apis/im/v1/files`;
    const body = await this.#reported('uploadFile', async (token) =>
      this.#read(await this.#http.upload({ url, token, form: uploadForm(name, bytes) })),
    );
    const fileKey = textIn(fieldsOf(body.data).file_key);
    if (!fileKey) throw garbled('uploadFile');
    return fileKey;
  }

  #remember(uuid: string, fileKey: string): void {
    this.#uploads.set(uuid, fileKey);
    const [oldest] = this.#uploads.keys();
    if (this.#uploads.size > UPLOADS_KEPT && oldest !== undefined) this.#uploads.delete(oldest);
  }

  async #send(
    msgType: keyof typeof SENDING,
    to: ChatAddress,
    content: object,
    uuid: string,
  ): Promise<{ readonly messageId: string }> {
    const params = { receive_id_type: to.type === 'person' ? ('open_id' as const) : ('chat_id' as const) };
    const receiveId = to.type === 'person' ? to.openId : to.chatId;
    const data = { receive_id: receiveId, msg_type: msgType, content: JSON.stringify(content), uuid };
    const operation = SENDING[msgType];
    const body = await this.#call(operation, (auth) => this.#client.im.v1.message.create({ params, data }, auth));
    const messageId = textIn(fieldsOf(body.data).message_id);
    if (!messageId) throw garbled(operation);
    return { messageId };
  }

  /** A call of the SDK, which throws on HTTP errors and returns `code ≠ 0` that came with 200. */
  #call(operation: string, ask: (auth: Auth) => Promise<unknown>): Promise<Foreign> {
    return this.#reported(operation, async (token) => this.#read(await ask(withTenantToken(token))));
  }

  async #reported<T>(operation: string, ask: (token: string) => Promise<T>): Promise<T> {
    try {
      return await this.#withToken(ask);
    } catch (thrown) {
      const error = chatErrorFrom(thrown);
      const { code, platformCode, logId, detail, waitMs } = error;
      this.#log.warn({ operation, code, platformCode, logId, detail, waitMs }, 'chat call failed');
      throw error;
    }
  }

  async #withToken<T>(ask: (token: string) => Promise<T>): Promise<T> {
    const token = await this.#token.get();
    try {
      return await ask(token);
    } catch (thrown) {
      if (chatErrorFrom(thrown).code !== 'token-dead') throw thrown;
      this.#token.forget(token);
      return ask(await this.#token.get());
    }
  }

  #read(body: unknown): Foreign {
    const answer = this.#http.answerWith(body);
    if (answer.code !== 0) throw chatErrorOf(answer);
    return fieldsOf(body);
  }
}

function batch(all: readonly string[], index: number): string[] {
  return all.slice(index * IDS_PER_CALL, (index + 1) * IDS_PER_CALL);
}

/** The call may have worked, so it is worth repeating with the same uuid. */
function garbled(operation: string): ChatError {
  return new ChatError('server-error', `the chat platform's answer to ${operation} is incomplete`);
}
