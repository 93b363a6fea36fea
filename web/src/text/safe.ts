// SPDX-License-Identifier: Apache-2.0
// News text is not trusted. Preact never reads it as markup; this file does what is left: links and hidden characters.

/** The address, if it is one that may be opened: http or https. */
export function safeUrl(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

// Controls, marks of writing direction, and other characters that are not seen but change what is.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The text with hidden characters shown as "�", one for one, so that offsets still hold. */
export function visible(text: string): string {
  return text.replace(HIDDEN, '\ufffd');
}

/** A cell of CSV. What a spreadsheet would take for a formula is made text by an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
