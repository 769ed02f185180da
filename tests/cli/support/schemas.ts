import { z } from 'zod';

// The shapes of cli.md, word for word and strict: a field more or less is a broken promise.
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/);
const texts = z.array(z.string());

const phrase = { phrase: z.string(), place: z.enum(['deadline-cell', 'text', 'bracket']) };
const period = z.enum(['week', 'month', 'quarter', 'half_year', 'year']);
export const Rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...phrase, kind: z.literal('by'), on: date, soft: z.boolean() }),
  z.strictObject({ ...phrase, kind: z.literal('every'), period, due: z.string().nullable(), assumed: z.boolean() }),
  z.strictObject({
    ...phrase,
    kind: z.literal('within'),
    event: z.string(),
    n: z.int(),
    unit: z.enum(['working_day', 'day', 'hour']),
    before: z.boolean(),
  }),
  z.strictObject({ ...phrase, kind: z.literal('standing'), cadence: z.enum(['month', 'quarter', 'year']) }),
  z.strictObject({
    ...phrase,
    kind: z.literal('awaiting'),
    issuer: z.string().nullable(),
    document: z.string().nullable(),
  }),
  z.strictObject({ ...phrase, kind: z.literal('from'), on: date }),
  z.strictObject({
    ...phrase,
    kind: z.literal('quota'),
    count: z.int(),
    per: period,
    of: z.string(),
    scope: z.enum(['each-office', 'whole-plan']),
    atLeast: z.boolean(),
  }),
  z.strictObject({ ...phrase, kind: z.literal('rate'), min: z.number(), of: z.string() }),
]);

export const ImportReport = z.strictObject({
  plan: z.strictObject({
    title: z.string().nullable(),
    year: z.int().nullable(),
    issuedOn: date.nullable(),
    issuer: z.string().nullable(),
  }),
  tasks: z.array(
    z.strictObject({
      no: z.string().nullable(),
      area: texts,
      text: z.string(),
      offices: z.array(
        z.strictObject({
          name: z.string(),
          role: z.enum(['lead', 'joint', 'responsible', 'support', 'upstream']),
          fanOut: z.enum(['all', 'relevant', 'event']).nullable(),
          inferred: z.boolean(),
        }),
      ),
      people: z.array(z.strictObject({ role: z.string(), name: z.string(), office: z.string().nullable() })),
      rules: z.array(Rule),
      source: z.strictObject({ file: z.string(), place: z.string() }),
      notes: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
    }),
  ),
  issues: z.array(
    z.strictObject({
      no: z.int(),
      kind: z.string(),
      task: z.string().nullable(),
      phrases: z.array(z.strictObject({ text: z.string(), place: z.string() })),
      suggestion: z.string().nullable(),
    }),
  ),
});

export const Deadline = z.strictObject({
  rules: z.array(Rule),
  due: date.nullable(),
  dueAt: instant.nullable(),
  days: z.array(z.strictObject({ on: date, counts: z.boolean(), why: z.string() })),
});

export const Ledger = z.strictObject({
  at: instant,
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      plan: z.string(),
      no: z.string().nullable(),
      text: z.string(),
      parts: z.array(
        z.strictObject({
          id: z.string(),
          office: z.string(),
          role: z.string(),
          rule: z.string(),
          period: z.string().nullable(),
          event: z.string().nullable(),
          dueOn: date.nullable(),
          state: z.string(),
          timeLight: z.string(),
          activityLight: z.string(),
          version: z.int(),
          replies: z.array(
            z.strictObject({
              at: instant,
              by: z.string(),
              state: z.string(),
              note: z.string(),
              links: texts,
              undone: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
});

export const Remind = z.strictObject({
  at: instant,
  send: z.array(
    z.strictObject({
      to: z.strictObject({ openId: z.string(), name: z.string(), office: z.string() }),
      purpose: z.string(),
      parts: texts,
      reason: z.string(),
    }),
  ),
  silent: z.array(z.strictObject({ part: z.string(), reason: z.string() })),
});

export const Digest = z.strictObject({
  at: instant,
  kind: z.enum(['weekly', 'monthly']),
  to: z.string().nullable(),
  numbers: z.record(z.string(), z.strictObject({ value: z.number(), definition: z.string(), parts: texts })),
  card: z.record(z.string(), z.unknown()),
});

export const Outbox = z.strictObject({
  queued: z.int(),
  sent: z.int(),
  failed: z.array(
    z.strictObject({
      id: z.string(),
      to: z.string(),
      purpose: z.string(),
      reason: z.string(),
      attempts: z.int(),
    }),
  ),
});
