import { renderMermaidSVG } from 'beautiful-mermaid';

const escape = text => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** An SVG that takes its colours from the page and its font from the machine: nothing is loaded from elsewhere. */
function picture(source) {
  return renderMermaidSVG(source)
    .replace(/^ *@import url\(.*\n/m, '')
    .replace(/'Inter', system-ui/g, 'system-ui')
    .replace(/(<svg[^>]*) style="[^"]*"/, '$1');
}

/** Draws Mermaid blocks while the site is built, so that a page needs neither Mermaid's own program nor the net. */
export function diagrams(markdown) {
  const { fence } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, index, ...rest) => {
    const { info, content } = tokens[index];
    // v-html, as Vue leaves the style element out of a template
    return info.trim() === 'mermaid' ? `<div class="diagram" v-html="${escape(JSON.stringify(picture(content)).replace(/'/g, '\\u0027'))}"></div>\n` : fence(tokens, index, ...rest);
  };
}
