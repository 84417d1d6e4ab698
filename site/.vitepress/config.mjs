import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig } from 'vitepress';
import { home } from './home.mjs';
import { verbatimCode } from './inline-code.mjs';
import { breakNames } from './line-breaks.mjs';
import { REPOSITORY, ROOT, leavesDocs } from './links.mjs';
import { miniSearch } from './search.mjs';
import { sidebar } from './sidebar.mjs';
import { labelCells } from './table-labels.mjs';
import { tabs } from './tabs.mjs';

// docs/ has no node_modules with Vue above it
const vue = dirname(createRequire(import.meta.url).resolve('vue/package.json'));
const { version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const base = process.env.SITE_BASE ?? '/';
const description = 'Production RabbitMQ on Kubernetes as plain YAML: constructs, Helm chart, operations CLI and runbooks';
/** Pages that use the column of the outline for pictures and tables. */
const WIDE = ['objects', 'chart-values', 'checks', 'examples'].map(name => `reference/${name}.md`);
const icon = 'data:image/svg+xml,'
  + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#c2410c"/><path d="M8 7h4v9h8V7h4v18H8z" fill="#fff"/></svg>');

export default defineConfig({
  title: 'cdk8s-rabbitmq',
  lang: 'en-US',
  description,
  base,
  srcDir: '../docs',
  rewrites: { 'README.md': 'index.md', ':folder/README.md': ':folder/index.md' },
  lastUpdated: true,
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: icon }],
    ['meta', { property: 'og:title', content: 'cdk8s-rabbitmq' }],
    ['meta', { property: 'og:description', content: description }],
    ['meta', { property: 'og:type', content: 'website' }],
  ],
  markdown: {
    languageAlias: { promql: 'plaintext' },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: (markdown) => {
      leavesDocs(markdown);
      verbatimCode(markdown);
      breakNames(markdown);
      labelCells(markdown);
    },
  },
  transformPageData(page) {
    if (page.relativePath === 'index.md') {
      Object.assign(page.frontmatter, home);
    }
    if (WIDE.includes(page.relativePath)) {
      Object.assign(page.frontmatter, { aside: false, pageClass: 'wide' });
    }
    if (page.relativePath.startsWith('runbooks/')) {
      page.frontmatter.pageClass = 'runbook';
    }
    if (page.relativePath.startsWith('reference/')) {
      page.frontmatter.editLink = false;
    }
  },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'Tasks', link: '/how-to' },
      { text: 'Runbooks', link: '/runbooks/' },
      { text: 'CLI', link: '/cli' },
      { text: 'Helm', link: '/helm' },
      { text: 'Examples', link: '/reference/examples' },
      { text: 'Reference', link: '/reference/versions' },
      { text: `v${version}`, items: [{ text: 'Changelog', link: '/reference/changelog' }, { text: 'Versions of RabbitMQ', link: '/reference/versions' }, { text: 'Repository', link: REPOSITORY }] },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local', options: { detailedView: true, miniSearch } },
    notFound: {
      title: 'Page not found',
      quote: 'The page was moved or renamed. Search for it, or start on the home page.',
      linkLabel: 'go to the home page',
      linkText: 'Home page',
    },
    editLink: { pattern: `${REPOSITORY}/edit/main/docs/:path`, text: 'Edit this page' },
    footer: { message: `License: ${license}`, copyright: `cdk8s-rabbitmq ${version}` },
  },
  vite: {
    plugins: [tabs],
    resolve: {
      alias: [
        { find: /^vue\/server-renderer$/, replacement: `${vue}/server-renderer/index.mjs` },
        { find: /^vue$/, replacement: `${vue}/dist/vue.runtime.esm-bundler.js` },
      ],
    },
  },
});
