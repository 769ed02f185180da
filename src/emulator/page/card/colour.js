// @ts-check
// The platform's colour names, approximated: each hue has one middle tone and its shades are mixed from it.

const HUES = {
  blue: '#3370ff',
  wathet: '#1aa7ee',
  turquoise: '#0fb8a4',
  green: '#2ea121',
  lime: '#84a800',
  yellow: '#f5b800',
  orange: '#f77f00',
  red: '#f54a45',
  carmine: '#e83e97',
  violet: '#c32cc3',
  purple: '#7f3bf5',
  indigo: '#4954e6',
  grey: '#8f959e',
  neutral: '#8f959e',
};
const SHADES = {
  50: 'white 92%',
  100: 'white 84%',
  200: 'white 70%',
  300: 'white 52%',
  350: 'white 42%',
  400: 'white 25%',
};
const DEPTHS = { 500: 'black 0%', 600: 'black 18%', 700: 'black 34%', 800: 'black 50%', 900: 'black 64%' };
/** The shade a bare name stands for: as text it must be readable on white, as a ground it must let text be read. */
const BARE = { text: '600', tint: '100', ground: '50', band: '200', strong: '700', deep: '900' };
const PALE = new Set(['yellow', 'lime', 'wathet', 'turquoise', 'orange', 'green', 'grey', 'neutral']);

/**
 * @param {Record<string, any>} config the card's config, which may define names of its own
 * @param {unknown} name such as `red`, `blue-100`, `rgba(5,157,178,0.52)`
 * @param {keyof typeof BARE} use
 * @returns {string} a CSS colour, '' when the name says nothing
 */
export function colour(config, name, use) {
  if (typeof name !== 'string' || name === 'default') return '';
  const own = config.style?.color?.[name]?.light_mode;
  if (typeof own === 'string') return own;
  if (name === 'white') return '#fff';
  if (/^rgba?\([\d\s.,%]+\)$/.test(name) || /^#[\da-f]{3,8}$/i.test(name)) return name;
  const [hue = '', shade] = name.split('-');
  const base = HUES[/** @type {keyof typeof HUES} */ (hue)];
  if (base === undefined) return '';
  return mix(base, shade ?? bareShade(hue, use));
}

/** @param {string} hue @param {keyof typeof BARE} use */
function bareShade(hue, use) {
  return use === 'text' && PALE.has(hue) ? '700' : BARE[use];
}

/** @param {string} base @param {string} shade */
function mix(base, shade) {
  /** @type {Record<string, string>} */
  const towards = { ...SHADES, ...DEPTHS };
  return towards[shade] === undefined ? base : `color-mix(in srgb, ${base}, ${towards[shade]})`;
}
