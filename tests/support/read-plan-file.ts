import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FileDocumentReader } from '../../src/adapters/documents/file-document-reader.ts';
import type { ImportReport } from '../../src/domain/plan/import-report.ts';
import { readPlan } from '../../src/domain/plan/read-plan.ts';
import type { SourceDocument } from '../../src/domain/plan/source-document.ts';

/** The folder of the plans that we wrote ourselves. */
export const PLANS = fileURLToPath(new URL('../fixtures/plans/', import.meta.url));
/** The real plans and the list of their rules are not part of the repository: without the folder beside it their tests are skipped. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
export const SEEDS = `${SHARED}seeds/`;

/** A file as the program reads it; a text is sent as UTF-8. */
export function documentOf(name: string, content: Uint8Array | string): Promise<SourceDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return new FileDocumentReader().read({ name, bytes });
}

/** One of {@link PLANS}. */
export function planDocument(name: string): Promise<SourceDocument> {
  return documentOf(name, readFileSync(`${PLANS}${name}`));
}

/** What the program makes of a document that it must not refuse. */
export function reportOf(document: SourceDocument, year: number | null = null): ImportReport {
  const read = readPlan({ document, year, issuedOn: null });
  if (!read.ok) throw new Error(`${document.name} was not read: ${read.error.kind}`);
  return read.value;
}

/** {@link reportOf} the real plan of that number. */
export async function reportOfSeed(number: string, year: number | null = null): Promise<ImportReport> {
  const name = readdirSync(SEEDS).find((file) => file.startsWith(number)) ?? '';
  return reportOf(await documentOf(name, readFileSync(`${SEEDS}${name}`)), year);
}
