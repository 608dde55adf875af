// The content script. Chrome runs it again in the same world when the toolbar button injects it into a page that has it
// already: then the older copy is taken down first. After an update Firefox runs it in a new world, where the older copy
// is out of reach; the session removes that one's paint, and that one ends by itself when it finds its extension gone.
import { openSession } from './session.ts';

const KEY = Symbol.for('attache.page');

function start(): void {
  const world = globalThis as { [KEY]?: AbortController };
  world[KEY]?.abort();
  const controller = new AbortController();
  world[KEY] = controller;
  void openSession(window, controller);
}

start();
