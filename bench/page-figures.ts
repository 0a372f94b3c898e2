import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';

/** How a page behaved while something was done: on the clock, and by the time of its thread, which is the same on a busy machine. */
export interface Smoothness {
  /** The longest time between two frames, in milliseconds. */
  readonly longestFrame: number;
  /** The longest time of the thread for one step of what was done. */
  readonly busiestStep: number;
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;

const watchFrames = `(() => {
  const kept = { longest: 0, ends: false };
  let last = performance.now();
  const look = (now) => {
    kept.longest = Math.max(kept.longest, now - last);
    last = now;
    if (!kept.ends) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  globalThis.watchedFrames = kept;
})()`;

const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))';

const busyOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
};

/** Does something step by step, and sees how smooth the page stays. */
export const smoothness = async (
  page: Page,
  steps: number,
  step: (index: number) => Promise<unknown>,
): Promise<Smoothness> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(watchFrames);
  let busiestStep = 0;
  for (let index = 0; index < steps; index += 1) {
    const before = await busyOf(session);
    await step(index);
    await page.evaluate(twoFrames);
    busiestStep = Math.max(busiestStep, (await busyOf(session)) - before);
  }
  const longestFrame = await page.evaluate<number>('(watchedFrames.ends = true, watchedFrames.longest)');
  await session.detach();
  return { longestFrame, busiestStep };
};

const isSettled = `document.querySelector('h1') !== null && document.querySelector('.loading, [aria-busy=true]') === null`;

/** Waits until something holds on a page. Looks once a frame; the page's policy lets nothing be run from strings, the browser's own hand does. */
const until = (page: Page, condition: string): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const look = () => (${condition} ? done() : requestAnimationFrame(look));
    look();
  })`);

/** Waits until a page shows what it was asked for. */
export const usable = (page: Page): Promise<unknown> => until(page, isSettled);

/** The first load of a page with an empty cache: milliseconds until it can be used, and its scripts as they are sent, packed. */
export const firstLoad = async (
  page: Page,
  url: string,
): Promise<{ readonly milliseconds: number; readonly script: number }> => {
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.set(response.url(), response.body());
  });
  const start = performance.now();
  await page.goto(url);
  await usable(page);
  const milliseconds = performance.now() - start;
  let script = 0;
  for (const body of scripts.values()) script += gzipSync(await body).length;
  return { milliseconds, script };
};

/** How long answers take: the middle one, and the 95th of a hundred, in milliseconds. */
export interface Answers {
  readonly p50: number;
  readonly p95: number;
}

/** Does something several times, and sees how long it takes until the page shows the answer. */
export const answers = async (times: number, ask: (index: number) => Promise<unknown>): Promise<Answers> => {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await ask(index);
    taken.push(performance.now() - start);
  }
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
};

/** Scrolls a table far down, a screen and a half at a time. */
export const scrollDown = (page: Page, steps: number): Promise<Smoothness> =>
  smoothness(page, steps, () => page.evaluate('scrollBy(0, 1200)'));

/** What was done while a page was asked for other things: how smooth it stayed, and how soon it answered. */
export interface Asking {
  readonly smoothness: Smoothness;
  readonly answers: Answers;
}

/** Counts answers of the API as they are shown: the address has changed, and nothing is being asked for. */
const answeredAfter = async (page: Page, act: () => Promise<unknown>): Promise<void> => {
  const before = page.url();
  await act();
  await until(page, `location.href !== ${JSON.stringify(before)} && ${isSettled}`);
};

/** Types words into the filter of a table: letter by letter, and then each word on its own until its answer is there. */
export const typeFilter = async (page: Page, words: string): Promise<Asking> => {
  const field = page.getByLabel('Words', { exact: true });
  const smooth = await smoothness(page, words.length, (index) => field.press(words[index] ?? ''));
  const each = words.split(' ');
  return {
    smoothness: smooth,
    answers: await answers(2 * each.length, async (index) => {
      await answeredAfter(page, () => field.fill(`${each[index % each.length]} w${index}`));
    }),
  };
};

/** Moves the slider of the moment about, and then puts it down in several places until the answer is there. */
export const moveMoment = async (page: Page, steps: number): Promise<Asking> => {
  const last = Number(await page.getByRole('slider').getAttribute('max'));
  const put = (step: number): Promise<unknown> =>
    page.evaluate(`(() => {
      const slider = document.querySelector('input[type=range]');
      // As React hears of it: through the setter of the element itself.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, '${step}');
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  const smooth = await smoothness(page, steps, (index) => put(last - 1 - (index % 3)));
  await page.waitForTimeout(400);
  await usable(page);
  const times = Math.min(8, last - 4);
  return {
    smoothness: smooth,
    answers: await answers(times, (index) => answeredAfter(page, () => put(last - 4 - index))),
  };
};

/** Points at words of a report here and there, and goes through its rows with the arrow keys. */
export const readLong = async (page: Page, steps: number): Promise<Smoothness> => {
  await page.locator('[data-row]').first().focus();
  return smoothness(page, steps, (index) =>
    index % 2 === 0
      ? page.evaluate(`(() => {
          const spans = document.querySelectorAll('.words');
          const over = (type) => spans[${index} * 17 % spans.length].dispatchEvent(new MouseEvent(type, { bubbles: true }));
          over('mouseover');
        })()`)
      : page.keyboard.press('ArrowDown'),
  );
};

/** What a mark of a row shows on the page against the words of the record: those that differ. */
export const wrongHighlights = `(async () => {
  const id = location.pathname.split('/').pop();
  const { items } = await (await fetch('/api/v1/statements?limit=1000&document=' + id)).json();
  const spans = [...document.querySelectorAll('.words[data-start]')];
  const selection = getSelection();
  const wrong = [];
  for (const { id: row, record } of items)
    for (const { start, end, text } of [record.source, record.cue, ...record.content]) {
      const own = spans.filter((each) => each.dataset.rows.split(' ').includes(row) && Number(each.dataset.start) >= start && Number(each.dataset.start) < end);
      if (own.length === 0) { wrong.push('nothing for ' + text); continue; }
      selection.setBaseAndExtent(own[0], 0, own.at(-1), own.at(-1).childNodes.length);
      const shown = own.map((each) => each.textContent).join('');
      if (selection.toString() !== text || shown !== text) wrong.push(text + ' ≠ ' + selection.toString());
    }
  return { rows: items.length, wrong };
})()`;
