import { type CardNode, isObject, type JsonObject } from './card-tree.ts';

interface PersonReference {
  readonly id: string;
  readonly path: string;
}

/** Everybody a card names by id: person components, choices of people, and `<at>`/`<person>` in markdown. */
export function personIdsOf(card: JsonObject, nodes: readonly CardNode[]): readonly PersonReference[] {
  const named = nodes.flatMap(({ tag, node, path }) => idsOf(tag, node).map((id) => ({ id, path })));
  const mentioned = markdownTexts(card).flatMap((text) => mentionedIds(text).map((id) => ({ id, path: 'ROOT' })));
  return [...named, ...mentioned];
}

function idsOf(tag: string, node: JsonObject): readonly string[] {
  switch (tag) {
    case 'person':
      return strings([node.user_id]);
    case 'person_list':
      return node.drop_invalid_user_id === true ? [] : strings(pluck(node.persons, 'id'));
    case 'select_person':
    case 'multi_select_person':
      return strings(pluck(node.options, 'value'));
    default:
      return [];
  }
}

function mentionedIds(markdown: string): readonly string[] {
  const tags = markdown.matchAll(/<(?:at|person)\s+(?:id|ids)\s*=\s*['"]?([\w,:-]+)['"]?[^>]*>/g);
  return [...tags].flatMap((match) => (match[1] ?? '').split(',')).filter((id) => id !== '');
}

/** Contents of all `markdown` and `lark_md` objects, wherever they stand. */
function markdownTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markdownTexts);
  if (!isObject(value)) return [];
  const isMarkdown = value.tag === 'markdown' || value.tag === 'lark_md';
  const own = isMarkdown && typeof value.content === 'string' ? [value.content] : [];
  return [...own, ...Object.values(value).flatMap(markdownTexts)];
}

function pluck(list: unknown, key: string): readonly unknown[] {
  return Array.isArray(list) ? list.map((item: unknown) => (isObject(item) ? item[key] : undefined)) : [];
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
