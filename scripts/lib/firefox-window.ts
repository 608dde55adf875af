// Functions that run in Firefox's own window, not here: they reach what no extension page can, the panel of the popup and
// the background. Each is sent as source (see bidi.ts) and so sees nothing of this file; their globals are declared below.

export async function openPanel(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(id);
  await extension.apiManager.global.browserActionFor(extension).triggerAction(window);
  const ready = () =>
    document.querySelector<PanelBrowser>('.webextension-popup-browser')?.closest<Panel>('panel')?.state === 'open';
  for (const until = Date.now() + 10_000; !ready() && Date.now() < until; ) {
    await new Promise((done) => setTimeout(done, 20));
  }
  if (!ready()) throw new Error('the popup did not open');
}

export function runInPanel(source: string): Promise<string> {
  const { messageManager } = document.querySelector<PanelBrowser>('.webextension-popup-browser')!;
  return new Promise((done, failed) => {
    const name = `attache:${Math.random()}`;
    messageManager.addMessageListener(name, ({ data }) =>
      'error' in data ? failed(new Error(data.error)) : done(data.value),
    );
    const script = `Promise.resolve().then(${source}).then(
      (value) => sendAsyncMessage('${name}', { value: JSON.stringify(value ?? null) }),
      (error) => sendAsyncMessage('${name}', { error: String(error) }))`;
    messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

export async function drawPanel(): Promise<string> {
  const panel = document.querySelector<PanelBrowser>('.webextension-popup-browser')!;
  const bitmap = await panel.browsingContext.currentWindowGlobal.drawSnapshot(
    new DOMRect(0, 0, panel.clientWidth, panel.clientHeight),
    1,
    'white',
  );
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function closePanel(): void {
  document.querySelector<PanelBrowser>('.webextension-popup-browser')?.closest<Panel>('panel')?.hidePopup();
}

export async function terminate(id: string): Promise<void> {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  await ExtensionParent.GlobalManager.getExtension(id).terminateBackground();
}

export function readErrors(id: string, origin: string): string[] {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const ofManifest: string[] = ExtensionParent.GlobalManager.getExtension(id).errors;
  const thrown = Services.console.getMessageArray().flatMap((message) => {
    const isOurs = message instanceof Ci.nsIScriptError && message.sourceName.startsWith(origin);
    // Firefox's remark that a popup was closed, or a background killed, before it had its answer.
    if (isOurs && message.errorMessage.startsWith('Promise rejected after context unloaded')) return [];
    return isOurs && !(message.flags & Ci.nsIScriptError.warningFlag) ? [message.errorMessage] : [];
  });
  return [...ofManifest, ...thrown];
}

interface Panel extends HTMLElement {
  state: string;
  hidePopup(): void;
}
interface PanelBrowser extends HTMLElement {
  messageManager: {
    addMessageListener(name: string, heard: (message: { data: { value: string } | { error: string } }) => void): void;
    loadFrameScript(url: string, allowDelayedLoad: boolean): void;
  };
  browsingContext: {
    currentWindowGlobal: { drawSnapshot(area: DOMRect, scale: number, background: string): Promise<ImageBitmap> };
  };
}
interface ScriptError {
  errorMessage: string;
  sourceName: string;
  flags: number;
}
// biome-ignore lint/suspicious/noExplicitAny: Firefox's own modules have no types.
declare const ChromeUtils: { importESModule(url: string): any };
declare const Services: { console: { getMessageArray(): unknown[] } };
declare const Ci: { nsIScriptError: (new () => ScriptError) & { warningFlag: number } };
