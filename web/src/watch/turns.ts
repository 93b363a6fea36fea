// SPDX-License-Identifier: Apache-2.0

/** Questions that are asked while older ones are under way. */
export class Turns {
  private asked = 0;
  private taken = 0;

  /** To be called with each question; gives what tells, once the answer is there, whether no later one was taken before it. */
  next(): () => boolean {
    const mine = ++this.asked;
    return () => {
      if (mine < this.taken) return false;
      this.taken = mine;
      return true;
    };
  }
}
