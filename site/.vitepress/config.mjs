import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { defineConfig } from 'vitepress';
import { diagrams } from './diagrams.mjs';
import { REPOSITORY, leavesDocs } from './links.mjs';
import { sidebar } from './sidebar.mjs';

// docs/ has no node_modules above it with Vue in them
const vue = dirname(createRequire(import.meta.url).resolve('vue/package.json'));

export default defineConfig({
  title: 'cdk8s-rabbitmq',
  description: 'RabbitMQ on Kubernetes: constructs, operations and runbooks',
  base: process.env.SITE_BASE ?? '/',
  srcDir: '../docs',
  rewrites: { 'README.md': 'index.md', ':folder/README.md': ':folder/index.md' },
  markdown: {
    languageAlias: { promql: 'plaintext' },
    config(markdown) {
      diagrams(markdown);
      leavesDocs(markdown);
    },
  },
  themeConfig: {
    nav: [
      { text: 'Tutorial', link: '/tutorial' },
      { text: 'How-to', link: '/how-to' },
      { text: 'Runbooks', link: '/runbooks/' },
      { text: 'Repository', link: REPOSITORY },
    ],
    sidebar: sidebar(),
    outline: [2, 3],
    search: { provider: 'local' },
  },
  vite: {
    resolve: {
      alias: [
        { find: /^vue\/server-renderer$/, replacement: `${vue}/server-renderer/index.mjs` },
        { find: /^vue$/, replacement: `${vue}/dist/vue.runtime.esm-bundler.js` },
      ],
    },
  },
});
