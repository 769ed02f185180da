import { newId } from '../ids.ts';

export interface StoredFile {
  readonly key: string;
  readonly kind: 'file' | 'image';
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The app that uploaded it, or null when a person attached it to a message. */
  readonly appId: string | null;
}

/** Uploaded files and images. */
export class FileShelf {
  readonly #files = new Map<string, StoredFile>();

  add(file: Omit<StoredFile, 'key'>): StoredFile {
    const added = { ...file, key: newId(file.kind === 'image' ? 'img_v3_' : 'file_v3_') };
    this.#files.set(added.key, added);
    return added;
  }

  find(key: string): StoredFile | undefined {
    return this.#files.get(key);
  }
}
