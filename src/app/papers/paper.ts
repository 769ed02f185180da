/** A paper as it is written to disk or sent. */
export interface Paper {
  /** With its ending; fit for any system. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a person has to know before it is passed on, in whole sentences; empty where there is nothing. */
  readonly remarks: readonly string[];
}
