import type { SentCard } from '../../domain/delivery/message.ts';
import { groupBy } from '../../domain/group-by.ts';
import type * as Row from '../../generated/prisma/client.ts';
import type { CardQuery } from '../../ports/ledger-store.ts';
import { fromJson, toBigIntOrNull, toCivilDate, toCivilDateOrNull, toInstantOrNull, toJson } from './columns.ts';
import type { Queries } from './database.ts';
import { chunksOf, insertRows } from './insert-rows.ts';

const WITH_PARTS = { parts: { select: { partId: true }, orderBy: { position: 'asc' } } } as const;

export async function findCard(
  queries: Queries,
  where: { id: string } | { messageId: string },
): Promise<SentCard | undefined> {
  const row = await queries.card.findFirst({ where, include: WITH_PARTS });
  return row ? toCard(row) : undefined;
}

/** Cards that no newer one has replaced, sent or not, in the order of their days. */
export async function findCurrentCards(
  queries: Queries,
  query: CardQuery,
  { sent }: { readonly sent: boolean },
): Promise<readonly SentCard[]> {
  const live = { messageId: sent ? { not: null } : null, supersededOn: null, on: { gte: query.since } };
  const ids = query.partIds && (await cardsShowing(queries, query.partIds, live));
  const found: SentCard[] = [];
  for (const byId of conditionsOn('id', ids)) {
    for (const byPerson of conditionsOn('personId', query.personIds)) {
      const rows = await queries.card.findMany({ where: { ...live, ...byId, ...byPerson } });
      found.push(...(await withParts(queries, rows)));
    }
  }
  return found.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
}

// In chunks: after an outage thousands of cards wait, more than one statement takes parameters.
async function withParts(queries: Queries, rows: readonly Row.Card[]): Promise<readonly SentCard[]> {
  const parts: Row.CardPart[] = [];
  for (const chunk of chunksOf(rows.map(({ id }) => id))) {
    const where = { cardId: { in: [...chunk] } };
    parts.push(...(await queries.cardPart.findMany({ where, orderBy: { position: 'asc' } })));
  }
  const byCard = groupBy(parts, ({ cardId }) => cardId);
  return rows.map((row) => toCard({ ...row, parts: byCard.get(row.id) ?? [] }));
}

async function cardsShowing(queries: Queries, partIds: readonly string[], card: Row.Prisma.CardWhereInput) {
  const ids = new Set<string>();
  for (const chunk of chunksOf([...new Set(partIds)])) {
    const rows = await queries.cardPart.findMany({
      where: { partId: { in: [...chunk] }, card },
      select: { cardId: true },
    });
    for (const { cardId } of rows) ids.add(cardId);
  }
  return [...ids];
}

function conditionsOn(
  column: 'id' | 'personId' | 'subject',
  values: readonly string[] | undefined,
): Row.Prisma.CardWhereInput[] {
  return values ? chunksOf([...new Set(values)]).map((chunk) => ({ [column]: { in: [...chunk] } })) : [{}];
}

export async function insertCards(queries: Queries, cards: readonly SentCard[]): Promise<void> {
  await insertRows(queries, 'Card', cards.map(cardRow));
  await insertRows(
    queries,
    'CardPart',
    cards.flatMap(({ id, partIds }) => cardPartRows(id, partIds)),
  );
}

export async function replaceCardParts(queries: Queries, cardId: string, partIds: readonly string[]): Promise<void> {
  await queries.cardPart.deleteMany({ where: { cardId } });
  await insertRows(queries, 'CardPart', cardPartRows(cardId, partIds));
}

function cardPartRows(cardId: string, partIds: readonly string[]): readonly Row.CardPart[] {
  return [...new Set(partIds)].map((partId, position) => ({ cardId, partId, position }));
}

function cardRow(card: SentCard): Row.Card {
  const { id, kind, personId, on, messageId, supersededOn } = card;
  return {
    id,
    kind,
    personId,
    on,
    ui: toJson(card.ui),
    messageId,
    sentAt: toBigIntOrNull(card.sentAt),
    supersededOn,
    subject: card.subject ?? null,
  };
}

/** @param subjects a few hundred at most */
export async function findCardsAbout(queries: Queries, subjects: readonly string[]): Promise<readonly SentCard[]> {
  const rows: Row.Card[] = [];
  for (const where of conditionsOn('subject', subjects)) {
    rows.push(...(await queries.card.findMany({ where, orderBy: { id: 'asc' } })));
  }
  return withParts(queries, rows);
}

/** Cards about an upload or a version that the platform has and may still change. */
export async function findReviewCards(
  queries: Queries,
  { subject, since }: { readonly subject: string; readonly since: string },
): Promise<readonly SentCard[]> {
  const where = {
    OR: [{ subject }, { subject: { startsWith: `${subject}/` } }],
    messageId: { not: null },
    supersededOn: null,
    on: { gte: since },
  };
  return (await queries.card.findMany({ where, include: WITH_PARTS, orderBy: { id: 'asc' } })).map(toCard);
}

function toCard({
  parts,
  subject,
  ...row
}: Row.Card & { readonly parts: readonly { readonly partId: string }[] }): SentCard {
  return {
    ...row,
    kind: row.kind as SentCard['kind'],
    on: toCivilDate(row.on),
    partIds: parts.map(({ partId }) => partId),
    ui: fromJson(row.ui),
    sentAt: toInstantOrNull(row.sentAt),
    supersededOn: toCivilDateOrNull(row.supersededOn),
    ...(subject !== null && { subject }),
  };
}
