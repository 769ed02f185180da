import type { Locator } from 'playwright-core';

/** What is wrong with a card as it is drawn, in words; none where a person can read and press everything. */
export function cardFaults(card: Locator): Promise<readonly string[]> {
  return card.evaluate(faultsOf);
}

/** As much of the page's own types as is used here: this program has none of them. */
interface Box {
  readonly tagName: string;
  readonly className: unknown;
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly offsetWidth: number;
  querySelectorAll(selector: string): Iterable<Box>;
  closest(selector: string): Box | null;
  getBoundingClientRect(): {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Runs in the page, so everything that it uses stands in it. */
function faultsOf(node: unknown): readonly string[] {
  const MOST_BUTTONS = 3;
  const card = node as Box;
  const frame = card.getBoundingClientRect();
  const nameOf = (box: Box) => `${box.tagName} ${String(box.className)} “${box.textContent.slice(0, 20)}”`;
  const isSeen = (box: Box) => box.offsetWidth !== 0 && box.getBoundingClientRect().width > 0;
  const all = [...card.querySelectorAll('*')].filter(isSeen);
  const buttons = [...card.querySelectorAll('button')].filter((box) => isSeen(box) && !box.closest('.menu'));

  const overlap = (one: Box, other: Box) => {
    const a = one.getBoundingClientRect();
    const b = other.getBoundingClientRect();
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    return across > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  };
  const inRow = (row: Box) =>
    [...row.querySelectorAll('button')].filter((box) => isSeen(box) && !box.closest('.overflow')).length;
  const isCut = (box: Box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0;
  const labels = (box: Box) => [box, ...box.querySelectorAll('.btn-label, .btn-label *')];
  const beyond = all.filter((box) => {
    const { left, right } = box.getBoundingClientRect();
    return right > frame.right + 1 || left < frame.left - 1;
  });

  return [
    ...(frame.height > 60 && [...card.querySelectorAll('.card-header')].length > 0 ? [] : ['not drawn']),
    ...[...card.querySelectorAll('.card-note')].map((box) => `the page says: ${box.textContent}`),
    ...beyond.map((box) => `wider than the card: ${nameOf(box)}`),
    ...[card, ...all.filter((box) => /card-body|column|form/.test(String(box.className)))]
      .filter(isCut)
      .map((box) => `scrolls sideways: ${nameOf(box)}`),
    ...buttons.filter((box) => labels(box).some(isCut)).map((box) => `text is cut: ${nameOf(box)}`),
    ...buttons.flatMap((one, at) =>
      buttons
        .slice(at + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `overlap: ${nameOf(one)} and ${nameOf(other)}`),
    ),
    ...[...card.querySelectorAll('.column-set')]
      .filter((row) => inRow(row) > MOST_BUTTONS)
      .map((row) => `more than ${MOST_BUTTONS} buttons in a row: ${nameOf(row)}`),
    ...(/\*\*|<\/?font|<br|&#\d|\]\(http|undefined|NaN|\[object/.exec(card.textContent) ?? []).map(
      (mark) => `not meant to be read: ${mark}`,
    ),
  ];
}
