import fc from 'fast-check';
import { expect } from 'vitest';

/** Whatever a file holds, it is read or refused with a `DocumentError`; nothing else comes out of a reader. */
export async function expectReadOrRefused(reading: Promise<unknown>): Promise<void> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error !== undefined) expect(error).toMatchObject({ name: 'DocumentError' });
}

/** Copies of a file in which up to so many bytes are others. */
export function damagedCopies(file: Uint8Array, maxChanges: number): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const change = fc.record({ at: fc.nat(file.length - 1), value: fc.nat(255) });
  return fc.array(change, { maxLength: maxChanges }).map((changes) => {
    const copy = new Uint8Array(file);
    for (const { at, value } of changes) copy[at] = value;
    return copy;
  });
}
