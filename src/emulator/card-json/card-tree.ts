export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One component of a card and where it stands. */
export interface CardNode {
  readonly tag: string;
  readonly node: JsonObject;
  /** Tags from the body down to the parent, e.g. `['form', 'column_set', 'column']`. */
  readonly ancestors: readonly string[];
  /** The form it stands in. */
  readonly form: JsonObject | null;
  readonly path: string;
}

/** Attributes that hold child components: of 2.0 containers, and `actions`, `extra` of 1.0 cards. */
const CHILD_KEYS = ['elements', 'columns', 'actions', 'extra', 'fields', 'buttons', 'button_area'] as const;

/** Every component of a card (either schema), parents before their children. */
export function* walkCard(card: JsonObject): Generator<CardNode> {
  const top = isObject(card.body) ? card.body.elements : card.elements;
  yield* walk(top, [], null, card.body ? 'ROOT -> body -> elements' : 'ROOT -> elements');
}

function* walk(
  value: unknown,
  ancestors: readonly string[],
  form: JsonObject | null,
  path: string,
): Generator<CardNode> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, ancestors, form, `${path} -> [${index}]`);
    return;
  }
  if (!isObject(value)) return;
  const tag = typeof value.tag === 'string' ? value.tag : null;
  const here = tag === null ? path : `${path}(tag: ${tag})`;
  if (tag !== null) yield { tag, node: value, ancestors, form, path: here };
  const below = tag === null ? ancestors : [...ancestors, tag];
  const inside = tag === 'form' ? value : form;
  for (const key of CHILD_KEYS) yield* walk(value[key], below, inside, `${here} -> ${key}`);
}

/** Data of components, in which a `tag` is not a component. */
const DATA_KEYS: ReadonlySet<string> = new Set(['chart_spec', 'rows', 'value', 'behaviors']);

/** Components and text objects together: what the platform's limit of 200 counts. */
export function countTagged(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countTagged(item), 0);
  if (!isObject(value)) return 0;
  const own = typeof value.tag === 'string' ? 1 : 0;
  return Object.entries(value).reduce((sum, [key, item]) => (DATA_KEYS.has(key) ? sum : sum + countTagged(item)), own);
}
