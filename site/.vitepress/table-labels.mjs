/** Marks cells for a phone, on which style.css shows rows as lists: each cell of 3 or more columns with the name of its column, and those of 2 columns whose first has code. */
export function labelCells(markdown) {
  markdown.core.ruler.push('label cells', ({ tokens }) => {
    tokens.forEach(({ type }, index) => {
      if (type === 'table_open') {
        const end = tokens.findIndex((token, at) => at > index && token.type === 'table_close');
        labelTable(tokens.slice(index, end));
      }
    });
  });
}

function labelTable(tokens) {
  const text = index => tokens[index + 1].content;
  const names = [];
  const rows = [];
  tokens.forEach((token, index) => {
    if (token.type === 'th_open') {
      names.push(tokens[index + 1].children.map(({ content }) => content).join(''));
    } else if (token.type === 'tr_open') {
      rows.push([]);
    } else if (token.type === 'td_open') {
      rows.at(-1).push({ token, text: text(index) });
    }
  });
  const stacked = names.length === 2 && rows.some(([first]) => /^`[^`]{12,}`/.test(first?.text));
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (stacked) {
        cell.token.attrSet('data-stacked', '');
      } else if (names.length > 2) {
        cell.token.attrSet('data-column', names[column]);
      }
      if (cell.text === '–') {
        cell.token.attrSet('data-nothing', '');
      }
    });
  }
}
