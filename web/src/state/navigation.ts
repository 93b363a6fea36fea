// SPDX-License-Identifier: Apache-2.0
import { type Address, formatAddress, parseAddress } from './address';

/** Keeps the address bar and the screen the same. What is pushed can be gone back to; what is replaced cannot. */
export class Navigation {
  private address = parseAddress(location.hash);
  private readonly listeners = new Set<(address: Address) => void>();

  constructor() {
    addEventListener('popstate', () => this.show(parseAddress(location.hash)));
  }

  get current(): Address {
    return this.address;
  }

  go(change: Partial<Address>, how: 'push' | 'replace' = 'push'): void {
    const next = { ...this.address, ...change };
    const hash = formatAddress(next);
    if (hash !== formatAddress(this.address)) {
      if (how === 'push') history.pushState(null, '', hash);
      else history.replaceState(null, '', hash);
    }
    this.show(next);
  }

  onChange(listener: (address: Address) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private show(address: Address): void {
    this.address = address;
    for (const listener of this.listeners) listener(address);
  }
}
