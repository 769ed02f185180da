import { addDays, civil } from '../../src/domain/calendar/civil-date.ts';
import type { Directory } from '../../src/domain/directory/directory.ts';
import type { Part } from '../../src/domain/ledger/part.ts';
import { planReminders } from '../../src/domain/reminders/plan-reminders.ts';
import { DEFAULT_POLICY } from '../../src/domain/reminders/reminder-policy.ts';
import { aDirectory, CALENDAR } from './parts.ts';

const DIRECTORY = aDirectory({
  法规科: { posts: [['liaison-a', '张敏']] },
  信息中心: { posts: [['liaison-a', '王芳']] },
});

/** The cards of a morning, by the usual policy. */
export function plan(parts: readonly Part[], today: string, directory: Directory = DIRECTORY) {
  return planReminders({ parts, directory, today: civil(today), policy: DEFAULT_POLICY, calendar: CALENDAR });
}

/** What one part does on a day: the rung it speaks for, or why it is silent. */
export function verdict(part: Part, today: string, directory?: Directory) {
  const { send, silent } = plan([part], today, directory);
  return send[0]?.reason ?? silent[0]?.reason;
}

/** The days of a span on which one part speaks, when every reminder is remembered. */
export function daysOfSpeaking(part: Part, from: string, to: string): readonly string[] {
  const spoken: string[] = [];
  let current = part;
  for (let day = civil(from); day <= to; day = addDays(day, 1)) {
    const said = plan([current], day).send[0];
    if (!said) continue;
    spoken.push(`${day} ${said.reason}`);
    current = { ...current, remindedOn: day };
  }
  return spoken;
}
