import type { ChatGateway } from '../../ports/chat-gateway.ts';
import { ChatError } from './errors.ts';

/** Stands in while no app id and secret are configured: commands that need no platform work, anything else is refused. */
export function unconfiguredChat(): ChatGateway {
  const refuse = () => Promise.reject(new ChatError('bad-credentials', 'no app id and secret are configured'));
  return {
    sendCard: refuse,
    sendText: refuse,
    sendFile: refuse,
    downloadFile: refuse,
    urge: refuse,
    patchCard: refuse,
    findOpenIds: refuse,
    botInfo: refuse,
    listGroups: refuse,
  };
}
