import { ExitCode } from '../../../src/core/errors';
import { runMain } from '../../support/surroundings';

describe('logs', () => {
  test.each([
    [['--grep', '('], /^error: --grep is no regular expression: Invalid regular expression: \/\(\//],
    [['--follow', '--previous'], /^error: --follow and --previous exclude/],
    [['--tail', 'many'], /^error: --tail must be a whole number/],
    [['--since', 'ever'], /^error: --since is "ever"/],
  ])('takes %j for wrong usage', async (argv, message) => {
    const { code, stderr } = await runMain(['logs', ...argv]);
    expect(stderr).toMatch(message);
    expect(code).toBe(ExitCode.USAGE);
  });
});
