// Entry of the popup: one session for as long as it is open.
import { render } from 'preact';
import { browser } from '../browser.ts';
import { App } from './App.tsx';
import { openSession } from './session.ts';

openPopup(document.getElementById('popup') as HTMLElement);

function openPopup(root: HTMLElement): void {
  const closing = new AbortController();
  const locale = browser.i18n.getUILanguage();
  const today = new Date().toISOString().slice(0, 10);
  const actions = openSession((state) => {
    render(<App state={state} actions={actions} locale={locale} today={today} />, root);
  }, closing.signal);
  addEventListener('pagehide', () => closing.abort(), { once: true });
}
