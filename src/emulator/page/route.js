// @ts-check
// Who I am and which chat is open live in the address, so that a link or a reload shows the same thing.

/** @returns {{ as: string | null, chat: string | null }} */
export function readRoute() {
  const query = new URLSearchParams(window.location.search);
  return { as: query.get('as'), chat: query.get('chat') };
}

/**
 * @param {{ as: string | null, chat: string | null }} route
 * @param {{ replace?: boolean }} [how] replace the history entry rather than adding one
 */
export function writeRoute({ as, chat }, { replace = false } = {}) {
  const query = new URLSearchParams(window.location.search);
  for (const [key, value] of Object.entries({ as, chat })) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  const address = `${window.location.pathname}?${query}`;
  if (address === window.location.pathname + window.location.search) return;
  if (replace) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
}
