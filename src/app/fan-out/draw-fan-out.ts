import { card, header, markdown } from '../../cards/card.ts';
import { fanOutCard, OFFICES_PER_PAGE } from '../../cards/fan-out/fan-out-card.ts';
import type { OfficeLine } from '../../cards/fan-out/fan-out-view.ts';
import { periodWords } from '../../cards/period-words.ts';
import { refusalText } from '../../cards/text.ts';
import { type CivilDate, civilDateOf } from '../../domain/calendar/civil-date.ts';
import type { SentCard } from '../../domain/delivery/message.ts';
import { officesAnsweredFor } from '../../domain/directory/answering.ts';
import { latestAct } from '../../domain/ledger/decide-act.ts';
import { latestReply } from '../../domain/ledger/decide-reply.ts';
import { isReadyToClose, isUrgeable } from '../../domain/ledger/fan-out.ts';
import type { Part } from '../../domain/ledger/part.ts';
import { closingAct } from '../../domain/ledger/part-story.ts';
import { isOverdue, isPaused } from '../../domain/reminders/urgency.ts';
import type { CardJson } from '../../ports/chat-gateway.ts';
import type { Deps } from '../deps.ts';
import { type LoadedFanOut, loadFanOut } from './load-fan-out.ts';

/** Draws 各处室落实情况 from the ledger as it stands now. */
export async function drawFanOut(
  deps: Pick<Deps, 'clock' | 'ledger' | 'directory' | 'settings'>,
  sent: SentCard,
): Promise<{ readonly card: CardJson; readonly open: boolean; readonly formOpen: boolean }> {
  const today = civilDateOf(deps.clock.now());
  const taskId = sent.subject ?? '';
  const loaded = await loadFanOut(deps, { taskId, partIds: sent.partIds, today });
  const json = loaded ? cardOf(loaded, sent, { taskId, today }) : goneCard();
  return { card: json, open: true, formOpen: false };
}

function cardOf(
  loaded: LoadedFanOut,
  sent: SentCard,
  { taskId, today }: { readonly taskId: string; readonly today: CivilDate },
): CardJson {
  const { directory, parts, own, missing, done, excused } = loaded;
  const others = parts.filter((part) => part !== own && part.state !== 'stopped');
  const pages = Math.max(1, Math.ceil(others.length / OFFICES_PER_PAGE));
  const page = Math.min(Math.max(1, sent.ui.page ?? 1), pages);
  const [first] = parts;
  const mine = own && officesAnsweredFor(directory, sent.personId).some(({ id }) => id === own.officeId);
  return fanOutCard({
    cardId: sent.id,
    taskId,
    on: today,
    no: first?.taskNo ?? null,
    text: first?.taskText ?? '',
    about: first ? aboutWords(first) : null,
    leadOffice: loaded.lead?.name ?? null,
    dueOn: first?.dueOn ?? null,
    overdue: missing.some((part) => isOverdue(part, today)),
    done: done.length,
    total: done.length + missing.length,
    missing: missing.map(({ officeName }) => officeName),
    excused: excused.map(({ officeName }) => officeName),
    behind: loaded.behind.map(({ part, missing: count }) => ({ about: aboutWords(part) ?? '', missing: count })),
    urgeable: missing.filter((part) => isUrgeable(part, today)).map(({ officeName }) => officeName),
    own: mine ? { state: own.state, percent: own.percent, ready: isReadyToClose(loaded) } : null,
    offices: others.slice((page - 1) * OFFICES_PER_PAGE, page * OFFICES_PER_PAGE).map((part) => lineOf(part, today)),
    page: { number: page, of: pages },
  });
}

function aboutWords({ period, event }: Part): string | null {
  return period === null ? event : periodWords(period);
}

function lineOf(part: Part, today: CivilDate): OfficeLine {
  const urge = latestAct(part, 'urge');
  return {
    officeName: part.officeName,
    state: part.state,
    percent: part.percent,
    request: part.request,
    paused: isPaused(part, today),
    urgedOn: urge ? civilDateOf(urge.at) : null,
    lastReply: lastWord(part),
  };
}

/** What its office said last; of what is 不涉及, whoever confirmed it. */
function lastWord(part: Part): OfficeLine['lastReply'] {
  const confirmed = part.state === 'excused' ? closingAct(part) : undefined;
  if (confirmed) return { personName: confirmed.personName, at: confirmed.at, note: '' };
  const reply = latestReply(part);
  return reply ? { personName: reply.personName, at: reply.at, note: reply.note } : null;
}

/** The row was taken out of the plan, or the plan is not in force any more. */
function goneCard(): CardJson {
  const text = refusalText({ kind: 'part-gone' });
  return card({
    summary: '各处室落实情况：该事项已取消',
    header: header({ title: '各处室落实情况', colour: 'grey' }),
    elements: [markdown(text)],
  });
}
