/** Starts the page; the language comes first, so that nothing shows in the wrong one. */
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/choices.css';
import './style/partners-and-points.css';
import './style/marks.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { followLanguage } from './state/language.ts';

followLanguage(document);
const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');
render(<App />, root);
