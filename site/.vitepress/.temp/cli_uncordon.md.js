import { _ as _export_sfc, s as ssrRenderAttrs_1, r as runtimeDom_cjs_prod } from "./plugin-vue_export-helper.CYx9x9ii.js";
import "@babel/parser";
import "node:stream";
const __pageData = JSON.parse('{"title":"rabbitmq-k8s uncordon","description":"","frontmatter":{},"headers":[],"relativePath":"cli/uncordon.md","filePath":"cli/uncordon.md","lastUpdated":1796036841000}');
const _sfc_main = { name: "cli/uncordon.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="rabbitmq-k8s-uncordon" tabindex="-1">rabbitmq-k8s uncordon <a class="header-anchor" href="#rabbitmq-k8s-uncordon" aria-label="Permalink to &quot;rabbitmq-k8s uncordon&quot;">​</a></h1><p>Allow pods on a Kubernetes node again.</p><h2 id="usage" tabindex="-1">Usage <a class="header-anchor" href="#usage" aria-label="Permalink to &quot;Usage&quot;">​</a></h2><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;"># after its maintenance</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">rabbitmq-k8s</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> uncordon</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> worker-2</span></span></code></pre></div><h2 id="options" tabindex="-1">Options <a class="header-anchor" href="#options" aria-label="Permalink to &quot;Options&quot;">​</a></h2><table tabindex="0"><thead><tr><th>option</th><th>effect</th></tr></thead><tbody><tr><td><code>&lt;node&gt;</code></td><td>Kubernetes node</td></tr></tbody></table><p><a href="./../cli.html#common-options">Options of every command</a> come in addition.</p><h2 id="rights" tabindex="-1">Rights <a class="header-anchor" href="#rights" aria-label="Permalink to &quot;Rights&quot;">​</a></h2><p><code>rabbitmq-k8s rbac uncordon</code> prints them as a Role:</p><details><summary>Table of rights</summary><table tabindex="0"><thead><tr><th>resource</th><th>verbs</th><th>scope</th><th>only for</th></tr></thead><tbody><tr><td>nodes</td><td>get, patch</td><td>cluster-wide</td><td></td></tr></tbody></table></details><h2 id="example-end-the-maintenance" tabindex="-1">Example: end the maintenance <a class="header-anchor" href="#example-end-the-maintenance" aria-label="Permalink to &quot;Example: end the maintenance&quot;">​</a></h2><p>Pods may run on the node again. A broker that was Pending starts automatically.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">rabbitmq-k8s</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> uncordon</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> worker-2</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = runtimeDom_cjs_prod.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("cli/uncordon.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const uncordon = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  uncordon as default
};
