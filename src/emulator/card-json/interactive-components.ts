import { z } from 'zod';
import {
  anyText,
  behaviors,
  confirm,
  edges,
  icon,
  localised,
  multiUrl,
  placeholder,
  plainText,
  width,
} from './parts.ts';

const flag = z.boolean().optional();

const common = {
  name: z.string().min(1).optional(),
  disabled: flag,
  disabled_tips: plainText.optional(),
  confirm: confirm.optional(),
  behaviors: behaviors.optional(),
};

const field = { ...common, required: flag, width: width.optional(), placeholder: placeholder.optional() };

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const options = z
  .array(z.strictObject({ text: plainText, icon: icon.optional(), value: z.string().min(1) }))
  .refine((list) => unique(list.map((option) => option.value)), 'option values are not unique');

const people = z
  .array(z.strictObject({ value: z.string().min(1) }))
  .refine((list) => unique(list.map((option) => option.value)), 'option values are not unique')
  .optional();

const look = z.enum(['default', 'text']).optional();
const value = z.union([z.record(z.string(), z.unknown()), z.string()]).optional();

/** Attributes beside `tag`, `element_id` and `margin` (CARD interactive-components). */
export const INTERACTIVE_COMPONENTS = {
  button: {
    ...common,
    text: plainText.optional(),
    type: z
      .enum([
        'default',
        'primary',
        'danger',
        'text',
        'primary_text',
        'danger_text',
        'primary_filled',
        'danger_filled',
        'laser',
      ])
      .optional(),
    size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
    width: width.optional(),
    icon: icon.optional(),
    hover_tips: plainText.optional(),
    form_action_type: z.enum(['submit', 'reset']).optional(),
  },
  input: {
    ...field,
    default_value: z.string().optional(),
    i18n_default_value: localised.optional(),
    max_length: z.int().min(1).max(1000).optional(),
    input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
    rows: z.int().positive().optional(),
    auto_resize: flag,
    max_rows: z.int().positive().optional(),
    show_icon: flag,
    label: plainText.optional(),
    label_position: z.enum(['top', 'left']).optional(),
    value,
  },
  select_static: {
    ...field,
    type: look,
    options,
    initial_option: z.string().optional(),
    initial_index: z.int().nonnegative().optional(),
  },
  multi_select_static: { ...field, type: look, options, selected_values: z.array(z.string()).optional() },
  select_person: { ...field, type: look, options: people, initial_option: z.string().optional() },
  multi_select_person: { ...field, type: look, options: people, selected_values: z.array(z.string()).optional() },
  date_picker: { ...field, initial_date: z.iso.date().optional(), value },
  picker_time: {
    ...field,
    initial_time: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .optional(),
    value,
  },
  picker_datetime: {
    ...field,
    initial_datetime: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
      .optional(),
    value,
  },
  overflow: {
    ...common,
    width: width.optional(),
    options: z.array(
      z.strictObject({
        text: plainText.extend({ content: z.string().max(100) }),
        multi_url: multiUrl.optional(),
        value: z.string().optional(),
      }),
    ),
    value,
  },
  checker: {
    ...common,
    text: anyText
      .extend({
        text_size: z.string().optional(),
        text_color: z.string().optional(),
        text_align: z.enum(['left', 'center', 'right']).optional(),
      })
      .optional(),
    checked: flag,
    overall_checkable: flag,
    button_area: z
      .strictObject({
        pc_display_rule: z.enum(['always', 'on_hover']).optional(),
        buttons: z
          .array(
            z.looseObject({
              tag: z.literal('button'),
              type: z.enum(['text', 'primary_text', 'danger_text']).optional(),
            }),
          )
          .max(3),
      })
      .optional(),
    checked_style: z.strictObject({ show_strikethrough: flag, opacity: z.number().optional() }).optional(),
    padding: edges.optional(),
    hover_tips: plainText.optional(),
  },
};
