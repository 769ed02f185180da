import { isDeepStrictEqual } from 'node:util';
import { type CardNode, isObject, type JsonObject, walkCard } from '../card-json/card-tree.ts';
import type { PageClick } from '../page-api.ts';
import { ActError } from './act-error.ts';

/**
 * The component a click means.
 *
 * @param cards the card as it stands now, then as it stood before: a client that has not redrawn it yet can still press those
 */
export function findComponent(
  cards: readonly JsonObject[],
  click: Pick<PageClick, 'tag' | 'name' | 'value'>,
): { readonly card: JsonObject; readonly component: CardNode } {
  const fits = ({ tag, node }: CardNode) =>
    tag === click.tag &&
    (click.name === undefined || node.name === click.name) &&
    (click.value === undefined || isDeepStrictEqual(callbackValue(node), click.value));
  for (const card of cards) {
    const candidates = [...walkCard(card)].filter(fits);
    const component = candidates.find(({ node }) => node.disabled !== true) ?? candidates[0];
    if (component?.node.disabled === true) throw new ActError(tipsOf(component.node) ?? '该组件已停用');
    if (component) return { card, component };
  }
  throw new ActError('卡片已更新，请看当前内容', 409);
}

/** What the card's author attached to a component: a callback behaviour (2.0) or `value` (1.0 and pickers). */
export function callbackValue(node: JsonObject): unknown {
  return callbackOf(node)?.value ?? node.value;
}

export function callbackOf(node: JsonObject): JsonObject | undefined {
  const behaviors: readonly unknown[] = Array.isArray(node.behaviors) ? node.behaviors : [];
  return behaviors.filter(isObject).find((behavior) => behavior.type === 'callback');
}

function tipsOf(node: JsonObject): string | undefined {
  const tips = isObject(node.disabled_tips) ? node.disabled_tips.content : undefined;
  return typeof tips === 'string' ? tips : undefined;
}
