/** Something that is waited for until the test lets it go. */
export function held<T = void>(): { readonly waiting: Promise<T>; readonly letGo: (value: T) => void } {
  let letGo: (value: T) => void = () => undefined;
  const waiting = new Promise<T>((resolve) => {
    letGo = resolve;
  });
  return { waiting, letGo };
}
