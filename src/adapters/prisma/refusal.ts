import type { CommitRefusal } from '../../ports/ledger-store.ts';

/** Leaves a transaction, which undoes it; the store turns it into an outcome. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly refusal: CommitRefusal;

  constructor(refusal: CommitRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}
