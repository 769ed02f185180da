// @ts-check

const EDGE_PX = 8;

/**
 * Opens a popover below its button, or above where there is no room. It lies in the browser's top layer, so no card
 * edge or scrolling area cuts it off; Escape and a click elsewhere close it.
 *
 * @param {any} button
 * @param {HTMLElement} menu has the `popover` attribute and the class `menu`
 */
export function joinMenu(button, menu) {
  button.popoverTargetElement = menu;
  button.setAttribute('aria-haspopup', 'true');
  button.setAttribute('aria-expanded', 'false');
  menu.addEventListener('toggle', () => {
    const open = menu.matches(':popover-open');
    button.setAttribute('aria-expanded', String(open));
    // Its size is known only now; until it has its place the style sheet keeps it invisible.
    if (open) place(button, menu);
    menu.classList.toggle('placed', open);
    if (open) choices(menu)[0]?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = choices(menu);
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    all[(at + step + all.length) % all.length]?.focus();
  });
}

/** @param {HTMLElement} menu @returns {HTMLElement[]} */
function choices(menu) {
  return [...menu.querySelectorAll('button, a, input')].map((node) => /** @type {HTMLElement} */ (node));
}

/** @param {HTMLElement} button @param {HTMLElement} menu */
function place(button, menu) {
  const at = button.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + 4 + size.height <= window.innerHeight - EDGE_PX;
  const left = Math.min(at.left, window.innerWidth - size.width - EDGE_PX);
  menu.style.left = `${Math.max(EDGE_PX, left)}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(EDGE_PX, at.top - 4 - size.height)}px`;
}
