import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileDocumentReader } from '../../src/adapters/documents/file-document-reader.ts';
import type { Block } from '../../src/domain/plan/source-document.ts';

const PROGRAM = 'soffice';
const TIMEOUT_MS = 120_000;

/** Whether LibreOffice can be asked. Where everything is checked (`CI=true`) it has to be there; elsewhere its tests are left out. */
export function hasOfficeProgram(): boolean {
  const found = spawnSync(PROGRAM, ['--version'], { timeout: TIMEOUT_MS }).status === 0;
  if (found) return true;
  if (process.env.CI === 'true') throw new Error('soffice is missing: .ci/run installs it');
  process.stderr.write('LibreOffice (soffice) is not installed: the papers are not opened with it.\n');
  return false;
}

/** Files as LibreOffice prints them: paragraphs and rows of tables as lines, by file name. */
export async function printedTexts(files: Readonly<Record<string, Uint8Array>>): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-office-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, name), files[name] ?? new Uint8Array());
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', join(folder, 'pdf'), ...names];
    spawnSync(PROGRAM, args, { cwd: folder, timeout: TIMEOUT_MS });
    const reader = new FileDocumentReader();
    const texts = new Map<string, string>();
    for (const name of names) {
      const pdf = join(folder, 'pdf', name.replace(/\.\w+$/, '.pdf'));
      const { blocks } = await reader.read({ name: 'a.pdf', bytes: readFileSync(pdf) });
      texts.set(name, blocks.flatMap(linesOf).join('\n'));
    }
    return texts;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function linesOf(block: Block): readonly string[] {
  if (block.type !== 'table') return [block.text];
  const rows = new Map<number, string[]>();
  for (const { row, text } of block.cells) rows.set(row, [...(rows.get(row) ?? []), text.replace(/\n/g, '')]);
  return [...rows.values()].map((cells) => cells.join(' '));
}
