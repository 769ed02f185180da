import { z } from 'zod';
import { isObject, type JsonObject } from './card-tree.ts';

/** Where charts may stand; `null` is the card's body. A form refuses them at any depth: its page and the release notes disagree. */
const PARENTS: ReadonlySet<string | null> = new Set([null, 'column', 'collapsible_panel']);

const CARTESIAN = ['xField', 'yField'] as const;
const PARTS = ['categoryField', 'valueField'] as const;

/** The platform's 13 kinds; a horizontal bar is a bar with a direction, a doughnut a pie with a hole, a combo is `common`. */
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['line', CARTESIAN],
  ['area', CARTESIAN],
  ['bar', CARTESIAN],
  ['scatter', CARTESIAN],
  ['linearProgress', CARTESIAN],
  ['pie', PARTS],
  ['funnel', PARTS],
  ['radar', PARTS],
  ['circularProgress', PARTS],
  ['wordCloud', ['nameField', 'valueField']],
]);
const COMBO = 'common';
/** Every kind may have it; where it is named it has to be there. */
const OPTIONAL = 'seriesField';

const source = z.looseObject({ id: z.union([z.string(), z.number()]).optional(), values: z.array(z.looseObject({})) });
const fields = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

type Source = z.infer<typeof source>;

/** What is wrong with where a chart stands, or null. @param ancestors tags from the body down to its parent */
export function chartPlaceProblem(ancestors: readonly string[]): string | null {
  if (PARENTS.has(ancestors.at(-1) ?? null) && !ancestors.includes('form')) return null;
  return 'chart may stand at the root, in a column or in a collapsible_panel only';
}

/**
 * The first reason why a `chart_spec` cannot be drawn, or null: its kind, its data, the fields of its kind.
 *
 * Source: CARD content-components/chart. The platform names one code for all of them and not how far it looks; a field that
 * none of the rows has is refused here, because the chart would be blank.
 */
export function chartSpecProblem(spec: JsonObject): string | null {
  const { type, data } = spec;
  const single = typeof type === 'string' ? FIELDS.get(type) : undefined;
  if (!single && type !== COMBO) return `unknown chart type: ${String(type)}`;
  const sources = z
    .array(source)
    .min(1)
    .safeParse(Array.isArray(data) ? data : [data]);
  if (!sources.success) return 'data.values is required: an array of objects';
  if (single) return fieldsProblem(spec, single, sources.data.slice(0, 1));
  return comboProblem(spec, sources.data);
}

function comboProblem({ series }: JsonObject, sources: readonly Source[]): string | null {
  if (!Array.isArray(series) || series.length === 0) return 'series is required for type common';
  for (const each of series) {
    if (!isObject(each)) return 'a series is an object';
    const wanted = typeof each.type === 'string' ? FIELDS.get(each.type) : undefined;
    if (!wanted) return `unknown series type: ${String(each.type)}`;
    const own = sources.find(({ id }, index) =>
      each.dataId === undefined ? index === (each.dataIndex ?? 0) : id === each.dataId,
    );
    if (!own) return 'a series names data that is not there';
    const problem = fieldsProblem(each, wanted, [own]);
    if (problem) return problem;
  }
  return null;
}

function fieldsProblem(holder: JsonObject, wanted: readonly string[], sources: readonly Source[]): string | null {
  const rows = sources.flatMap(({ values }) => values);
  for (const key of [...wanted, OPTIONAL]) {
    const named = fields.safeParse(holder[key]);
    if (!named.success && key === OPTIONAL && holder[key] === undefined) continue;
    if (!named.success) return `${key} is required for type ${String(holder.type)}`;
    const missing = [named.data].flat().find((field) => rows.length > 0 && !rows.some((row) => field in row));
    if (missing !== undefined) return `no row of data has the ${key} ${missing}`;
  }
  return null;
}
