export { startBrowser } from '../../bench/browser.ts';
