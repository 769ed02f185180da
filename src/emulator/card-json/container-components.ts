import { z } from 'zod';
import {
  arrangement,
  behaviors,
  children,
  confirm,
  edges,
  icon,
  multiUrl,
  pixels,
  plainText,
  spacing,
  width,
} from './parts.ts';

const flag = z.boolean().optional();

/** Attributes beside `tag`, `element_id` and `margin` (CARD containers). */
export const CONTAINER_COMPONENTS = {
  column_set: {
    columns: z.array(z.looseObject({ tag: z.literal('column') })),
    flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
    horizontal_spacing: spacing.optional(),
    horizontal_align: z.enum(['left', 'center', 'right']).optional(),
    background_style: z.string().optional(),
    action: z.strictObject({ multi_url: multiUrl }).optional(),
  },
  column: {
    ...arrangement,
    width: pixels(16, 600, 'auto', 'weighted').optional(),
    weight: z.int().min(1).max(5).optional(),
    background_style: z.string().optional(),
    elements: children.optional(),
    action: z.strictObject({ multi_url: multiUrl }).optional(),
  },
  form: { ...arrangement, name: z.string().min(1), elements: children },
  collapsible_panel: {
    ...arrangement,
    header: z.strictObject({
      title: z.union([plainText, z.strictObject({ tag: z.literal('markdown'), content: z.string() })]),
      background_color: z.string().optional(),
      width: width.optional(),
      vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
      padding: edges.optional(),
      icon: icon.optional(),
      icon_position: z.enum(['right', 'left', 'follow_text']).optional(),
      icon_expanded_angle: z.number().optional(),
    }),
    expanded: flag,
    border: z.strictObject({ color: z.string().optional(), corner_radius: z.string().optional() }).optional(),
    background_color: z.string().optional(),
    elements: children,
  },
  interactive_container: {
    ...arrangement,
    name: z.string().optional(),
    behaviors,
    elements: children,
    width: width.optional(),
    height: z.string().optional(),
    background_style: z.string().optional(),
    has_border: flag,
    border_color: z.string().optional(),
    corner_radius: z.string().optional(),
    hover_tips: plainText.optional(),
    disabled: flag,
    disabled_tips: plainText.optional(),
    confirm: confirm.optional(),
  },
};
