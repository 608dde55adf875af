// The main job, end to end: a demonstration article under a real news host is marked, and the real popup tells who met
// whom, where and when, while the page notices nothing.
import { expect, it } from 'vitest';
import { demoPage } from '../../scripts/demo/page.ts';
import { reception } from '../../scripts/demo/reception.ts';
import { HIGHLIGHT_MODES, SETTINGS_KEY } from '../../src/settings.ts';
import { inEachBrowser } from './harness.ts';

inEachBrowser('the demonstration articles', (stage) => {
  it('marks the reception and tells of it', async () => {
    const page = await stage().open(stage().demo[0]);
    const { analysis, painted, timings } = await stage().ready(page);
    const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
    expect(analysis.participants.map((id) => names.get(id)).sort()).toEqual(['Badr Abdelatty', 'Johann Wadephul']);
    expect(painted).toBe(analysis.mentions.length);
    for (const type of ['person', 'country', 'organization'] as const) {
      const ids = new Set(analysis.entities.filter((entity) => entity.type === type).map((entity) => entity.id));
      expect(await stage().marked(page, type)).toBe(analysis.mentions.filter(({ entity }) => ids.has(entity)).length);
    }
    const popup = await stage().popupSaying(page, 'Badr Abdelatty');
    const text = await popup.text();
    for (const words of ['Johann Wadephul', 'Egypt', 'Germany', 'Cairo', 'October 8, 2026', 'World Food Programme']) {
      expect(text).toContain(words);
    }
    await popup.close();
    console.log(`measured: ${stage().kind}, first article: ${told(timings)}`);
    await stage().expectQuiet(page);
  });

  it('tells of the call and who takes no part in it', async () => {
    const page = await stage().open(stage().demo[1]);
    const { analysis, timings } = await stage().ready(page);
    const news = analysis.meetings.filter((meeting) => !meeting.background);
    expect(news).toHaveLength(1);
    expect(news[0]).toMatchObject({ kind: 'call', format: 'bilateral', status: 'held', date: '2026-10-05' });
    expect(analysis.participants).toHaveLength(2);
    const popup = await stage().popupSaying(page, 'Sanae Takaichi');
    expect(await popup.text()).toContain('Anthony Albanese');
    await popup.close();
    console.log(`measured: ${stage().kind}, warm: ${told(timings)}`);
    await stage().expectQuiet(page);
  });

  it('tells of the round and everybody at the table', async () => {
    const page = await stage().open(stage().demo[2]);
    const { analysis } = await stage().ready(page);
    const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]));
    const round = analysis.meetings.find((meeting) => meeting.format === 'multilateral' && !meeting.background);
    expect(round?.participants.map(({ entity }) => names.get(entity)).sort()).toEqual([
      'Kao Kim Hourn',
      'Mohamad Hasan',
      'Sihasak Phuangketkeow',
      'Sugiono',
      'Theresa Lazaro',
      'Vivian Balakrishnan',
    ]);
    expect(round).toMatchObject({ place: 'Singapore', date: '2026-10-03' });
    await stage().expectQuiet(page);
  });

  it('repaints at once when the mode changes, and remembers it', async () => {
    const page = await stage().open(stage().demo[0]);
    const all = await stage().ready(page);
    const counts = new Map<string, number>();
    const setMode = (mode: string) =>
      stage().extension.evaluate(
        async (key, mode) => {
          const scope = globalThis as never as Record<
            'browser' | 'chrome',
            { storage: { local: { set(o: object): Promise<void> } } }
          >;
          await (scope.browser ?? scope.chrome).storage.local.set({ [key]: { mode } });
        },
        SETTINGS_KEY,
        mode,
      );
    try {
      for (const mode of HIGHLIGHT_MODES.filter((mode) => mode !== 'all')) {
        await setMode(mode);
        const before = [...counts.values()].at(-1) ?? all.painted;
        const state = await stage().readyWhen(page, ({ painted }) => painted !== before);
        counts.set(mode, state.painted);
        const shown = await Promise.all(
          (['person', 'country', 'organization'] as const).map((t) => stage().marked(page, t)),
        );
        expect(shown.reduce((sum, n) => sum + n)).toBe(state.painted);
        if (mode === 'people') expect(shown.slice(1)).toEqual([0, 0]);
        if (mode === 'countries') expect([shown[0], shown[2]]).toEqual([0, 0]);
        if (mode === 'organizations') expect(shown.slice(0, 2)).toEqual([0, 0]);
      }
      expect(counts.get('off')).toBe(0);
      expect(counts.get('meeting')).toBeGreaterThan(0);
      expect(counts.get('meeting')).toBeLessThan(all.painted);
      expect(counts.get('people')! + counts.get('countries')! + counts.get('organizations')!).toBe(all.painted);
      // Another page of another time knows it still.
      const other = await stage().open(stage().demo[1]);
      expect((await stage().ready(other)).painted).toBe(0);
    } finally {
      await setMode('all');
    }
  });

  it('changes the mode by a click in the popup', async () => {
    const page = await stage().open(stage().demo[0]);
    const all = await stage().ready(page);
    const click = async (label: RegExp) => {
      const popup = await stage().popupSaying(page, 'Badr Abdelatty');
      const clicked = await popup.evaluate((source) => {
        const label = new RegExp(source, 'i');
        for (const control of document.querySelectorAll<HTMLElement>('.dock label, .dock button')) {
          if (!label.test(control.textContent ?? '')) continue;
          control.click();
          return true;
        }
        return false;
      }, label.source);
      expect(clicked).toBe(true);
      await stage().readyWhen(page, ({ painted }) => (painted === all.painted) === (label.source === 'all'));
      await popup.close();
    };
    await click(/people/);
    expect(await stage().marked(page, 'country')).toBe(0);
    await click(/all/);
    expect((await stage().ready(page)).painted).toBe(all.painted);
  });

  it('reads a page of no listed site when its button is clicked, and not before', async () => {
    const url = 'http://paper.example/story';
    stage().proxy.serve(url, { body: demoPage(reception) });
    const page = await stage().open(url);
    expect(await stage().read(page)).toBeNull();
    expect(await stage().marked(page, 'person')).toBe(0);
    const popup = await stage().popupSaying(page, 'Johann Wadephul');
    await popup.close();
    expect(await stage().marked(page, 'person')).toBeGreaterThan(5);
    await stage().expectQuiet(page);
  });

  it('answers when the background was killed before and while it is asked', async () => {
    const idle = await stage().open(stage().demo[0]);
    await stage().ready(idle);
    await stage().extension.stopBackground();
    const page = await stage().open(stage().demo[1]);
    expect((await stage().ready(page)).analysis.participants).toHaveLength(2);
    // Killed again and again in the time in which a request is on its way.
    const asked = await stage().open(stage().demo[2]);
    await stage().ready(asked);
    for (let i = 0; i < 3; i++) {
      await stage().extension.ask(asked, { type: 'reread' });
      await stage().extension.stopBackground();
    }
    expect((await stage().ready(asked)).analysis.mentions.length).toBeGreaterThan(20);
    expect(await stage().extension.errors()).toEqual([]);
  });

  it('reads with a cold background and with a warm one', async () => {
    await stage().extension.stopBackground();
    const page = await stage().open(stage().demo[0]);
    const { timings } = await stage().ready(page);
    console.log(`measured: ${stage().kind}, cold background: ${told(timings)}`);
    const again = await stage().open(stage().demo[0]);
    console.log(`measured: ${stage().kind}, warm background: ${told((await stage().ready(again)).timings)}`);
  });
});

function told(timings: { articleMs: number; analyzeMs: number; paintMs: number; longestTaskMs: number }): string {
  const { articleMs, analyzeMs, paintMs, longestTaskMs } = timings;
  const all = articleMs + analyzeMs + paintMs;
  const ms = (n: number) => `${Math.round(n)} ms`;
  return `${ms(all)} (article ${ms(articleMs)}, analysis ${ms(analyzeMs)}, paint ${ms(paintMs)}), longest task ${ms(longestTaskMs)}`;
}
