import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { serve } from './static-server.mjs';

/**
 * Opens the built site in a browser: `browser-test.mjs FOLDER`. No page may report an error, be wider than a phone or a desktop, hide a picture, or be
 * absent from the navigation. Its tables have to fit, on a desktop its code too. The pages of SAMPLE, one or two of each template, have to pass axe-core without serious findings at both
 * widths, light and dark.
 */
const root = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SAMPLE = ['index', 'tutorial', 'monitoring', 'cli', 'cli/scale', 'architecture', 'languages', 'runbooks/RabbitMQQuorumLost', 'reference/objects', 'reference/chart-values'];
const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };
/** Output of programs, and generated pages with the longest names: these scroll. */
const SCROLLS = { blocks: ['language-text', 'language-promql'], pages: /^reference\/(api-|examples)/ };
const SERIOUS = ['serious', 'critical'];
/** Rules that depend on the theme. All others read the same page in light and dark. */
const COLORS = ['color-contrast', 'link-in-text-block'];
/** While one tab waits for a page, the other one measures. */
const TABS = 2;
/** Milliseconds for one page on a busy machine. */
const PATIENCE = 120_000;

const pages = readdirSync(root, { recursive: true }).filter(name => name.endsWith('.html') && name !== '404.html').map(name => name.slice(0, -5)).sort();
// the sample first, as its pages take longest
const queue = [...SAMPLE, ...pages.filter(name => !SAMPLE.includes(name))];
const { origin, close } = await serve(root);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const problems = [];

async function open(page, name) {
  await page.goto(`${origin}/${name.replace(/index$/, '')}`, { waitUntil: 'load' });
  // the theme sets it once the page is interactive
  await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  await page.evaluate(async () => {
    document.querySelectorAll('img[loading=lazy]').forEach((image) => { image.loading = 'eager'; });
    await Promise.all([...document.images].map(image => image.decode().catch(() => undefined)));
  });
}

/** What does not fit the window. */
const layout = page => page.evaluate(blocks => ({
  hidden: [...document.querySelectorAll('.vp-doc img')].filter(image => image.getBoundingClientRect().width < 1 || image.naturalWidth < 1).map(image => image.src),
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  listed: !document.querySelector('.VPSidebar') || document.querySelector('.VPSidebar .is-link.is-active') !== null,
  scrolling: [...document.querySelectorAll('.vp-doc pre, .vp-doc table')]
    .filter(box => box.scrollWidth > box.clientWidth + 1 && !blocks.some(name => box.parentElement.classList.contains(name)))
    .map(box => ({ kind: box.tagName === 'TABLE' ? 'table' : 'code', excess: box.scrollWidth - box.clientWidth, text: box.textContent.trim().slice(0, 80) })),
}), SCROLLS.blocks);

async function checkLayout(page, name, screen) {
  const { hidden, overflow, listed, scrolling } = await layout(page);
  problems.push(
    ...hidden.map(src => `${name}: the picture ${src} is not visible on a ${screen}`),
    ...listed ? [] : [`${name}: the navigation of a ${screen} does not list it`],
    ...overflow > 1 ? [`${name}: ${overflow} px wider than a ${screen}`] : [],
    ...SCROLLS.pages.test(name) ? [] : scrolling.filter(({ kind }) => kind === 'table' || screen === 'desktop')
      .map(({ kind, excess, text }) => `${name}: ${kind} ${excess} px wider than its column on a ${screen}: ${text}`),
  );
}

async function checkAccessibility(page, name, screen) {
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(dark => document.documentElement.classList.contains('dark') === dark, colorScheme === 'dark');
    const violations = await page.evaluate(async runOnly =>
      (await globalThis.axe.run(document, { resultTypes: ['violations'], ...runOnly && { runOnly } })).violations, colorScheme === 'dark' ? COLORS : null);
    problems.push(...violations.filter(({ impact }) => SERIOUS.includes(impact)).map(({ id, impact, nodes }) =>
      `${name}, ${colorScheme}, ${screen}: ${impact} ${id}, ${nodes.length} times, such as ${nodes[0].html.slice(0, 160)}`));
  }
}

async function work() {
  // without transitions, colors are final as soon as the theme changes; a browser that saves data does not fetch the pages that links lead to
  const page = await browser.newPage({ viewport: SCREENS.phone, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  let current;
  page.on('console', message => message.type() === 'error' && problems.push(`${current}: the console says ${message.text()} ${message.location().url}`));
  page.on('pageerror', error => problems.push(`${current}: ${error.stack}`));
  let screens = Object.entries(SCREENS);
  for (current = queue.shift(); current !== undefined; current = queue.shift()) {
    await open(page, current);
    const sampled = SAMPLE.includes(current);
    if (sampled) {
      await page.evaluate(axe);
    }
    for (const [screen, size] of screens) {
      await page.setViewportSize(size);
      await checkLayout(page, current, screen);
      if (sampled) {
        await checkAccessibility(page, current, screen);
      }
    }
    // the next page opens at the width that this one ends with: to resize takes as long as to measure
    screens = screens.toReversed();
  }
}

await Promise.all(Array.from({ length: TABS }, work));
await browser.close();
close();
problems.forEach(problem => console.error(problem));
console.log(`browser: ${pages.length} pages opened, ${SAMPLE.length} of them checked by axe-core, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
