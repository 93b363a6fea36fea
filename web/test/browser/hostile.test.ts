// SPDX-License-Identifier: Apache-2.0
// Hostile news: nothing of it runs, nothing of it is a link that should be none.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { checkQuiet, picture, type Report, Stage, waitForCount } from './stage';

const EVIL = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const reports: Report[] = [
  { id: '"><script>alert(3)</script>', date: '2024-03-01', source: EVIL, title: EVIL, url: 'javascript:alert(4)',
    text: `Iran attacked Israel in Tehran on Friday, ${EVIL} said the army.` },
  { id: 'bidi', date: '2024-03-02', source: 'moc.\u202eelpmaxe', title: 'gnp.\u202eexe', url: 'data:text/html,<script>alert(5)</script>',
    text: 'Israel bombed an army base near \u202eDamascus\u202c in Syria on Saturday.' },
  { id: 'formula', date: '2024-03-03', source: '=HYPERLINK("http://evil.example")', url: 'https://example.org/"onmouseover="alert(6)',
    text: 'Egypt met with Jordan in Cairo on Sunday.' },
];

let stage: Stage;
before(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'masudi-hostile-'));
  const file = path.join(folder, 'news.jsonl');
  writeFileSync(file, reports.map((report) => JSON.stringify(report) + '\n').join(''));
  stage = await Stage.open(file);
  rmSync(folder, { recursive: true });
});
after(() => stage?.close());

test('hostile words are shown as words', async () => {
  const page = await stage.page('#table');
  const count = await page.locator('.scrolled .row').count();
  assert.ok(count >= 3);
  const links: string[] = [];
  for (let i = 0; i < count; i++) {
    await page.locator('.scrolled .row').nth(i).click();
    await page.waitForFunction((n) => document.querySelectorAll('.scrolled .row')[n].classList.contains('chosen'), i);
    await page.locator('.drawer .sentence').first().waitFor();
    links.push(...(await page.locator('.drawer a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol))));
    assert.equal(await page.locator('.drawer img, .drawer script, .side script, .side img').count(), 0);
  }
  assert.ok(links.length > 0 && links.every((protocol) => protocol === 'https:'), links.join());
  assert.ok((await page.locator('[data-facet=source]').innerText()).includes('<img src=x onerror=alert(1)>'));
  assert.ok(!(await page.locator('body').innerText()).includes('\u202e'));
  await picture(page, 'hostile');
  checkQuiet(page);
});

test('hostile addresses are shown as nothing', async () => {
  const page = await stage.page('#map?incident=%3Cscript%3Ealert(7)%3C/script%3E&actor=%3Cimg%20src=x%20onerror=alert(8)%3E');
  await page.locator('.drawer .failed').waitFor();
  await waitForCount(page, 0);
  assert.equal(await page.locator('.side img').count(), 0);
});
