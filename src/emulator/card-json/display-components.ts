import { z } from 'zod';
import { anyText, icon, pixels, plainText, styledText, width } from './parts.ts';

const personSize = z.enum(['extra_small', 'small', 'medium', 'large']).optional();
const flag = z.boolean().optional();
const horizontal = z.enum(['left', 'center', 'right']).optional();

const tableColumn = z.strictObject({
  name: z.string().min(1),
  display_name: z.string().optional(),
  width: z.union([pixels(80, 600, 'auto'), z.string().regex(/^([1-9]\d?|100)%$/)]).optional(),
  horizontal_align: horizontal,
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
  data_type: z.enum(['text', 'lark_md', 'markdown', 'options', 'number', 'persons', 'date']),
  format: z
    .strictObject({
      precision: z.int().min(0).max(10).optional(),
      symbol: z.string().max(1).optional(),
      separator: flag,
    })
    .optional(),
  date_format: z.string().optional(),
});

/** Attributes beside `tag`, `element_id` and `margin` (CARD content-components). */
export const DISPLAY_COMPONENTS = {
  markdown: {
    content: z.string(),
    i18n_content: z.record(z.string(), z.string()).optional(),
    text_align: horizontal,
    text_size: z.string().optional(),
    icon: icon.optional(),
  },
  div: { text: styledText.optional(), width: width.optional(), icon: icon.optional() },
  hr: {},
  img: {
    img_key: z.string().min(1),
    i18n_img_key: z.record(z.string(), z.string()).optional(),
    alt: plainText,
    title: anyText.optional(),
    corner_radius: z.string().optional(),
    scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
    size: z.string().optional(),
    transparent: flag,
    preview: flag,
  },
  img_combination: {
    combination_mode: z.string(),
    img_list: z.array(z.strictObject({ img_key: z.string() })),
    corner_radius: z.string().optional(),
    combination_transparent: flag,
  },
  person: {
    user_id: z.string(),
    size: personSize,
    show_avatar: flag,
    show_name: flag,
    style: z.enum(['normal', 'capsule']).optional(),
  },
  person_list: {
    persons: z.array(z.strictObject({ id: z.string() })),
    lines: z.int().positive().optional(),
    show_name: flag,
    show_avatar: flag,
    size: personSize,
    drop_invalid_user_id: flag,
    icon: icon.optional(),
  },
  table: {
    page_size: z.int().min(1).max(10).optional(),
    row_height: pixels(32, 124, 'low', 'middle', 'high', 'auto').optional(),
    row_max_height: z
      .string()
      .regex(/^\d+px$/)
      .optional(),
    freeze_first_column: flag,
    header_style: z
      .strictObject({
        text_align: horizontal,
        text_size: z.enum(['normal', 'heading']).optional(),
        background_style: z.enum(['none', 'grey']).optional(),
        text_color: z.enum(['default', 'grey']).optional(),
        bold: flag,
        lines: z.int().positive().optional(),
      })
      .optional(),
    columns: z.array(tableColumn).min(1).max(50),
    rows: z.array(z.record(z.string(), z.unknown())),
  },
  chart: {
    chart_spec: z.record(z.string(), z.unknown()),
    aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
    color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
    preview: flag,
    height: pixels(1, 999, 'auto').optional(),
  },
};
