import type { PostRole } from './directory.ts';
import type { OfficeColumn } from './office-columns.ts';

/**
 * Something in an offices file that its author should look at. `place` is the row as the file's reader names it, null where
 * the file as a whole is meant. The sentences are in `cards/offices-text.ts`.
 */
export type OfficeProblem =
  /** Columns without which the rest cannot be read. */
  | { readonly kind: 'missing-header'; readonly place: null; readonly columns: readonly OfficeColumn[] }
  /** `value` is empty where the role was left out. */
  | { readonly kind: 'unknown-role'; readonly place: string; readonly name: string; readonly value: string }
  /** Two offices are called this, by name or by alias. */
  | {
      readonly kind: 'conflicting-alias';
      readonly place: string;
      readonly alias: string;
      readonly offices: readonly string[];
    }
  /** A row that belongs to no office: 单位 is empty and nothing stands above it. The row is left out. */
  | { readonly kind: 'office-missing'; readonly place: string; readonly name: string }
  /** A row of the template that was not deleted. It is left out. */
  | { readonly kind: 'example-row'; readonly place: string; readonly value: string }
  /** A role or a way to reach somebody, but no 姓名. Nobody is read from it. */
  | { readonly kind: 'name-missing'; readonly place: string; readonly office: string }
  /** The office stands twice with its name written differently; it is read as one office under the first name. */
  | { readonly kind: 'office-spelled-twice'; readonly place: string; readonly office: string; readonly value: string }
  /** Kept as written, but the platform will not find anybody by it. */
  | {
      readonly kind: 'bad-contact';
      readonly place: string;
      readonly name: string;
      readonly column: ContactColumn;
      readonly value: string;
    }
  /** Nothing by which the platform could find the person. */
  | { readonly kind: 'no-contact'; readonly place: string; readonly name: string; readonly role: PostRole }
  /** One name with several mobile numbers: a slip, or two people of the same name. All are kept. */
  | {
      readonly kind: 'different-mobiles';
      readonly place: string;
      readonly name: string;
      readonly mobiles: readonly string[];
    }
  /** One number or id under several names: only one person can be behind it. */
  | {
      readonly kind: 'shared-contact';
      readonly place: string;
      readonly column: ContactColumn;
      readonly value: string;
      readonly names: readonly string[];
    }
  /** An office to which no card could be sent by way of a liaison. */
  | { readonly kind: 'no-liaison'; readonly place: string; readonly office: string };

export type ContactColumn = 'mobile' | 'email' | 'openId';

/** Whether nothing of the file may be written until this is put right; the others are only shown. */
export function isBlocking(problem: OfficeProblem): boolean {
  return problem.kind === 'missing-header' || problem.kind === 'unknown-role' || problem.kind === 'conflicting-alias';
}
