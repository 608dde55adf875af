// The whole popup: what the page says, or why it says nothing, and the switch for what is marked.
import { ReadingContext } from './context.ts';
import { tellPlace } from './Jump.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { Report } from './Report.tsx';
import type { Actions, Jumped, PageView, PopupState } from './session.ts';
import { BARRIER, NONE, type Notice, READING, SLOW } from './words.ts';

export interface AppProps {
  state: PopupState;
  actions: Actions;
  /** BCP 47. */
  locale: string;
  /** ISO 8601 day. */
  today: string;
}

export function App({ state, actions, locale, today }: AppProps) {
  const { page, mode, jumped } = state;
  return (
    <>
      {page?.state === 'ready' ? (
        <ReadingContext.Provider
          value={{ analysis: page.analysis, blocks: page.blocks, locale, today, jumped, actions }}
        >
          <Report />
        </ReadingContext.Provider>
      ) : (
        <NoticePage page={page} actions={actions} />
      )}
      <section class="dock" aria-label="Marking">
        <ModeSwitch mode={mode} onChange={actions.setMode} />
      </section>
      <p class="sr" role="status">
        {jumped && tellJump(jumped)}
      </p>
    </>
  );
}

function tellJump(jumped: Jumped): string {
  if (jumped.at === null) return 'No longer in the article';
  return jumped.of === 1 ? 'Shown in the article' : `Mention ${tellPlace(jumped)}`;
}

function NoticePage({ page, actions }: { page: Exclude<PageView, { state: 'ready' }> | null; actions: Actions }) {
  const notice = noticeOf(page);
  return (
    <main class="notice" data-state={page?.state ?? 'reading'} aria-busy={notice === READING}>
      <span class="notice-mark" aria-hidden="true" />
      <h1>{notice.title}</h1>
      {notice.text && <p>{notice.text}</p>}
      {notice.again && (
        <button type="button" class="button" onClick={actions.readAgain}>
          Read again
        </button>
      )}
    </main>
  );
}

function noticeOf(page: Exclude<PageView, { state: 'ready' }> | null): Notice {
  switch (page?.state) {
    case undefined:
      return READING;
    case 'reading':
      return page.slow ? SLOW : READING;
    case 'none':
      return NONE[page.reason];
    case 'barred':
      return BARRIER[page.barrier];
    case 'error':
      return { title: 'This did not work', text: page.message, again: true };
  }
}
