// The highlight modes as radio items of a context menu, on pages and on the toolbar button.
// Both browsers keep menus while the background sleeps, Firefox not always over a restart: so they are made anew when
// the extension is installed and when the browser starts, and only ticked in between.
import { browser, type Menus } from '../browser.ts';
import { HIGHLIGHT_MODES, type HighlightMode } from '../settings.ts';

const PARENT = 'highlights';
const PREFIX = 'mode-';

const TITLES: Record<HighlightMode, string> = {
  all: 'Everything',
  people: 'People',
  countries: 'Countries',
  organizations: 'Organizations',
  meeting: 'The meeting only',
  off: 'Nothing',
};

export async function createMenus(mode: HighlightMode): Promise<void> {
  await browser.contextMenus.removeAll();
  const contexts: Menus.ContextType[] = ['page', 'selection', 'link', 'action'];
  await create({ id: PARENT, title: 'Attaché marks', contexts });
  for (const each of HIGHLIGHT_MODES) {
    const item = { id: PREFIX + each, parentId: PARENT, title: TITLES[each], contexts };
    await create({ ...item, type: 'radio', checked: each === mode });
  }
}

/** Ticks `mode`; makes the menu when there is none yet, as after an update that was cut short. */
export async function tickMenu(mode: HighlightMode): Promise<void> {
  try {
    await browser.contextMenus.update(PREFIX + mode, { checked: true });
  } catch {
    await createMenus(mode);
  }
}

/** The mode that a clicked item stands for; null for items that are none of ours. */
export function modeOfItem(id: string | number): HighlightMode | null {
  return HIGHLIGHT_MODES.find((mode) => PREFIX + mode === id) ?? null;
}

/** `create` tells of failure by a callback only, in both browsers; an id used twice is such a failure. */
function create(item: Menus.CreateCreatePropertiesType): Promise<void> {
  return new Promise((resolve, reject) => {
    browser.contextMenus.create(item, () => {
      const error = browser.runtime.lastError as { message?: string } | null | undefined;
      if (error) reject(new Error(error.message));
      else resolve();
    });
  });
}
