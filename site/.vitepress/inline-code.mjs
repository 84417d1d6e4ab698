/** Has Vue show inline code as it is: it reads `{{` as the start of an expression. */
export function verbatimCode(markdown) {
  const code = markdown.renderer.rules.code_inline;
  markdown.renderer.rules.code_inline = (tokens, index, ...rest) => {
    tokens[index].attrSet('v-pre', '');
    return code(tokens, index, ...rest);
  };
}
