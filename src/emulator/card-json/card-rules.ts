import type { z } from 'zod';
import { type CardNode, countTagged, isObject, type JsonObject, walkCard } from './card-tree.ts';
import { chartPlaceProblem, chartSpecProblem } from './chart-spec.ts';
import { FORM_ONLY, isContainer, isInteractive, ROOT_ONLY, schemaOf } from './components.ts';
import { personIdsOf } from './person-ids.ts';
import { rootSchema } from './root-schema.ts';

/** Why the platform refuses a card: the inner code of a 230099. */
export interface CardFault {
  readonly code: number;
  readonly path: string;
  readonly message: string;
  readonly value: string;
}

const MAX_ELEMENTS = 200;
const MAX_TABLES = 5;
const MAX_DEPTH = 5;

/**
 * The first reason to refuse a card, or null. Cards without `schema: "2.0"` are the lenient 1.0 and pass unchecked.
 *
 * @param isPerson whether the tenant knows this open_id or union_id
 * Source: CARD card-json-v2-structure and its component pages; inner codes from FS im-v1/message/create.
 */
export function findCardFault(card: unknown, isPerson: (id: string) => boolean): CardFault | null {
  if (!isObject(card)) return fault(200621, 'ROOT', 'the card is not a JSON object', '');
  if (card.type === 'template') return fault(200380, 'ROOT', 'template does not exist', '');
  if (card.type === 'card') return fault(200740, 'ROOT', 'card entity does not exist', '');
  if (card.schema === undefined || card.schema === '1.0') return null;
  const root = rootSchema.safeParse(card);
  if (!root.success) return shapeFault('ROOT', root.error);
  if (countTagged(card) > MAX_ELEMENTS) return fault(11310, 'ROOT', 'element exceeds the limit', String(MAX_ELEMENTS));

  const nodes = [...walkCard(card)];
  if (nodes.filter((each) => each.tag === 'table').length > MAX_TABLES) {
    return fault(11310, 'ROOT', 'card table number over limit', 'table');
  }
  for (const each of nodes) {
    const found =
      placeFault(each) ?? attributeFault(each) ?? tableFault(each) ?? chartFault(each) ?? formFault(each, nodes);
    if (found) return found;
  }
  return repeatedNameFault(nodes) ?? personFault(card, nodes, isPerson);
}

export function describeFault({ code, path, message, value }: CardFault): string {
  return `ErrCode: ${code}; ErrPath: ${path}; ErrMsg: ${message}; ErrorValue: ${value}`;
}

function placeFault({ tag, ancestors, path }: CardNode): CardFault | null {
  if (!schemaOf(tag)) return fault(200861, path, `cards of schema V2 no longer support this capability: ${tag}`, tag);
  if (ROOT_ONLY.includes(tag) && ancestors.length > 0)
    return fault(200861, path, `${tag} may stand at the root only`, tag);
  if (tag === 'column' && ancestors.at(-1) !== 'column_set') {
    return fault(200861, path, 'a column needs a column_set around it', tag);
  }
  if (FORM_ONLY.includes(tag) && !ancestors.includes('form')) return fault(200861, path, `${tag} needs a form`, tag);
  if (ancestors.filter(isContainer).length >= MAX_DEPTH && isContainer(tag)) {
    return fault(11310, path, `containers are nested deeper than ${MAX_DEPTH} levels`, tag);
  }
  return null;
}

function attributeFault({ tag, node, path }: CardNode): CardFault | null {
  const parsed = schemaOf(tag)?.safeParse(node);
  if (parsed && !parsed.success) return shapeFault(path, parsed.error);
  const bare = tag === 'picker_time' ? 'initial_time' : tag === 'picker_datetime' ? 'initial_datetime' : null;
  if (bare && node.placeholder === undefined && node[bare] === undefined) {
    return fault(200621, path, `placeholder or ${bare} is required`, tag);
  }
  return null;
}

function tableFault({ tag, node, path }: CardNode): CardFault | null {
  if (tag !== 'table' || !Array.isArray(node.columns) || !Array.isArray(node.rows)) return null;
  const types = new Map(node.columns.map((column) => [column.name, column.data_type]));
  if (types.size < node.columns.length) return fault(200914, path, 'column names are not unique', 'columns');
  for (const row of node.rows) {
    for (const [name, cell] of Object.entries(row)) {
      const type = types.get(name);
      if (type === undefined) return fault(200915, path, 'row names an unknown column', name);
      if (['number', 'date'].includes(type) && typeof cell !== 'number') {
        return fault(200914, path, `a ${type} cell must be a number`, name);
      }
    }
  }
  return null;
}

function chartFault({ tag, node, ancestors, path }: CardNode): CardFault | null {
  if (tag !== 'chart') return null;
  const place = chartPlaceProblem(ancestors);
  if (place) return fault(200861, path, place, tag);
  const problem = isObject(node.chart_spec) ? chartSpecProblem(node.chart_spec) : null;
  return problem ? fault(200550, path, `chart spec is invalid: ${problem}`, 'chart_spec') : null;
}

function formFault({ tag, node, form, path }: CardNode, nodes: readonly CardNode[]): CardFault | null {
  if (form && isInteractive(tag) && typeof node.name !== 'string') {
    return fault(200530, path, 'interactive components in a form need a name', tag);
  }
  if (!form && node.form_action_type !== undefined) {
    return fault(200530, path, 'form_action_type needs a form', 'form_action_type');
  }
  const submits = (each: CardNode) => each.form === node && each.node.form_action_type === 'submit';
  if (tag === 'form' && !nodes.some(submits))
    return fault(200530, path, 'a form needs a submit button', String(node.name));
  return null;
}

function repeatedNameFault(nodes: readonly CardNode[]): CardFault | null {
  const names = new Set<unknown>();
  const elementIds = new Set<unknown>();
  for (const { node, path } of nodes) {
    if (names.has(node.name)) return fault(200530, path, 'name is not unique in the card', String(node.name));
    if (elementIds.has(node.element_id))
      return fault(300301, path, 'element_id is not unique', String(node.element_id));
    if (node.name !== undefined) names.add(node.name);
    if (node.element_id !== undefined) elementIds.add(node.element_id);
  }
  return null;
}

function personFault(
  card: JsonObject,
  nodes: readonly CardNode[],
  isPerson: (id: string) => boolean,
): CardFault | null {
  const stranger = personIdsOf(card, nodes).find(({ id }) => id !== 'all' && !isPerson(id));
  return stranger ? fault(100290, stranger.path, 'invalid user id', stranger.id) : null;
}

/** The platform reports JSON that does not fit and properties it does not know under one code. */
function shapeFault(path: string, error: z.ZodError): CardFault {
  const issue = error.issues[0];
  const at = [path, ...(issue?.path ?? []).map(String)].join(' -> ');
  if (issue?.code === 'unrecognized_keys') return fault(200621, at, 'unknown property', issue.keys.join(','));
  return fault(200621, at, `parse card json err: ${issue?.message ?? 'unknown'}`, '');
}

function fault(code: number, path: string, message: string, value: string): CardFault {
  return { code, path, message, value };
}
