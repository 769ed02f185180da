import { FileDocumentReader } from '../../src/adapters/documents/file-document-reader.ts';
import { LibraryPaperFile } from '../../src/adapters/documents/papers/library-paper-file.ts';
import { LibraryTableFile } from '../../src/adapters/documents/table-file.ts';
import type { Database } from '../../src/adapters/prisma/database.ts';
import { instantOf } from '../../src/domain/calendar/civil-date.ts';
import { appOnStore } from './app-on-store.ts';
import { liveCountedMonth, publishCountedPlan } from './counted-month.ts';

/** The counted month as it stands at an instant, with the libraries that read and write files. */
export async function countedApp(database: Database, at: string) {
  const { clock, chat, deps: bare } = appOnStore(database, '2026-01-05T08:00+08:00');
  const files = {
    documents: new FileDocumentReader(),
    tables: new LibraryTableFile(),
    papers: new LibraryPaperFile(),
  };
  const deps = { ...bare, ...files };
  const planId = await publishCountedPlan(deps, clock);
  await liveCountedMonth(deps, at);
  clock.moveTo(instantOf(at));
  return { deps, clock, chat, planId };
}
