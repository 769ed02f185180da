import { z } from 'zod';

/** Pieces that several components share (card JSON 2.0). Strict: an unknown property is an error there. */

const LOCALES = 'zh_cn en_us zh_hk zh_tw ja_jp id_id vi_vn th_th pt_br es_es ko_kr de_de fr_fr it_it ru_ru ms_my'.split(
  ' ',
);

export const localised = z.partialRecord(z.enum(LOCALES), z.string());

const textFields = { content: z.string(), i18n_content: localised.optional() };

export const plainText = z.strictObject({ tag: z.literal('plain_text'), ...textFields });
export const anyText = z.strictObject({ tag: z.literal(['plain_text', 'lark_md']), ...textFields });
export const styledText = anyText.extend({
  text_size: z.string().optional(),
  text_color: z.string().optional(),
  text_align: z.enum(['left', 'center', 'right']).optional(),
  lines: z.int().positive().optional(),
});

export const placeholder = plainText.extend({ content: z.string().max(100, 'placeholder is longer than 100') });

export const icon = z.strictObject({
  tag: z.literal(['standard_icon', 'custom_icon']),
  token: z.string().optional(),
  color: z.string().optional(),
  img_key: z.string().optional(),
  size: z.string().optional(),
});

export const confirm = z.strictObject({ title: plainText, text: plainText });

const link = { pc_url: z.string().optional(), ios_url: z.string().optional(), android_url: z.string().optional() };

export const multiUrl = z.strictObject({ url: z.string().optional(), ...link });

export const behaviors = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('callback'), value: z.union([z.record(z.string(), z.unknown()), z.string()]) }),
    z.strictObject({ type: z.literal('open_url'), default_url: z.string(), ...link }),
  ]),
);

const px = '-?\\d{1,2}px';
/** One, two or four lengths, each −99…99 px. */
export const edges = z.string().regex(new RegExp(`^${px}( ${px}){0,1}$|^${px}( ${px}){3}$`), 'not 1, 2 or 4 px values');

/** One of the words, or that many pixels. */
export function pixels(min: number, max: number, ...words: readonly string[]) {
  return z.string().refine(
    (text) => {
      const length = Number(/^(\d{1,4})px$/.exec(text)?.[1]);
      return words.includes(text) || (length >= min && length <= max);
    },
    `not ${words.concat(`${min} to ${max} px`).join(', ')}`,
  );
}

export const width = z.string().regex(/^(default|fill|auto|weighted|auto_when_fold|\d+px)$/, 'not a width');

export const spacing = z.string().regex(/^(small|medium|large|extra_large|\d{1,2}px)$/, 'not a spacing');

export const arrangement = {
  direction: z.enum(['vertical', 'horizontal']).optional(),
  padding: edges.optional(),
  horizontal_spacing: spacing.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_align: z.enum(['left', 'center', 'right']).optional(),
  vertical_align: z.enum(['top', 'center', 'bottom']).optional(),
};

/** Children are checked one by one, not by their parent's schema. */
export const children = z.array(z.looseObject({ tag: z.string() }));
