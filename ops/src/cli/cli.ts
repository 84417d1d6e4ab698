#!/usr/bin/env node
import { interrupted } from './interrupts';
import { main } from './main';

const { stdin, stdout, stderr } = process;

void main(process.argv.slice(2), { stdin, stdout, stderr, signal: interrupted(process) }).then((code) => {
  // what is left open, such as an idle connection, mustn't keep the program
  stdout.write('', () => process.exit(code));
});
