import { lastWords } from '../../src/broker/broker';

describe('the reason why a tool failed', () => {
  test.each([
    ['before its usage', 'Error: this command requires the \'rabbit\' app to be running on the target node.\nArguments given:\n\tcluster_status\n\nUsage\n\nrabbitmqctl [--node <node>]\n', 'this command requires the \'rabbit\' app to be running on the target node.'],
    ['on the line after', 'Error:\n{:timeout, 5000}\n', '{:timeout, 5000}'],
    ['before diagnostics', 'Error: unable to perform an operation on node \'rabbit@orders-0\'. Please see diagnostics information and suggestions below.\n\nMost common reasons\n * nothing', 'unable to perform an operation on node \'rabbit@orders-0\'.'],
    ['without a name for it', 'a stack\nline 1\nline 2\nbroken\n', 'line 1 line 2 broken'],
    ['that is none', '', ''],
  ])('is the one %s', (_, output, reason) => {
    expect(lastWords(output)).toBe(reason);
  });
});
