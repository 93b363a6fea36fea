// SPDX-License-Identifier: Apache-2.0
// Walks through the dashboard in a browser, against a real server over a real store. Exit code 77: there is no browser.
// usage: node test/browser.mjs MASUDI OUTPUT_FOLDER [FILTER]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [masudi, output, only = ''] = process.argv.slice(2);
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => file && existsSync(file),
);
if (!chromium) {
  console.log('skipped: there is no chromium (scripts/test-packages.txt)');
  process.exit(77);
}

const out = path.resolve(output);
mkdirSync(path.join(out, 'screenshots'), { recursive: true });
const folder = path.join(web, 'test/browser');
const tests = readdirSync(folder).filter((file) => file.endsWith('.test.ts') && file.includes(only)).map((file) => path.join(folder, file));
await build({
  entryPoints: tests, outdir: path.join(out, 'bundles'), outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm',
  sourcemap: 'inline', logLevel: 'warning',
});
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...tests.map((file) => path.join(out, 'bundles', path.basename(file).replace(/\.ts$/, '.mjs')))],
  { stdio: 'inherit', env: { ...process.env, MASUDI: path.resolve(masudi), MASUDI_OUT: out, MASUDI_WEB: web, CHROMIUM: chromium } },
);
process.exit(run.status ?? 1);
