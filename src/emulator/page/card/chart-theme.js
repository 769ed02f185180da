// @ts-check

/** The five colour themes, approximated: the platform documents their names, not their colours. @type {Record<string, string[]>} */
const COLOURS = {
  brand: ['#3370ff', '#34c3f4', '#f7ba1e', '#4cc78c', '#8d4eda', '#f77f00', '#2f4c73', '#c3a1f1', '#0fa294', '#f08fcf'],
  rainbow: ['#3370ff', '#4e83fd', '#6c98ff', '#85a8ff', '#9db8ff', '#b3c9ff', '#c7d7ff', '#d9e4ff'],
  complementary: ['#3370ff', '#ff9d3c', '#6c98ff', '#ffb870', '#a3bfff', '#ffd3a5', '#d1dfff', '#ffe9d2'],
  converse: ['#3370ff', '#f54a45', '#2ea121', '#f5b800', '#7f3bf5', '#0fb8a4', '#e83e97', '#84a800'],
  primary: ['#245bdb', '#d83931', '#2b821d', '#b8860b', '#6425d0', '#04807c', '#b3196a', '#5c7700'],
};

/**
 * What a chart looks like where its spec does not say: VChart's light theme with the platform's colours and the page's font.
 * The platform adds media queries of its own to every spec; what is in them is not documented, so none are added here.
 *
 * @param {unknown} name the element's `color_theme`
 */
export function chartTheme(name) {
  const colours = COLOURS[/** @type {string} */ (name)] ?? COLOURS.brand;
  return {
    type: 'light',
    background: 'transparent',
    fontFamily: getComputedStyle(document.documentElement).fontFamily,
    colorScheme: { default: { dataScheme: colours } },
  };
}
