// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { csvCell, safeUrl, visible } from './safe';

test('only http and https are links', () => {
  assert.equal(safeUrl('https://example.org/a?b=c'), 'https://example.org/a?b=c');
  assert.equal(safeUrl('HTTP://example.org'), 'http://example.org/');
  for (const url of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,<b>', 'file:///etc/passwd',
    '//example.org', '/x', 'x', '', null, undefined]) {
    assert.equal(safeUrl(url), null, String(url));
  }
});

test('hidden characters are shown, one for one', () => {
  const hostile = 'pay \u202egnp.exe\u202c now\u0007\u200b';
  assert.equal(visible(hostile), 'pay \ufffdgnp.exe\ufffd now\ufffd\ufffd');
  assert.equal(visible(hostile).length, hostile.length);
  assert.equal(visible('line\nbreak\tand عربى, 日本'), 'line\nbreak\tand عربى, 日本');
});

test('cells of CSV are quoted and are no formulas', () => {
  assert.equal(csvCell('plain'), 'plain');
  assert.equal(csvCell('a "b", c'), '"a ""b"", c"');
  assert.equal(csvCell('=HYPERLINK("x")'), '"\'=HYPERLINK(""x"")"');
  assert.equal(csvCell('@SUM(A1)'), "'@SUM(A1)");
  assert.equal(csvCell(-3), '-3');
  assert.equal(csvCell(null), '');
});
