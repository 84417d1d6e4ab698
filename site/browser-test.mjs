import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, relative } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * Opens the built site in a browser: `browser-test.mjs FOLDER`. Every page has to fit a phone, and to show its pictures; on a desktop its tables and code
 * have to fit too. The pages of SAMPLE have to pass axe-core without serious findings, light and dark, at the width of a desktop and of a phone.
 */
const root = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.png': 'image/png' };
const SAMPLE = ['index', 'tutorial', 'monitoring', 'cli', 'cli/scale', 'architecture', 'languages', 'runbooks/RabbitMQQuorumLost', 'reference/objects', 'reference/chart-values'];
const WIDTHS = [1280, 390];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };
/** Output of programs, and generated pages with the longest names: these scroll. */
const SCROLLS = { blocks: ['language-text', 'language-promql'], pages: /^reference\/(api-|examples)/ };
const SERIOUS = ['serious', 'critical'];

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
  const file = [path, `${path}.html`, `${path}index.html`].map(name => join(root, name)).find(name => existsSync(name) && statSync(name).isFile());
  response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(file ?? '')] ?? 'application/octet-stream' });
  file ? createReadStream(file).pipe(response) : response.end();
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
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

const pages = readdirSync(root, { recursive: true }).filter(name => name.endsWith('.html') && name !== '404.html').map(name => relative('', name).slice(0, -5)).sort();
const phone = await browser.newPage({ viewport: PHONE });
for (const name of pages) {
  await open(phone, name);
  const { hidden, overflow } = await phone.evaluate(() => ({
    hidden: [...document.querySelectorAll('main img')].filter(image => image.getBoundingClientRect().width < 1 || image.naturalWidth < 1).map(image => image.src),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  await phone.setViewportSize(DESKTOP);
  const scrolling = await phone.evaluate(blocks => [...document.querySelectorAll('.vp-doc pre, .vp-doc table')]
    .filter(box => box.scrollWidth > box.clientWidth + 1 && !blocks.some(name => box.parentElement.classList.contains(name)))
    .map(box => `${box.tagName === 'TABLE' ? 'table' : 'code'} ${box.scrollWidth - box.clientWidth} px wider than a desktop: ${box.textContent.trim().slice(0, 80)}`), SCROLLS.blocks);
  await phone.setViewportSize(PHONE);
  problems.push(...SCROLLS.pages.test(name) ? [] : scrolling.map(problem => `${name}: ${problem}`));
  problems.push(...hidden.map(src => `${name}: the picture ${src} is not visible`), ...overflow > 1 ? [`${name}: ${overflow} px wider than a phone`] : []);
}
await phone.close();

for (const colorScheme of ['light', 'dark']) {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    for (const name of SAMPLE) {
      await open(page, name);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations);
      for (const { id, impact, nodes } of violations.filter(violation => SERIOUS.includes(violation.impact))) {
        problems.push(`${name}, ${colorScheme}, ${width} px: ${impact} ${id}, ${nodes.length} times, such as ${nodes[0].html.slice(0, 160)}`);
      }
    }
    await page.close();
  }
}
await browser.close();
server.close();
problems.forEach(problem => console.error(problem));
console.log(`browser: ${pages.length} pages opened, ${SAMPLE.length} of them checked by axe-core, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
