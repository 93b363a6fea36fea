// SPDX-License-Identifier: Apache-2.0
// Bundles the tests beside the sources and runs them with node's own test runner. usage: node test/unit.mjs [FOLDER FOR BUNDLES]
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.resolve(process.argv[2] ?? path.join(web, '../build/web-tests'));
const tests = readdirSync(path.join(web, 'src'), { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => path.join(web, 'src', file));
await build({
  entryPoints: tests, outdir: out, outbase: path.join(web, 'src'), outExtension: { '.js': '.mjs' }, bundle: true,
  platform: 'node', format: 'esm', sourcemap: 'inline', logLevel: 'warning',
});
const bundles = tests.map((file) => path.join(out, path.relative(path.join(web, 'src'), file).replace(/\.ts$/, '.mjs')));
const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...bundles], { stdio: 'inherit' });
process.exit(run.status ?? 1);
