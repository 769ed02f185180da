import { z } from 'zod';
import { CONTAINER_COMPONENTS } from './container-components.ts';
import { DISPLAY_COMPONENTS } from './display-components.ts';
import { INTERACTIVE_COMPONENTS } from './interactive-components.ts';
import { edges } from './parts.ts';

const schemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries({ ...DISPLAY_COMPONENTS, ...CONTAINER_COMPONENTS, ...INTERACTIVE_COMPONENTS }).map(([tag, shape]) => [
    tag,
    z.strictObject({
      tag: z.literal(tag),
      element_id: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, 'element_id is 1 to 20 letters, digits and _, a letter first')
        .optional(),
      margin: edges.optional(),
      ...shape,
    }),
  ]),
);

/** The attributes a component of this tag may have; undefined for a tag that card JSON 2.0 does not know. */
export function schemaOf(tag: string): z.ZodType | undefined {
  // Image choices have several undocumented layouts: accepted unchecked.
  return tag === 'select_img' ? z.looseObject({}) : schemas.get(tag);
}

export function isInteractive(tag: string): boolean {
  return tag in INTERACTIVE_COMPONENTS || tag === 'select_img';
}

/** Containers that count towards the five levels; a column is part of its column set. */
export function isContainer(tag: string): boolean {
  return tag !== 'column' && tag in CONTAINER_COMPONENTS;
}

export const ROOT_ONLY: readonly string[] = ['form', 'table'];
export const FORM_ONLY: readonly string[] = ['multi_select_static', 'multi_select_person'];
