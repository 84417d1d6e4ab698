import { _ as _export_sfc, s as ssrRenderAttrs_1, r as runtimeDom_cjs_prod } from "./plugin-vue_export-helper.CYx9x9ii.js";
import "@babel/parser";
import "node:stream";
const __pageData = JSON.parse('{"title":"API: kubernetes","description":"","frontmatter":{"editLink":false},"headers":[],"relativePath":"reference/api-kubernetes.md","filePath":"reference/api-kubernetes.md","lastUpdated":null}');
const _sfc_main = { name: "reference/api-kubernetes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs_1(_attrs)}><h1 id="api-kubernetes" tabindex="-1">API: kubernetes <a class="header-anchor" href="#api-kubernetes" aria-label="Permalink to &quot;API: kubernetes&quot;">​</a></h1><h2 id="rabbitmqtrafficpolicy" tabindex="-1">RabbitMQTrafficPolicy <a class="header-anchor" href="#rabbitmqtrafficpolicy" aria-label="Permalink to &quot;RabbitMQTrafficPolicy&quot;">​</a></h2><p>Which endpoints a Service sends traffic to.</p><table tabindex="0"><thead><tr><th>value</th><th>what it is</th></tr></thead><tbody><tr><td><code>CLUSTER</code></td><td>To any pod.</td></tr><tr><td><code>LOCAL</code></td><td>To pods on the Kubernetes node that the traffic reached, with the client&#39;s address kept.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = runtimeDom_cjs_prod.useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("reference/api-kubernetes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const apiKubernetes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  apiKubernetes as default
};
