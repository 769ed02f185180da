import { createHash } from 'node:crypto';
import type { NewMessage, OutboxMessage } from '../../domain/delivery/message.ts';
import type * as Row from '../../generated/prisma/client.ts';
import { fromJson, toBigInt, toInstant, toInstantOrNull, toJson } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf, insertRows } from './insert-rows.ts';

/** Queues the messages whose key is new, and answers with those. */
export async function insertMessages(
  queries: Queries,
  messages: readonly NewMessage[],
): Promise<readonly NewMessage[]> {
  const byKey = new Map<string, NewMessage>();
  for (const message of messages) if (!byKey.has(message.key)) byKey.set(message.key, message);
  for (const chunk of chunksOf([...byKey.keys()])) {
    const old = await queries.outboxMessage.findMany({ where: { key: { in: [...chunk] } }, select: { key: true } });
    for (const { key } of old) byKey.delete(key);
  }
  const fresh = [...byKey.values()];
  await insertRows(queries, 'OutboxMessage', fresh.map(messageRow));
  return fresh;
}

function messageRow(message: NewMessage): Omit<Row.OutboxMessage, 'seq'> {
  const { id, key, purpose } = message;
  return {
    id,
    key,
    uuid: uuidOf(key),
    recipient: toJson(message.to),
    purpose,
    body: toJson(message.body),
    dueAt: toBigInt(message.dueAt),
    state: 'queued',
    attempts: 0,
    claimedAt: null,
    firstTriedAt: null,
    sentAt: null,
    messageId: null,
    reason: null,
  };
}

/** 32 characters that depend on the key alone; the platform takes up to 50. */
export function uuidOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

export function toMessage(row: Row.OutboxMessage): OutboxMessage {
  return {
    id: row.id,
    key: row.key,
    uuid: row.uuid,
    to: fromJson(row.recipient),
    purpose: row.purpose as OutboxMessage['purpose'],
    body: fromJson(row.body),
    dueAt: toInstant(row.dueAt),
    state: row.state as OutboxMessage['state'],
    attempts: row.attempts,
    firstTriedAt: toInstantOrNull(row.firstTriedAt),
    sentAt: toInstantOrNull(row.sentAt),
    messageId: row.messageId,
    reason: row.reason,
  };
}
