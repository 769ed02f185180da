/** When an office is reminded of a part. All figures in working days. */
export interface ReminderPolicy {
  /** Before the due date, largest first; 0 is the last working day on which the date can be kept. */
  readonly ladder: readonly number[];
  /** The same of a date counted from an event: those are short. */
  readonly eventLadder: readonly number[];
  /** Before the end of a heartbeat's period; it is never late. */
  readonly heartbeatLadder: readonly number[];
  /** An overdue part whose liaison has said how it stands is left alone for so long. */
  readonly quietAfterAnswer: number;
  /** Working days late at which the next one up is told: the office's head, the leader in charge, the head of the bureau. */
  readonly escalation: readonly [number, number, number];
  /** An open part about which nothing has moved for so long is shown to its lead. */
  readonly stagnantAfter: number;
}

/** T-10, T-3, T-0, then every working day while it is overdue and nobody says anything. */
export const DEFAULT_POLICY: ReminderPolicy = {
  ladder: [10, 3, 0],
  eventLadder: [5, 2, 0],
  heartbeatLadder: [10, 3],
  quietAfterAnswer: 5,
  escalation: [1, 3, 7],
  stagnantAfter: 20,
};
