#!/usr/bin/env node
import { CancelledError, ExitCode } from './errors';
import { main } from './main';

const controller = new AbortController();
let interrupts = 0;

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    interrupts += 1;
    if (interrupts > 1) {
      process.exit(ExitCode.CANCELLED);
    }
    process.stderr.write('\nStopping at the next safe point; once more to leave at once.\n');
    controller.abort(new CancelledError('interrupted'));
  });
}

void main(process.argv.slice(2), { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, signal: controller.signal }).then((code) => {
  // what is left open, such as an idle connection, mustn't keep the program
  process.stdout.write('', () => process.exit(code));
});
