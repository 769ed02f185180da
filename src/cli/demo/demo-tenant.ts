import type { Directory } from '../../domain/directory/directory.ts';
import { roleWord } from '../../domain/directory/role-words.ts';
import type { AppRegistration, Tenant } from '../../emulator/options.ts';

/** The app that demo and emulator know. Not a secret: it opens nothing but a loopback emulator. */
export const DEMO_APP = {
  appId: 'cli_00000000000000d1',
  appSecret: 'demo-secret',
  botName: '督办',
} as const satisfies AppRegistration;

export const LEADERS_CHAT = 'oc_demo_leaders';
export const LIAISONS_CHAT = 'oc_demo_liaisons';

/** Which groups the tenant has, by their chat ids. */
const GROUPS = { leaders: LEADERS_CHAT, liaisons: LIAISONS_CHAT };

/**
 * The people of a directory as users of a small tenant, with the leadership group and the liaisons' group. Whose open_id is not
 * known gets one, so that a bot finds them by mobile or e-mail.
 */
export function demoTenant(name: string, { people, ...rest }: Directory, groups = GROUPS): Tenant {
  const directory = {
    ...rest,
    people: people.map((person, index) => ({ ...person, openId: person.openId ?? `ou_emulator_${index + 1}` })),
  };
  const users = directory.people.map(({ id, openId, name: personName, mobile, email }) => {
    const posts = directory.posts.filter(({ personId }) => personId === id);
    const title = posts
      .map(
        ({ officeId, role }) =>
          `${directory.offices.find((office) => office.id === officeId)?.name ?? ''} ${roleWord(role)}`,
      )
      .join('、');
    return { openId, name: personName, title, ...(mobile ? { mobile } : {}), ...(email ? { email } : {}) };
  });
  const membersWith = (roles: readonly string[]) =>
    directory.people.flatMap(({ id, openId }) =>
      openId !== null && directory.posts.some(({ personId, role }) => personId === id && roles.includes(role))
        ? [openId]
        : [],
    );
  return {
    name,
    users,
    groups: [
      {
        chatId: groups.leaders,
        name: '政务公开领导小组',
        memberOpenIds: membersWith(['leader-in-charge', 'top-leader', 'governing']),
        botInside: true,
      },
      {
        chatId: groups.liaisons,
        name: '政务公开联络人',
        memberOpenIds: membersWith(['liaison-a', 'liaison-b', 'governing']),
        botInside: true,
      },
    ],
  };
}
