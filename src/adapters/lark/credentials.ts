import { ChatError } from './errors.ts';

/** What the SDK's long connection accepts; for anything else it only writes a log line and stays idle. */
const APP_ID = /^cli_[0-9a-fA-F]{16}$/;

/** @throws ChatError `bad-credentials`, before anything is asked of the platform */
export function requireAppId(appId: string, appSecret: string): void {
  if (!APP_ID.test(appId)) throw new ChatError('bad-credentials', 'the app id is not cli_ and 16 hexadecimal digits');
  if (appSecret === '') throw new ChatError('bad-credentials', 'the app secret is empty');
}

/** The SDK joins domain and path with a slash of its own. */
export function trimDomain(domain: string): string {
  return domain.replace(/\/+$/, '');
}
