/**
 * What completes command lines in a shell: names and options by the program itself, and files where it has none. The
 * script of yargs completes no files in zsh.
 */
export function completionScript(program: string, shell = ''): string {
  const lines = shell.endsWith('zsh') ? zsh(program) : bash(program);
  return [`# ${program} completion: source <(${program} completion)`, ...lines, ''].join('\n');
}

function bash(program: string): string[] {
  return [
    '_rabbitmq_k8s()',
    '{',
    `  mapfile -t COMPREPLY < <(compgen -W "$(${program} --get-yargs-completions "\${COMP_WORDS[@]}")" -- "\${COMP_WORDS[COMP_CWORD]}")`,
    '}',
    `complete -o bashdefault -o default -F _rabbitmq_k8s ${program}`,
  ];
}

function zsh(program: string): string[] {
  return [
    `#compdef ${program}`,
    '_rabbitmq_k8s()',
    '{',
    '  local -a found',
    `  found=("\${(@f)$(${program} --get-yargs-completions "\${words[@]}")}")`,
    '  if [[ -n "$found" ]]; then',
    '    _describe values found',
    '  else',
    '    _files',
    '  fi',
    '}',
    `compdef _rabbitmq_k8s ${program}`,
  ];
}
