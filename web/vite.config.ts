// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// MASUDI_WEB_OUT: where to build to. MASUDI_SERVER: a running masudi serve, for npm run dev.
export default defineConfig({
  base: './',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact', legalComments: 'none' },
  build: {
    outDir: process.env.MASUDI_WEB_OUT ?? fileURLToPath(new URL('../build/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // nothing inline: the server's policy refuses it
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  json: { stringify: true },
  server: { proxy: { '/api': process.env.MASUDI_SERVER ?? 'http://127.0.0.1:7070' } },
});
