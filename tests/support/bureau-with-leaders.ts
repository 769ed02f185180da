import { importOffices } from '../../src/app/import-offices.ts';
import type { PlanRow } from './small-bureau.ts';
import { World } from './world.ts';
import type { WorldPerson } from './world-person.ts';

/** 法规科 with A 张敏, B 李强 and the leader in charge 赵磊; 信息中心 is led by 王芳, its only contact; 孙静 is the 主管机构. */
const OFFICES = `单位,别名,名册,角色,姓名,手机,邮箱,open_id
办公室,局办公室,各科室,联络人A,孙静,,,ou_sunjing
办公室,,,主管机构,孙静,,,ou_sunjing
法规科,,各科室,联络人A,张敏,,,ou_zhangmin
法规科,,,负责人,李强,,,ou_liqiang
法规科,,,分管领导,赵磊,,,ou_zhaolei
信息中心,,各科室,联络人A,王芳,,,ou_wangfang
`;

/** A world whose offices have heads and leaders. */
export async function worldWithLeaders(at: string, rows: readonly PlanRow[]): Promise<World> {
  const world = await World.start({ at, rows });
  const bytes = new TextEncoder().encode(OFFICES);
  await importOffices(world.app.deps, {
    file: { name: 'leaders.csv', bytes },
    mode: 'write',
    actor: 'test',
  });
  return world;
}

/** Names of the fields on a person's card whose name begins so, in the order of the card. */
export function fieldsOf(node: unknown, prefix: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((each) => fieldsOf(each, prefix));
  if (typeof node !== 'object' || node === null) return [];
  const own = 'name' in node && typeof node.name === 'string' && node.name.startsWith(prefix) ? [node.name] : [];
  return [...own, ...Object.values(node).flatMap((each) => fieldsOf(each, prefix))];
}

/** A press as it would reach us from somebody who got hold of the card; the emulator's client would not let them see it. */
export function pressedBy(world: World, openId: string, press: ReturnType<WorldPerson['draft']>) {
  return world.app.handlers.onCardAction({
    eventId: `pressed-by-${openId}-${world.clock.now()}`,
    at: world.clock.now(),
    actorOpenId: openId,
    messageId: press.messageId,
    chatId: '',
    payload: press.value,
    form: press.formValue ?? {},
    option: null,
  });
}

/** 查看明细 as it stands on the newest card of the leadership group. */
export function detailsButton(world: World): ReturnType<WorldPerson['draft']> {
  const card = world.leadersGroup().at(-1);
  const found = JSON.stringify(card?.content).match(/"value":(\{"a":"digest\.details"[^}]*\})/);
  if (!card || !found?.[1]) throw new Error('the newest card of the group has no button of details');
  return { messageId: card.messageId, tag: 'button', value: JSON.parse(found[1]) };
}
