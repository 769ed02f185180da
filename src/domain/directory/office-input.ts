import type { PostRole } from './directory.ts';

/** An office as the offices file states it, before anything is stored. */
export interface OfficeInput {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names of the rosters (名册) it belongs to. */
  readonly rosters: readonly string[];
  /** One entry a post: a person with two roles stands twice. */
  readonly people: readonly PersonInput[];
}

export interface PersonInput {
  readonly role: PostRole;
  readonly name: string;
  /** Eleven digits, or the text as written where it is no mobile number. */
  readonly mobile: string | null;
  readonly email: string | null;
  readonly openId: string | null;
}
