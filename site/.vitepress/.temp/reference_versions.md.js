import { _ as _export_sfc, s as ssrRenderAttrs_1, r as runtimeDom_cjs_prod } from "./plugin-vue_export-helper.CYx9x9ii.js";
import "@babel/parser";
import "node:stream";
const __pageData = JSON.parse('{"title":"Versions of RabbitMQ","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"reference/versions.md","filePath":"reference/versions.md","lastUpdated":null}');
const _sfc_main = { name: "reference/versions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="versions-of-rabbitmq" tabindex="-1">Versions of RabbitMQ <a class="header-anchor" href="#versions-of-rabbitmq" aria-label="Permalink to &quot;Versions of RabbitMQ&quot;">​</a></h1><p>Checked on 2026-11-22. A cluster runs the newest release unless <code>version</code> is set. <a href="./../upgrade.html">Upgrade RabbitMQ</a> describes each step; <a href="./../defaults.html#support-dates">Support dates</a> describes how the table is used.</p><table tabindex="0"><thead><tr><th>series</th><th>newest release</th><th>community support until</th><th>peer discovery</th><th>metadata store of a new cluster</th><th>upgrades to</th></tr></thead><tbody><tr><td>3.10</td><td>3.10.25</td><td>2022-09-28</td><td>API server</td><td>mnesia</td><td>3.11</td></tr><tr><td>3.11</td><td>3.11.28</td><td>2023-06-01</td><td>API server</td><td>mnesia</td><td>3.12</td></tr><tr><td>3.12</td><td>3.12.14</td><td>2024-02-21</td><td>API server</td><td>mnesia</td><td>3.13</td></tr><tr><td>3.13</td><td>3.13.7</td><td>2024-09-18</td><td>API server</td><td>mnesia</td><td>4.0, 4.1, 4.2</td></tr><tr><td>4.0</td><td>4.0.9</td><td>2025-04-15</td><td>API server</td><td>mnesia</td><td>4.1, 4.2</td></tr><tr><td>4.1</td><td>4.1.8</td><td>2026-01-31</td><td>ordinal</td><td>mnesia</td><td>4.2</td></tr><tr><td>4.2</td><td>4.2.10</td><td>2026-07-31</td><td>ordinal</td><td>khepri</td><td>4.3</td></tr><tr><td>4.3</td><td>4.3.6</td><td>2026-11-30</td><td>ordinal</td><td>khepri</td><td></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = runtimeDom_cjs_prod.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("reference/versions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const versions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  versions as default
};
