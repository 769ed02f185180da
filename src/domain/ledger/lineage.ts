import { indexTexts, likeness, plainKey } from '../plan/similar-texts.ts';
import type { LedgerTask, Plan } from './plan.ts';

interface PlanRows {
  readonly plan: Plan;
  readonly tasks: readonly LedgerTask[];
}

/** A row below and the row above that it carries out. */
export interface Link {
  readonly taskId: string;
  readonly upstreamId: string;
}

/** Rows that carry out another plan's row repeat most of its words. */
const LEAST = 0.5;
/** A plan is below another one where that many of its rows are. */
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.2;

/**
 * Which rows carry out rows of the superior's plan (贯彻落实上级分工方案): each row below has one row above at most. A plan with
 * a column of leads above the bureau (市府指定牵头单位) is the one below; else the one whose issuer is of a lower level.
 * Source: the city's and the bureau's plans of one year, whose rows share their words.
 */
export function findLineage(plans: readonly PlanRows[]): readonly Link[] {
  const links: Link[] = [];
  const taken = new Set<string>();
  for (const lower of plans) {
    for (const upper of plans) {
      if (lower === upper || !isBelow(lower, upper)) continue;
      const found = linksBetween(lower, upper).filter(({ taskId }) => !taken.has(taskId));
      if (found.length < Math.min(LEAST_ROWS, lower.tasks.length) || found.length < lower.tasks.length * LEAST_SHARE) {
        continue;
      }
      for (const link of found) taken.add(link.taskId);
      links.push(...found);
    }
  }
  return links;
}

function isBelow(lower: PlanRows, upper: PlanRows): boolean {
  const below = hasUpstream(lower);
  if (below !== hasUpstream(upper)) return below;
  if (samePlace(lower.plan, upper.plan)) return false;
  const [own, other] = [rankOf(lower.plan), rankOf(upper.plan)];
  return own === null || other === null ? lower.tasks.length < upper.tasks.length : own < other;
}

/** The last level in an issuer's name counts: 云州市临江县住建局 is of the county. */
const LEVELS = [/镇|乡|街道/, /区|县|旗/, /市|州|盟/, /省|自治区/, /国务院|中华人民共和国/] as const;

/** A government stands above the offices of its own level. Null where the issuer does not say its level. */
function rankOf({ issuer, title }: Plan): number | null {
  const name = issuer ?? title;
  const level = LEVELS.findIndex((pattern) => pattern.test(name.slice(0, 16)));
  if (level < 0) return null;
  return level * 2 + (/人民政府|政府办|国务院/.test(name.slice(0, 20)) ? 1 : 0);
}

function hasUpstream({ tasks }: PlanRows): boolean {
  return tasks.some(({ offices }) => offices.some(({ role }) => role === 'upstream'));
}

/** Two plans of one bureau are neighbours, never above each other. */
function samePlace(a: Plan, b: Plan): boolean {
  return a.issuer !== null && b.issuer !== null && plainKey(a.issuer) === plainKey(b.issuer);
}

function linksBetween(lower: PlanRows, upper: PlanRows): readonly Link[] {
  const index = indexTexts(upper.tasks.map(({ text }) => text));
  return lower.tasks.flatMap((task) => {
    let best: { at: number; alike: number } | null = null;
    for (const [at, alike] of likeness(index, task.text, LEAST)) if (!best || alike > best.alike) best = { at, alike };
    const upstream = best ? upper.tasks[best.at] : undefined;
    return upstream ? [{ taskId: task.id, upstreamId: upstream.id }] : [];
  });
}
