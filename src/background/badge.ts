// The number on the toolbar button: participants of the article's meetings, or entities when there is no meeting.
// The page counts and tells; browsers drop a tab's badge by themselves when it goes to another page.
import { browser } from '../browser.ts';

/** Deep enough for white figures (6.6 : 1), and told apart from light and dark toolbars alike. */
const COLOUR = '#2c5aa0';

export async function showBadge(tabId: number, badge: number | null): Promise<void> {
  const text = badge === null || badge === 0 ? '' : badge > 999 ? '999+' : String(badge);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
      browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab was closed in the meantime: nothing is left to show a number on.
  }
}
