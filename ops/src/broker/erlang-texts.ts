/** The running nodes; 3.10 has no `list_running/0`, and later series no `all_running/0`. */
export const RUNNING_NODES = 'try rabbit_nodes:list_running() catch error:undef -> rabbit_nodes:all_running() end';
