/** Names break at their words and after punctuation, so that tables and headings with long names fit the page. */
export function breakable(html) {
  return html.replace(/(&\w+;|&#\w+;)|[^\s&]{21,}/g, (word, entity) => entity ?? word
    .replace(/([a-z0-9])([A-Z])/g, '$1<wbr>$2')
    .replace(/([,.{(/:=_])(?=\w)/g, '$1<wbr>')
    .replace(/[0-9a-f]{32,}/g, digest => digest.match(/.{1,20}/g).join('<wbr>')));
}

/** Applies `breakable` to text and inline code of tables and headings. */
export function breakNames(markdown) {
  const { rules } = markdown.renderer;
  let depth = 0;
  for (const [name, step] of [['table_open', 1], ['table_close', -1], ['heading_open', 1], ['heading_close', -1]]) {
    const render = rules[name] ?? ((tokens, index, options, env, self) => self.renderToken(tokens, index, options));
    rules[name] = (...args) => {
      depth += step;
      return render(...args);
    };
  }
  for (const name of ['text', 'code_inline']) {
    const render = rules[name];
    rules[name] = (...args) => {
      const html = render(...args);
      return depth === 0 ? html : html.replace(/^(<[^>]*>)?([^]*?)(<\/code>)?$/, (_, open = '', text, close = '') => open + breakable(text) + close);
    };
  }
}
