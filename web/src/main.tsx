// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import './theme/colours.css';
import './theme/base.css';
import './theme/layout.css';
import './theme/facets.css';
import './theme/table.css';
import './theme/map.css';
import './theme/views.css';
import './theme/watch.css';
import './theme/drawer.css';
import { App } from './shell/App';
import { applyTheme, currentTheme } from './theme/theme';

applyTheme(currentTheme());
const root = document.getElementById('app') as HTMLElement;
root.replaceChildren();
render(<App />, root);
