import type { CivilDate } from '../domain/calendar/civil-date.ts';
import type { Action } from './actions.ts';

/** A card as plain JSON (Card JSON 2.0). */
export type CardJson = Readonly<Record<string, unknown>>;

/** A component of a card's body. */
export type CardElement = CardJson & { readonly tag: string };

/** Header colours that we use, by meaning: overdue, due today, due soon, nothing pressing, all answered, no longer current. */
export type HeaderColour = 'red' | 'orange' | 'yellow' | 'blue' | 'green' | 'grey';

/** Of the tags in the header. */
export type TagColour = 'red' | 'orange' | 'yellow';

export type FontColour = 'red' | 'orange' | 'blue' | 'green' | 'grey';

type TextSize = 'normal' | 'notation' | 'heading' | 'heading-1' | 'heading-2';

/** The whole card. Shared by all who see it, never forwarded (rows may be confidential). */
export function card(parts: {
  readonly summary: string;
  readonly header: CardJson;
  readonly elements: readonly CardElement[];
}): CardJson {
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, summary: { content: parts.summary } },
    header: parts.header,
    body: { direction: 'vertical', padding: '12px', vertical_spacing: '8px', elements: parts.elements },
  };
}

/** Title bar; the platform shows at most three tags. Texts are plain, not markdown. */
export function header(parts: {
  readonly title: string;
  readonly subtitle?: string;
  readonly colour: HeaderColour;
  readonly tags?: readonly { readonly text: string; readonly colour: TagColour }[];
}): CardJson {
  const tags = (parts.tags ?? []).slice(0, 3);
  return {
    title: plainText(parts.title),
    ...(parts.subtitle ? { subtitle: plainText(parts.subtitle) } : {}),
    template: parts.colour,
    ...(tags.length > 0
      ? {
          text_tag_list: tags.map((tag) => ({ tag: 'text_tag', text: plainText(tag.text), color: tag.colour })),
        }
      : {}),
  };
}

/** Markdown as it stands: whatever comes from people must have gone through `plain`. */
export function markdown(
  content: string,
  options: { readonly size?: TextSize; readonly margin?: string; readonly align?: 'center' } = {},
): CardElement {
  return {
    tag: 'markdown',
    content,
    ...(options.size ? { text_size: options.size } : {}),
    ...(options.align ? { text_align: options.align } : {}),
    ...(options.margin ? { margin: options.margin } : {}),
  };
}

/** Small grey markdown. */
export function note(content: string, options: { readonly margin?: string } = {}): CardElement {
  return markdown(font('grey', content), { size: 'notation', ...options });
}

/** Coloured markdown text. */
export function font(colour: FontColour, content: string): string {
  return `<font color='${colour}'>${content}</font>`;
}

export function hr(): CardElement {
  return { tag: 'hr' };
}

/** A button that sends its action. In a form it needs a name. */
export function button(parts: {
  readonly text: string;
  readonly action: Action;
  readonly type?: 'default' | 'primary' | 'primary_filled' | 'primary_text';
  readonly size?: 'small' | 'medium';
  readonly inForm?: { readonly name: string; readonly submits: boolean };
  /** Asked before the press counts. */
  readonly confirm?: { readonly title: string; readonly text: string };
}): CardElement {
  return {
    tag: 'button',
    ...(parts.inForm ? { name: parts.inForm.name } : {}),
    text: plainText(parts.text),
    type: parts.type ?? 'default',
    size: parts.size ?? 'medium',
    ...(parts.inForm?.submits ? { form_action_type: 'submit' } : {}),
    ...(parts.confirm
      ? { confirm: { title: plainText(parts.confirm.title), text: plainText(parts.confirm.text) } }
      : {}),
    behaviors: [{ type: 'callback', value: parts.action }],
  };
}

/** Things side by side, on a phone too: `auto` takes its own width, a number shares what is left. */
export function columns(
  items: readonly { readonly width: 'auto' | number; readonly elements: readonly CardElement[] }[],
  options: { readonly align?: 'top' | 'center'; readonly background?: 'grey'; readonly margin?: string } = {},
): CardElement {
  return {
    tag: 'column_set',
    flex_mode: 'none',
    horizontal_spacing: '8px',
    ...(options.margin ? { margin: options.margin } : {}),
    columns: items.map((item) => ({
      tag: 'column',
      ...(item.width === 'auto' ? { width: 'auto' } : { width: 'weighted', weight: item.width }),
      vertical_align: options.align ?? 'top',
      vertical_spacing: '4px',
      ...(options.background ? { background_style: options.background, padding: '8px' } : {}),
      elements: item.elements,
    })),
  };
}

/** Buttons in one row: at most three, so that they fit a phone. */
export function buttonRow(buttons: readonly CardElement[]): CardElement {
  return columns(buttons.map((element) => ({ width: 'auto', elements: [element] })));
}

/** Closed until somebody opens it. The title is markdown. */
export function collapsible(
  title: string,
  elements: readonly CardElement[],
  options: { readonly margin?: string } = {},
): CardElement {
  return {
    tag: 'collapsible_panel',
    expanded: false,
    header: {
      title: { tag: 'markdown', content: title },
      width: 'auto',
      vertical_align: 'center',
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', color: 'grey', size: '16px 16px' },
      icon_position: 'follow_text',
      icon_expanded_angle: -180,
    },
    vertical_spacing: '4px',
    ...(options.margin ? { margin: options.margin } : {}),
    elements,
  };
}

/** A form; the platform takes it at the root of a card only. */
export function form(name: string, elements: readonly CardElement[]): CardElement {
  return { tag: 'form', name, vertical_spacing: '8px', elements };
}

/** A line to write in. Nothing is `required`: the client would swallow the press, and the person would hear nothing. */
export function input(parts: {
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly value: string;
  readonly rows?: number;
}): CardElement {
  return {
    tag: 'input',
    name: parts.name,
    label: plainText(parts.label),
    label_position: 'top',
    placeholder: plainText(parts.placeholder),
    width: 'fill',
    max_length: parts.maxLength,
    ...(parts.rows ? { input_type: 'multiline_text', rows: parts.rows } : { input_type: 'text' }),
    ...(parts.value ? { default_value: parts.value } : {}),
  };
}

/** One of several. `chosen` is drawn only where it is among the options: the platform refuses any other. */
export function select(parts: {
  readonly name: string;
  readonly placeholder: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string | null;
}): CardElement {
  const chosen = parts.options.find((option) => option.value === parts.chosen);
  return {
    tag: 'select_static',
    name: parts.name,
    placeholder: plainText(parts.placeholder),
    width: 'fill',
    options: parts.options.map((option) => ({ text: plainText(option.text), value: option.value })),
    ...(chosen ? { initial_option: chosen.value } : {}),
  };
}

/** Several of a list. Not required: the client would swallow the press, and the person would hear nothing. */
export function multiSelect(parts: {
  readonly name: string;
  readonly placeholder: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
}): CardElement {
  const chosen = parts.options.map(({ value }) => value).filter((value) => parts.chosen.includes(value));
  return {
    tag: 'multi_select_static',
    name: parts.name,
    required: false,
    placeholder: plainText(parts.placeholder),
    width: 'fill',
    options: parts.options.map((option) => ({ text: plainText(option.text), value: option.value })),
    ...(chosen.length > 0 ? { selected_values: chosen } : {}),
  };
}

/** ⋯ with a menu behind it: sends its action together with the chosen option. */
export function overflow(parts: {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly action: Action;
}): CardElement {
  return {
    tag: 'overflow',
    options: parts.options.map((option) => ({ text: plainText(option.text), value: option.value })),
    behaviors: [{ type: 'callback', value: parts.action }],
  };
}

/** A day from the calendar. The platform refuses an `initial` that is none. */
export function datePicker(parts: {
  readonly name: string;
  readonly placeholder: string;
  readonly initial: CivilDate | null;
}): CardElement {
  return {
    tag: 'date_picker',
    name: parts.name,
    placeholder: plainText(parts.placeholder),
    width: 'fill',
    ...(parts.initial === null ? {} : { initial_date: parts.initial }),
  };
}

function plainText(content: string): CardJson {
  return { tag: 'plain_text', content };
}
