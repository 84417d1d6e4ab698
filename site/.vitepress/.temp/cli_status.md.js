import { _ as _export_sfc, s as ssrRenderAttrs_1, r as runtimeDom_cjs_prod } from "./plugin-vue_export-helper.CYx9x9ii.js";
import "@babel/parser";
import "node:stream";
const __pageData = JSON.parse('{"title":"rabbitmq-k8s status","description":"","frontmatter":{},"headers":[],"relativePath":"cli/status.md","filePath":"cli/status.md","lastUpdated":1796037761000}');
const _sfc_main = { name: "cli/status.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="rabbitmq-k8s-status" tabindex="-1">rabbitmq-k8s status <a class="header-anchor" href="#rabbitmq-k8s-status" aria-label="Permalink to &quot;rabbitmq-k8s status&quot;">​</a></h1><p>Show a cluster on one screen.</p><h2 id="usage" tabindex="-1">Usage <a class="header-anchor" href="#usage" aria-label="Permalink to &quot;Usage&quot;">​</a></h2><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;"># the only cluster of the namespace</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">rabbitmq-k8s</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> status</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;"># repeat it in place</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">rabbitmq-k8s</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> status</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -n</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> production</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -c</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> rabbitmq-prod</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --watch</span></span>
<span class="line"><span style="--shiki-light:#66707B;--shiki-dark:#BDC4CC;"># for programs</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">rabbitmq-k8s</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> status</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -o</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> json</span></span></code></pre></div><h2 id="options" tabindex="-1">Options <a class="header-anchor" href="#options" aria-label="Permalink to &quot;Options&quot;">​</a></h2><table tabindex="0"><thead><tr><th>option</th><th>effect</th></tr></thead><tbody><tr><td><code>--watch</code>, <code>-w</code></td><td>Repeat every 2 seconds until Ctrl-C</td></tr></tbody></table><p><a href="./../cli.html#common-options">Options of every command</a> come in addition.</p><h2 id="rights" tabindex="-1">Rights <a class="header-anchor" href="#rights" aria-label="Permalink to &quot;Rights&quot;">​</a></h2><p><code>rabbitmq-k8s rbac status</code> prints them as a Role:</p><details><summary>Table of rights</summary><table tabindex="0"><thead><tr><th>resource</th><th>verbs</th><th>scope</th><th>only for</th></tr></thead><tbody><tr><td>statefulsets (apps)</td><td>get</td><td>namespace</td><td></td></tr><tr><td>pods, persistentvolumeclaims, events</td><td>list</td><td>namespace</td><td></td></tr><tr><td>pods/exec</td><td>create, get</td><td>namespace</td><td>optional</td></tr><tr><td>horizontalpodautoscalers (autoscaling)</td><td>list</td><td>namespace</td><td></td></tr><tr><td>leases (coordination.k8s.io)</td><td>get</td><td>namespace</td><td>optional</td></tr></tbody></table></details><h2 id="example-watch-a-cluster-during-a-change" tabindex="-1">Example: watch a cluster during a change <a class="header-anchor" href="#example-watch-a-cluster-during-a-change" aria-label="Permalink to &quot;Example: watch a cluster during a change&quot;">​</a></h2><p>One screen with brokers, queues, alarms and the current operation. <code>--watch</code> repeats it in place.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">rabbitmq-k8s</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> status</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -n</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> messaging</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -c</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> orders</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --watch</span></span></code></pre></div><p>Output, shortened:</p><div class="language-text vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">text</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span>Cluster     messaging/orders</span></span>
<span class="line"><span>Image       rabbitmq:4.3.6-management</span></span>
<span class="line"><span>Age         110s</span></span>
<span class="line"><span>Brokers     3 of 3 Ready</span></span>
<span class="line"><span>Members     3 of 3 running</span></span>
<span class="line"><span>Alarms      none</span></span>
<span class="line"><span>Partitions  none</span></span>
<span class="line"><span>Queues      1 (1 quorum) with 0 messages</span></span>
<span class="line"><span></span></span>
<span class="line"><span>NODE      STATE  VERSION  ON  RESTARTS  AGE   VOLUME</span></span>
<span class="line"><span>orders-0  Ready  4.3.6    n1  0         109s  1Gi standard</span></span>
<span class="line"><span>orders-1  Ready  4.3.6    n5  0         109s  1Gi standard</span></span>
<span class="line"><span>orders-2  Ready  4.3.6    n3  0         109s  1Gi standard</span></span></code></pre></div><p>Exit code 0 means that the cluster was read, not that it is healthy: use <a href="./health.html"><code>health</code></a> in scripts.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = runtimeDom_cjs_prod.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("cli/status.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const status = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  status as default
};
