import { createHash, randomBytes } from 'node:crypto';

/** Random, because a bot's database may outlive this process and must not meet the same message id twice. */
export function newId(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}

/** The same in every run, for what a person would find again after a restart, such as the chat with a bot. */
export function stableId(prefix: string, ...parts: readonly string[]): string {
  return prefix + createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}
