import { DocumentError } from '../adapters/documents/document-error.ts';
import { documentSentence } from '../cards/read-failure-text.ts';
import { fileSentence, isFileError } from './failures.ts';
import { CliError, type Io } from './io.ts';

/** Has a document's failure say which document: several may be read at once. */
export async function aboutFile<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DocumentError) throw new CliError(`${path}：${documentSentence(error.code)}`);
    throw error;
  }
}

/** The bytes of a file that was named on the command line. @throws CliError where it cannot be read */
export async function readInput(io: Io, path: string): Promise<Uint8Array> {
  try {
    return await io.readFile(path);
  } catch (error) {
    // Not every error of the system says the path.
    if (isFileError(error)) throw new CliError(fileSentence({ code: error.code, path }));
    throw error;
  }
}
