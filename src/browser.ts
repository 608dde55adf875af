// The one import of webextension-polyfill: everything else takes `browser` from here.
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { browser };
