/** When an office is reminded of a part. All figures in working days. */
export interface ReminderPolicy {
  /** Before the due date, largest first; 0 is the last working day on which the date can be kept. */
  readonly ladder: readonly number[];
  /** An overdue part whose liaison has said how it stands is left alone for so long. */
  readonly quietAfterAnswer: number;
}

/** T-10, T-3, T-0, then every working day while it is overdue and nobody says anything. */
export const DEFAULT_POLICY: ReminderPolicy = { ladder: [10, 3, 0], quietAfterAnswer: 5 };
