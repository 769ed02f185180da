// @ts-check

const RETRY_MS = 2000;

/**
 * Listens to the server's `change` events for one person and comes back by itself when the server was away.
 *
 * @param {string} as
 * @param {{ onChange: () => void, onGone: () => void, onBack: () => void }} told
 * @returns {() => void} stops listening
 */
export function listen(as, told) {
  let stopped = false;
  /** @type {EventSource | null} */
  let source = null;
  let retry = 0;

  function open() {
    source = new EventSource(`/emulator/stream?as=${encodeURIComponent(as)}`);
    source.addEventListener('open', told.onBack);
    source.addEventListener('change', told.onChange);
    source.addEventListener('error', () => {
      if (stopped) return;
      told.onGone();
      // The browser retries a cut connection itself, but gives up for good when the answer was an HTTP error.
      if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(open, RETRY_MS);
    });
  }

  open();
  return () => {
    stopped = true;
    window.clearTimeout(retry);
    source?.close();
  };
}
