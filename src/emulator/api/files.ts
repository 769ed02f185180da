import { ApiError } from '../api-error.ts';
import { isObject } from '../card-json/card-tree.ts';
import { parseContent } from '../content-rules.ts';
import type { StoredFile } from '../store/file-shelf.ts';
import { ownedMessage } from './own-message.ts';
import type { Answer, Call, Route } from './route.ts';

const MAX_BYTES = { file: 30 * 1024 * 1024, image: 10 * 1024 * 1024 } as const;
const IMAGE_TYPES = ['message', 'avatar'];
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

const MAX_DOWNLOAD_BYTES = 100 * 1024 * 1024;

/** FS im-v1/file and image; message-resource/get. */
export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/open-apis/im/v1/files',
    handle: (call) => {
      const form = call.form();
      const name = form.get('file_name')?.toString();
      if (!name || !FILE_TYPES.includes(form.get('file_type')?.toString() ?? '')) throw badUpload();
      return { data: { file_key: store(call, form.get('file'), 'file', name) } };
    },
  },
  {
    method: 'POST',
    path: '/open-apis/im/v1/images',
    handle: (call) => {
      const form = call.form();
      if (!IMAGE_TYPES.includes(form.get('image_type')?.toString() ?? '')) throw badUpload();
      return { data: { image_key: store(call, form.get('image'), 'image', 'image') } };
    },
  },
  { method: 'GET', path: '/open-apis/im/v1/files/:key', handle: (call) => ownUpload(call, 'file') },
  { method: 'GET', path: '/open-apis/im/v1/images/:key', handle: (call) => ownUpload(call, 'image') },
  { method: 'GET', path: '/open-apis/im/v1/messages/:id/resources/:key', handle: attachment },
];

/** A part without a filename is taken; whether the real platform does is unconfirmed. */
function store(
  { platform, app }: Call,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  kind: StoredFile['kind'],
  name: string,
): string {
  if (!bytes) throw badUpload();
  if (bytes.byteLength === 0) throw new ApiError(234010, 'File size must not be 0.');
  if (bytes.byteLength > MAX_BYTES[kind]) throw new ApiError(234006, 'The file size exceeds the limit.');
  return platform.files.add({ kind, name, bytes, appId: app.appId }).key;
}

function badUpload(): ApiError {
  return new ApiError(234001, 'Invalid request param.');
}

function ownUpload({ platform, app, params }: Call, kind: StoredFile['kind']): Answer {
  const file = platform.files.find(params.key ?? '');
  if (file?.kind !== kind) throw badUpload();
  if (file.appId !== app.appId) throw new ApiError(234008, 'The app is not the resource sender.');
  return { bytes: file.bytes, name: file.name };
}

/** What came with a message of anybody in a chat of the bot: `type=image` for pictures, `file` for the rest. */
function attachment(call: Call): Answer {
  const { platform, app, params, query } = call;
  const type = query.get('type');
  if (type !== 'image' && type !== 'file') throw badUpload();
  const chatId = platform.messages.find(params.id ?? '')?.chatId;
  if (chatId !== undefined && !platform.chats.find(chatId)?.apps.has(app.appId)) {
    throw new ApiError(234004, 'The app is not in the chat.');
  }
  const message = ownedMessage(call, 'anybody');
  if (['interactive', 'sticker', 'folder'].includes(message.msgType)) {
    throw new ApiError(234043, 'Unsupported message type.');
  }
  const file = keyIn(message.content, type) === params.key ? platform.files.find(params.key ?? '') : undefined;
  if (!file) throw new ApiError(234003, 'File not in message.');
  if (file.bytes.byteLength > MAX_DOWNLOAD_BYTES) throw new ApiError(234037, 'The file size exceeds the limit.');
  return { bytes: file.bytes, name: file.name };
}

function keyIn(content: string, type: 'image' | 'file'): unknown {
  const parsed = parseContent(content);
  return isObject(parsed) ? parsed[`${type}_key`] : undefined;
}
