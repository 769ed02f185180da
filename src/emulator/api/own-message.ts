import { ApiError } from '../api-error.ts';
import type { Message } from '../store/message-book.ts';
import type { Call } from './route.ts';

/** The message of the path's `:id`: existing, in a chat of this app, not recalled, and sent by this app unless anybody's will do. */
export function ownedMessage({ platform, app, params }: Call, whose: 'own' | 'anybody' = 'own'): Message {
  const message = platform.messages.find(params.id ?? '');
  if (!message) throw new ApiError(99992354, 'The message id does not exist.');
  if (!platform.chats.find(message.chatId)?.apps.has(app.appId)) {
    throw new ApiError(230002, 'Bot/User can NOT be out of the chat.');
  }
  if (message.recalled) throw new ApiError(230011, 'The message was recalled.');
  if (whose === 'own' && !(message.sender.type === 'app' && message.sender.appId === app.appId)) {
    throw new ApiError(230027, 'Lack of necessary permissions: the message was sent by somebody else.');
  }
  return message;
}
