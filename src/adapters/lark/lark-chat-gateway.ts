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

/** FS contact-v3/user/batch_get_id: at most 50 mobiles and 50 addresses a call. */
const IDS_PER_CALL = 50;
const GROUPS_PER_PAGE = 100;

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
}

/** Feishu or Lark through the SDK's client. A dead token is renewed and the call repeated once, with the same uuid. */
export class LarkChatGateway implements ChatGateway {
  readonly #http: LarkHttp;
  readonly #client: Client;
  readonly #token: TenantToken;
  readonly #log: Log;

  /** @throws ChatError `bad-credentials` where the app id or secret cannot be one */
  constructor(options: LarkChatGatewayOptions) {
    const { appId, appSecret, clock, log, timeoutMs } = options;
    requireAppId(appId, appSecret);
    const domain = trimDomain(options.domain);
    this.#log = log;
    this.#http = createHttp({ log, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
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

  async #send(
    msgType: 'interactive' | 'text',
    to: ChatAddress,
    content: object,
    uuid: string,
  ): Promise<{ readonly messageId: string }> {
    const params = { receive_id_type: to.type === 'person' ? ('open_id' as const) : ('chat_id' as const) };
    const receiveId = to.type === 'person' ? to.openId : to.chatId;
    const data = { receive_id: receiveId, msg_type: msgType, content: JSON.stringify(content), uuid };
    const operation = msgType === 'text' ? 'sendText' : 'sendCard';
    const body = await this.#call(operation, (auth) => this.#client.im.v1.message.create({ params, data }, auth));
    const messageId = textIn(fieldsOf(body.data).message_id);
    if (!messageId) throw garbled(operation);
    return { messageId };
  }

  async #call(operation: string, ask: (auth: Auth) => Promise<unknown>): Promise<Foreign> {
    try {
      return await this.#withToken(ask);
    } catch (thrown) {
      const error = chatErrorFrom(thrown);
      const { code, platformCode, logId, detail, waitMs } = error;
      this.#log.warn({ operation, code, platformCode, logId, detail, waitMs }, 'chat call failed');
      throw error;
    }
  }

  async #withToken(ask: (auth: Auth) => Promise<unknown>): Promise<Foreign> {
    const token = await this.#token.get();
    try {
      return this.#read(await ask(withTenantToken(token)));
    } catch (thrown) {
      if (chatErrorFrom(thrown).code !== 'token-dead') throw thrown;
      this.#token.forget(token);
      return this.#read(await ask(withTenantToken(await this.#token.get())));
    }
  }

  /** The SDK throws on HTTP errors and returns `code ≠ 0` that came with 200. */
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
