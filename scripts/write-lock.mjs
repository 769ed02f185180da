// Writes package-lock.json so that `npm ci` works from any npm registry or mirror, on any platform:
// no download addresses, and every optional platform package listed even where the mirror at hand lacks some.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--omit-lockfile-registry-resolved=false'], {
  stdio: 'inherit',
});
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`]) continue;
    const system = SYSTEMS.find((word) => name.includes(word));
    const processor = PROCESSORS.find((word) => name.includes(word));
    if (!system || !processor) throw new Error(`${name}: which platform is it for?`);
    const dev = entry.dev ? { dev: true } : {};
    const libc = system === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {};
    const platform = { cpu: [processor], ...dev, ...libc, optional: true, os: [system] };
    lock.packages[`node_modules/${name}`] = { version, ...platform };
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
