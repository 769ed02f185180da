import type { CivilDate, Instant } from '../../domain/calendar/civil-date.ts';

// What the columns hold and what the domain holds. Instants are BIGINT milliseconds (Prisma's Int has 32 bits), civil dates
// are TEXT, which sorts as dates do, and everything that is read whole is JSON text.

export function toBigInt(at: Instant): bigint {
  return BigInt(at);
}

export function toBigIntOrNull(at: Instant | null): bigint | null {
  return at === null ? null : BigInt(at);
}

export function toInstant(column: bigint | number): Instant {
  return Number(column) as Instant;
}

export function toInstantOrNull(column: bigint | number | null): Instant | null {
  return column === null ? null : toInstant(column);
}

export function toCivilDate(column: string): CivilDate {
  return column as CivilDate;
}

export function toCivilDateOrNull(column: string | null): CivilDate | null {
  return column as CivilDate | null;
}

export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Trusts the column: only `toJson` of the same type writes it. */
export function fromJson<T>(column: string): T {
  return JSON.parse(column) as T;
}
