// SPDX-License-Identifier: Apache-2.0
// What the browser tests share: a store, a server over it, and a page that looks at it.
import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const { MASUDI, MASUDI_OUT, MASUDI_WEB, CHROMIUM } = process.env as Record<string, string>;
export const load = createRequire(path.join(MASUDI_WEB, 'package.json'));
const { chromium } = load('playwright-core') as typeof import('playwright-core');

export const EXAMPLE = path.join(MASUDI_WEB, '../examples/news.jsonl');

export interface Report {
  id: string;
  date: string;
  text: string;
  source?: string;
  title?: string;
  url?: string;
}

/** A server over a store of its own, and a browser. To be closed. */
export class Stage {
  private constructor(readonly folder: string, private readonly server: ChildProcess, readonly address: string, private readonly browser: Browser) {}

  static async open(...files: string[]): Promise<Stage> {
    const folder = mkdtempSync(path.join(tmpdir(), 'masudi-web-'));
    const store = path.join(folder, 'store.db');
    execFileSync(MASUDI, ['ingest', '--store', store, ...files], { stdio: 'pipe' });
    const server = spawn(MASUDI, ['serve', '--store', store, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const address = await new Promise<string>((resolve, reject) => {
      const said: string[] = [];
      const lines = createInterface({ input: server.stderr as NodeJS.ReadableStream });
      lines.on('line', (line) => {
        said.push(line);
        const match = /http:\/\/[\d.:]+\//.exec(line);
        if (match) resolve(match[0]);
      });
      server.on('exit', () => reject(new Error(`the server ended: ${said.join('\n')}`)));
    });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
    return new Stage(folder, server, address, browser);
  }

  /** Adds reports to the store while the server runs. */
  ingest(reports: Report[]): void {
    const file = path.join(this.folder, 'more.jsonl');
    writeFileSync(file, reports.map((report) => JSON.stringify(report) + '\n').join(''));
    execFileSync(MASUDI, ['ingest', '--store', path.join(this.folder, 'store.db'), file], { stdio: 'pipe' });
  }

  /** Does to the store what the command line can do to it; gives the exit code. */
  masudi(...words: string[]): number | null {
    return spawnSync(MASUDI, [...words, '--store', path.join(this.folder, 'store.db')], { stdio: 'pipe' }).status;
  }

  /** A page that shows the address, with its rows drawn. Anything that goes wrong in it fails the test at `checkQuiet`. */
  async page(hash = '', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const complaints: string[] = [];
    noises.set(page, complaints);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => {
      if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(this.address)) complaints.push(`asked elsewhere: ${request.url()}`);
    });
    page.on('dialog', (dialog) => {
      complaints.push(`a script ran: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(this.address + hash);
    await page.waitForSelector('.scrolled .row, .empty, .watch table');
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
    const ended = new Promise((resolve) => this.server.on('exit', resolve));
    this.server.removeAllListeners('exit').on('exit', () => undefined);
    this.server.kill('SIGTERM');
    if (this.server.exitCode === null) await Promise.race([ended, new Promise((resolve) => this.server.once('exit', resolve))]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const noises = new WeakMap<Page, string[]>();

/** No error, no refusal of the policy, no request to another host. */
export function checkQuiet(page: Page): void {
  assert.deepEqual(noises.get(page), []);
}

/** Waits until the page says that so many incidents pass. */
export async function waitForCount(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector('.counted b')?.textContent === String(wanted), count);
}

export async function countOf(page: Page): Promise<number> {
  return Number((await page.locator('.counted b').innerText()).replaceAll(',', ''));
}

export async function picture(page: Page, name: string): Promise<void> {
  if (await page.locator('.map').count()) await page.locator('.map[data-coasts=drawn]').waitFor();
  await page.screenshot({ path: path.join(MASUDI_OUT, 'screenshots', `${name}.png`) });
}

/** Serious findings of axe-core, in words. */
export async function accessibility(page: Page): Promise<string[]> {
  // Added the way that a content script is, past the policy of the page.
  await page.evaluate(readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    return (await axe.run(document, { resultTypes: ['violations'] })).violations;
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
