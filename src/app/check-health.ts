import { civilDateOf, yearOf } from '../domain/calendar/civil-date.ts';
import { isProvisional } from '../domain/calendar/working-calendar.ts';
import { recipientOf } from '../domain/directory/find-office.ts';
import { isChatFailure } from './chat-failure.ts';
import { type Deps, loadCalendar } from './deps.ts';

type Needs = Pick<Deps, 'clock' | 'ledger' | 'outbox' | 'directory' | 'settings' | 'chat'>;

/** One finding of the 体检. `detail` is data for the sentence. */
export interface Finding {
  readonly check:
    | 'calendar'
    | 'plans'
    | 'offices'
    | 'liaisons'
    | 'outbox'
    | 'platform'
    | 'leaders-group'
    | 'liaisons-group';
  readonly ok: boolean;
  readonly detail: Readonly<Record<string, string | number | readonly string[]>>;
}

/** Everything that has to be right before the first morning, checked one by one; a failed check never stops the next. */
export async function checkHealth(deps: Needs): Promise<readonly Finding[]> {
  const [directory, plans, outbox, calendar, leaders, liaisons] = await Promise.all([
    deps.directory.load(),
    deps.ledger.listPlans(),
    deps.outbox.summary(),
    loadCalendar(deps),
    deps.settings.groupChat('leaders'),
    deps.settings.groupChat('liaisons'),
  ]);
  const year = yearOf(civilDateOf(deps.clock.now()));
  const published = plans.filter(({ state }) => state === 'published');
  const silentOffices = directory.offices.filter(({ id }) => recipientOf(directory, id).kind !== 'found');
  const platform = await askPlatform(deps);
  return [
    { check: 'calendar', ok: !isProvisional(calendar, year), detail: { year } },
    { check: 'plans', ok: published.length > 0, detail: { count: published.length } },
    { check: 'offices', ok: directory.offices.length > 0, detail: { count: directory.offices.length } },
    { check: 'liaisons', ok: silentOffices.length === 0, detail: { missing: silentOffices.map(({ name }) => name) } },
    { check: 'outbox', ok: outbox.failed.length === 0, detail: { failed: outbox.failed.length } },
    platform.finding,
    groupFinding('leaders-group', leaders, platform.groups),
    groupFinding('liaisons-group', liaisons, platform.groups),
  ];
}

type Groups = readonly { readonly chatId: string; readonly name: string }[] | null;

async function askPlatform(deps: Needs): Promise<{ finding: Finding; groups: Groups }> {
  try {
    const { name } = await deps.chat.botInfo();
    const groups = await deps.chat.listGroups();
    return {
      finding: {
        check: 'platform',
        ok: true,
        detail: { bot: name, groups: groups.map(({ chatId, name: group }) => `${group} ${chatId}`) },
      },
      groups,
    };
  } catch (error) {
    const code = isChatFailure(error) ? error.code : 'unreachable';
    return { finding: { check: 'platform', ok: false, detail: { code } }, groups: null };
  }
}

function groupFinding(check: 'leaders-group' | 'liaisons-group', chatId: string | null, groups: Groups): Finding {
  if (chatId === null) return { check, ok: false, detail: { why: 'unbound' } };
  if (groups && !groups.some((group) => group.chatId === chatId))
    return { check, ok: false, detail: { why: 'bot-outside', chatId } };
  return { check, ok: true, detail: { chatId } };
}
