import { z } from 'zod';
import { ActError } from '../acts/act-error.ts';
import { Person } from '../acts/person.ts';
import { faultsSchema } from '../faults.ts';
import { type Incoming, jsonBody, jsonReply, type Reply } from '../http-exchange.ts';
import type { PageClick, PageState } from '../page-api.ts';
import type { Platform } from '../platform.ts';

const textSchema = z.object({ as: z.string(), chatId: z.string().optional(), text: z.string() });
const chatActSchema = z.object({ as: z.string(), chatId: z.string().optional() });
const menuSchema = chatActSchema.extend({ eventKey: z.string().min(1).max(30) });
const clockSchema = z.object({ to: z.union([z.literal('next-morning'), z.iso.datetime({ offset: true })]) });
const clickSchema = z.object({
  as: z.string(),
  messageId: z.string(),
  tag: z.string(),
  name: z.string().exactOptional(),
  value: z.unknown().optional(),
  formValue: z.record(z.string(), z.unknown()).exactOptional(),
  option: z.string().exactOptional(),
  options: z.array(z.string()).exactOptional(),
  inputValue: z.string().exactOptional(),
  checked: z.boolean().exactOptional(),
}) satisfies z.ZodType<PageClick>;

type Handle = (platform: Platform, incoming: Incoming, id: string) => object | Promise<object>;

/** `page-api.ts` in working order; a trailing `*` stands for one id. */
const HANDLERS: ReadonlyMap<string, Handle> = new Map<string, Handle>([
  ['GET /emulator/state', (platform, { url }) => pageState(platform, url.searchParams.get('as') ?? '')],
  [
    'GET /emulator/chats/*/messages',
    (platform, { url }, chatId) => ({ messages: personOf(platform, url.searchParams.get('as')).messages(chatId) }),
  ],
  [
    'POST /emulator/click',
    (platform, incoming) => {
      const { as, ...click } = parse(clickSchema, jsonBody(incoming));
      return personOf(platform, as).click(click);
    },
  ],
  [
    'POST /emulator/text',
    (platform, incoming) => {
      const { as, text, chatId } = parse(textSchema, jsonBody(incoming));
      return personOf(platform, as).sendText(text, chatId);
    },
  ],
  [
    'POST /emulator/file',
    (platform, { url: { searchParams: query }, body }) => {
      const person = personOf(platform, query.get('as'));
      const file = [query.get('name') ?? '', new Uint8Array(body), query.get('chatId') ?? undefined] as const;
      return query.get('kind') === 'image' ? person.sendPicture(...file) : person.sendFile(...file);
    },
  ],
  [
    'POST /emulator/enter',
    (platform, incoming) => {
      const { as, chatId } = parse(chatActSchema, jsonBody(incoming));
      personOf(platform, as).enterChat(chatId);
      return {};
    },
  ],
  [
    'POST /emulator/menu',
    (platform, incoming) => {
      const { as, chatId, eventKey } = parse(menuSchema, jsonBody(incoming));
      personOf(platform, as).pressMenu(eventKey, chatId);
      return {};
    },
  ],
  ['POST /emulator/clock', (platform, incoming) => moveClock(platform, parse(clockSchema, jsonBody(incoming)).to)],
  ['GET /emulator/faults', (platform) => platform.faults.current],
  [
    'POST /emulator/faults',
    (platform, incoming) => {
      platform.faults.change(parse(faultsSchema, jsonBody(incoming)));
      return platform.faults.current;
    },
  ],
]);

/** Answers one call of the page or of a script, or undefined when there is no such call. */
export async function pageReply(platform: Platform, incoming: Incoming): Promise<Reply | undefined> {
  const { method, url } = incoming;
  const id = /^\/emulator\/(?:chats|files)\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
  if (method === 'GET' && url.pathname === `/emulator/files/${id}`) return fileReply(platform, id);
  const handle = HANDLERS.get(`${method} ${id ? url.pathname.replace(id, '*') : url.pathname}`);
  if (!handle) return undefined;
  try {
    return jsonReply(200, await handle(platform, incoming, decodeURIComponent(id)));
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return jsonReply(error.status, { error: error.message });
  }
}

function pageState(platform: Platform, as: string): PageState {
  const { directory, clock, carrier } = platform;
  const [app] = directory.apps;
  return {
    now: clock.now(),
    clockMoves: clock.moveTo !== undefined,
    tenantName: directory.tenantName,
    botName: app?.botName ?? '',
    users: directory.users.map(({ openId, name, title }) => ({ openId, name, title })),
    chats: directory.user(as) ? new Person(platform, as).chats() : [],
    botConnected: directory.apps.some(({ appId }) => carrier.reaches(appId)),
  };
}

async function moveClock({ clock, nextMorning, events, changes }: Platform, to: string): Promise<{ now: number }> {
  if (!clock.moveTo) throw new ActError('这个环境的时钟不能拨动', 409);
  const target = to === 'next-morning' ? nextMorning(clock.now()) : Date.parse(to);
  if (target < clock.now()) throw new ActError('时钟只能往后拨', 409);
  await clock.moveTo(target);
  events.tick();
  changes.announce();
  return { now: clock.now() };
}

function fileReply({ files }: Platform, key: string): Reply {
  const file = files.find(key);
  if (!file) return jsonReply(404, { error: '没有这个文件' });
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  const headers = { 'content-type': 'application/octet-stream', 'content-disposition': disposition };
  return { status: 200, headers, body: file.bytes };
}

function personOf(platform: Platform, openId: string | null): Person {
  return new Person(platform, openId ?? '');
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ActError(`请求格式不对：${parsed.error.issues[0]?.path.join('.') ?? ''}`);
}
