/** Gives each cell of a table with 3 or more columns the name of its column: on a phone, style.css shows such rows as lists. */
export function labelCells(markdown) {
  markdown.core.ruler.push('label cells', ({ tokens }) => {
    let names = [];
    let column = 0;
    tokens.forEach((token, index) => {
      if (token.type === 'table_open') {
        names = [];
      } else if (token.type === 'tr_open') {
        column = 0;
      } else if (token.type === 'th_open') {
        names.push(tokens[index + 1].children.map(({ content }) => content).join(''));
      } else if (token.type === 'td_open') {
        if (names.length > 2) {
          token.attrSet('data-column', names[column]);
        }
        column += 1;
      }
    });
  });
}
