// @ts-check

/** What the phone clients cannot draw, by property (CARD content-components/chart, 注意事项). @type {Record<string, (value: unknown) => boolean>} */
const NOT_ON_PHONES = {
  texture: (value) => value !== undefined && value !== null && value !== '',
  gradient: (value) => value === 'conical',
  layoutMode: (value) => value === 'grid',
  repeatX: isRepeat,
  repeatY: isRepeat,
};

/** The properties of a spec that keep the phone clients from drawing it. @param {unknown} spec @returns {string[]} */
export function phoneFaults(spec) {
  return [...new Set(faultsIn(spec))];
}

/** @param {unknown} value @returns {string[]} */
function faultsIn(value) {
  if (Array.isArray(value)) return value.flatMap(faultsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    // Rows of data may have columns of any name.
    if (key === 'values') return [];
    const here = Object.hasOwn(NOT_ON_PHONES, key) && NOT_ON_PHONES[key]?.(inner) ? [key] : [];
    return [...here, ...faultsIn(inner)];
  });
}

/** @param {unknown} value */
function isRepeat(value) {
  return value === 'repeat' || value === 'stretch';
}
