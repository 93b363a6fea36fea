// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'preact/hooks';

/** Keys that work anywhere but where a person types. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]')) return;
      const isTyping = event.target instanceof HTMLInputElement && !['checkbox', 'radio', 'range'].includes(event.target.type);
      if (isTyping && event.key !== 'Escape') return;
      const isOnControl = event.target instanceof Element && event.target.closest('button, a, summary, [role=button], input') !== null;
      if (event.key === 'Enter' && isOnControl) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
