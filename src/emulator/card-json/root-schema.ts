import { z } from 'zod';
import { anyText, arrangement, children, edges, icon, localised, multiUrl, plainText } from './parts.ts';

const flag = z.boolean().optional();

const textTag = z.strictObject({
  tag: z.literal('text_tag'),
  element_id: z.string().optional(),
  text: plainText,
  color: z
    .enum('neutral blue turquoise lime orange violet indigo wathet green yellow red purple carmine'.split(' '))
    .optional(),
});
const textTags = z.array(textTag).max(3, 'more than 3 header tags');

const config = z.strictObject({
  update_multi: z.literal(true, 'card JSON 2.0 supports shared cards only').optional(),
  enable_forward: flag,
  enable_forward_interaction: flag,
  width_mode: z.enum(['default', 'compact', 'fill']).optional(),
  summary: z.strictObject({ content: z.string().optional(), i18n_content: localised.optional() }).optional(),
  locales: z.array(z.string()).optional(),
  use_custom_translation: flag,
  streaming_mode: flag,
  streaming_config: z.record(z.string(), z.unknown()).optional(),
  style: z
    .strictObject({
      text_size: z.record(z.string(), z.record(z.string(), z.string())).optional(),
      color: z.record(z.string(), z.record(z.string(), z.string())).optional(),
    })
    .optional(),
});

const header = z.strictObject({
  title: anyText,
  subtitle: anyText.optional(),
  template: z
    .enum('blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' '))
    .optional(),
  text_tag_list: textTags.optional(),
  i18n_text_tag_list: z.record(z.string(), textTags).optional(),
  icon: icon.optional(),
  padding: edges.optional(),
});

/** A 2.0 card without its elements, which are checked one by one. */
export const rootSchema = z.strictObject({
  schema: z.literal('2.0'),
  config: config.optional(),
  card_link: multiUrl.optional(),
  header: header.optional(),
  body: z.strictObject({ ...arrangement, elements: children }).optional(),
});
