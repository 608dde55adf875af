// A stand-in for the browser's API at the edge, for unit tests: enough of it to run the background and the popup for
// real, with events that tests fire and a record of what was asked. What real browsers do is tested in tests/browser.
import { vi } from 'vitest';

type Listener = (...args: never[]) => unknown;

/** An event as extensions see it. `fire` gives what the listeners returned. */
export class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.listeners.add(listener);
  removeListener = (listener: Listener): void => void this.listeners.delete(listener);
  fire(...args: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => (listener as (...all: unknown[]) => unknown)(...args));
  }
}

export interface FakeMenuItem {
  id?: string;
  parentId?: string;
  title?: string;
  type?: string;
  checked?: boolean;
}

export interface FakeTab {
  id: number;
  url?: string;
  status?: string;
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;

export function fakeBrowser(stored: Record<string, unknown> = {}) {
  const onChanged = new FakeEvent();
  const menus = new Map<string, FakeMenuItem>();
  const tab: FakeTab = { id: 7, url: 'https://news.example.org/story', status: 'complete' };
  const runtime = {
    id: 'attache',
    lastError: null as { message: string } | null,
    onMessage: new FakeEvent(),
    onInstalled: new FakeEvent(),
    onStartup: new FakeEvent(),
    getURL: (path: string) => `moz-extension://attache/${path}`,
    getManifest: () => ({
      content_scripts: [{ matches: ['*://news.example.org/*'], js: ['page.js'], css: ['page.css'] }],
    }),
    sendMessage: vi.fn(async (_message: unknown): Promise<unknown> => undefined),
  };
  return {
    runtime,
    /** The tab that is active; tests change it. */
    tab,
    menus,
    stored,
    storage: {
      onChanged,
      local: {
        get: vi.fn(async (key: string) => (key in stored ? { [key]: structuredClone(stored[key]) } : {})),
        set: vi.fn(async (items: Record<string, unknown>) => {
          for (const [key, newValue] of Object.entries(items)) {
            const oldValue = stored[key];
            stored[key] = structuredClone(newValue);
            onChanged.fire({ [key]: { oldValue, newValue } }, 'local');
          }
        }),
      },
    },
    contextMenus: {
      onClicked: new FakeEvent(),
      removeAll: vi.fn(async () => menus.clear()),
      /** As real browsers do: an id used twice is an error told by `lastError` during the callback. */
      create: vi.fn((item: FakeMenuItem, done: () => void) => {
        const id = item.id ?? '';
        runtime.lastError = menus.has(id) ? { message: `Cannot create item with duplicate id ${id}` } : null;
        if (!runtime.lastError) menus.set(id, { ...item });
        done();
        runtime.lastError = null;
        return id;
      }),
      update: vi.fn(async (id: string, change: FakeMenuItem) => {
        const item = menus.get(id);
        if (!item) throw new Error(`Cannot find menu item with id ${id}`);
        // Ticking one radio item unticks the others of its group.
        if (change.checked) for (const other of menus.values()) if (other.type === 'radio') other.checked = false;
        Object.assign(item, change);
      }),
    },
    commands: { onCommand: new FakeEvent() },
    action: {
      setBadgeText: vi.fn(async (_details: { tabId: number; text: string }) => undefined),
      setBadgeBackgroundColor: vi.fn(async (_details: { tabId: number; color: string }) => undefined),
      setBadgeTextColor: vi.fn(async (_details: { tabId: number; color: string }) => undefined),
    },
    tabs: {
      query: vi.fn(async (): Promise<FakeTab[]> => [tab]),
      get: vi.fn(async (): Promise<FakeTab> => tab),
      sendMessage: vi.fn(async (_tab: number, _message: unknown): Promise<unknown> => {
        throw new Error('Could not establish connection. Receiving end does not exist.');
      }),
    },
    scripting: {
      insertCSS: vi.fn(async (_injection: unknown) => undefined),
      executeScript: vi.fn(async (_injection: unknown) => []),
    },
    i18n: { getUILanguage: () => 'en-GB' },
  };
}
