import { zipEntries } from './zip-entries.ts';

/**
 * How many bytes a zip says it unpacks to, so that a small file cannot fill the memory; `undefined` where its directory cannot
 * be read. A claim only: what unpacks for itself uses `ZipParts`, which stops at a limit.
 */
export function unzippedSizeBytes(zip: Uint8Array): number | undefined {
  return zipEntries(zip)?.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
}
