import type { CivilDate } from '../calendar/civil-date.ts';

/** 联络人A/B, 负责人, 分管领导, 主要负责人, 主管机构, 监督. */
export type PostRole =
  | 'liaison-a'
  | 'liaison-b'
  | 'head'
  | 'leader-in-charge'
  | 'top-leader'
  | 'governing'
  | 'supervisor';

export interface Office {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names of the rosters (名册) it belongs to, such as `各处室`. */
  readonly rosters: readonly string[];
  /** Place in lists that leaders see: the order of the offices file. */
  readonly order: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly mobile: string | null;
  readonly email: string | null;
  /** Null until the platform has told it. */
  readonly openId: string | null;
  /** False once the person has left; history keeps the name. */
  readonly active: boolean;
  /** The day on which the platform said that no message reaches them (left, outside the app's range, bot stopped), or null. */
  readonly unreachableOn: CivilDate | null;
}

/** Somebody whom the platform knows. */
export type Reachable = Person & { readonly openId: string };

/** A person may hold several posts, in several offices. */
export interface Post {
  readonly officeId: string;
  readonly personId: string;
  readonly role: PostRole;
}

/** 请假: from the first to the last day, both included, cards go to the next in line. */
export interface Absence {
  readonly personId: string;
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate;
}

/** Everybody and every office: small enough to be read whole (thousands of rows at most). */
export interface Directory {
  readonly offices: readonly Office[];
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  /** Of today and later, and of the last weeks: whoever is back is told what others were told meanwhile. */
  readonly absences?: readonly Absence[];
}
