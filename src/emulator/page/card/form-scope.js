// @ts-check
/** @typedef {import('./context.js').FormScope} FormScope */
/** @typedef {import('./context.js').FormField} FormField */

/** Marks every required field that is empty, as the client does before it sends anything. @param {FormScope} form @returns {FormField | null} */
export function firstMissing(form) {
  let first = null;
  for (const field of form.fields) {
    const missing = field.missing();
    field.hint(missing ? '请填写此项' : '');
    if (missing) first ??= field;
  }
  return first;
}

/** All fields by name; the empty ones too. @param {FormScope} form @returns {Record<string, unknown>} */
export function formValue(form) {
  return Object.fromEntries(form.fields.map((field) => [field.name, field.read()]));
}

/** @param {FormScope} form */
export function resetForm(form) {
  for (const field of form.fields) {
    field.reset();
    field.hint('');
  }
}
