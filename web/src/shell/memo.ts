// SPDX-License-Identifier: Apache-2.0
import { Component, type ComponentChild, type FunctionComponent, h } from 'preact';

/** A component that is compared anew only where one of its properties is another one. */
export function memo<Props extends object>(Shown: FunctionComponent<Props>): FunctionComponent<Props> {
  return class Kept extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return (Object.keys({ ...this.props, ...next }) as (keyof Props)[]).some((name) => this.props[name] !== next[name]);
    }
    render(): ComponentChild {
      return h(Shown, this.props as Props & { key?: never });
    }
  } as unknown as FunctionComponent<Props>;
}
