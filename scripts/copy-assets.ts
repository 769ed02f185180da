import { chmodSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Part of `npm run build`: what the compiler leaves behind. The page is plain JavaScript for browsers; samples and migrations are
// found beside dist, in the package's own folders.
const root = fileURLToPath(new URL('../', import.meta.url));
cpSync(join(root, 'src/emulator/page'), join(root, 'dist/emulator/page'), { recursive: true });
chmodSync(join(root, 'dist/main.js'), 0o755);
