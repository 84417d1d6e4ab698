import { Construct } from 'constructs';
import { printOnce, report } from '../../lib/validation/report';
import { Finding } from '../../lib/validation/rule';
import { newChart } from '../support/synth';

const ERROR: Finding = { rule: 'wrong', severity: 'error', message: 'this can\'t be' };
const WARNING: Finding = { rule: 'odd', severity: 'warning', message: 'this is hardly meant' };
const OTHER: Finding = { rule: 'strange', severity: 'warning', message: 'this neither' };
const NOTE: Finding = { rule: 'remark', severity: 'note', message: 'by the way' };

describe('a report', () => {
  test('divides errors from warnings, names their rules and leaves notes out', () => {
    expect(report([WARNING, NOTE, ERROR], {})).toEqual({ errors: ['this can\'t be [wrong]'], warnings: ['this is hardly meant [odd]'] });
  });

  test('makes warnings errors where it is strict, after those that are errors anyhow', () => {
    expect(report([WARNING, NOTE, ERROR], { strict: true })).toEqual({ errors: ['this can\'t be [wrong]', 'this is hardly meant [odd]'], warnings: [] });
  });

  test.each([false, true])('leaves acknowledged warnings out, strict or not: %s', (strict) => {
    const { errors, warnings } = report([WARNING, OTHER], { strict, acknowledgedWarnings: ['odd'] });
    expect([...errors, ...warnings]).toEqual(['this neither [strange]']);
  });

  test('keeps an error that somebody would acknowledge', () => {
    expect(report([ERROR], { acknowledgedWarnings: ['wrong'] }).errors).toEqual(['this can\'t be [wrong]']);
  });
});

describe('a printed warning', () => {
  let printed: jest.SpyInstance;
  beforeEach(() => (printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
  afterEach(() => { printed.mockRestore(); });

  test('goes to the standard error with the construct\'s path, once', () => {
    const construct = new Construct(newChart(), 'Cluster');
    printOnce(construct, 'beware [odd]');
    printOnce(construct, 'beware [odd]');
    expect(printed.mock.calls).toEqual([['warning: [test/Cluster] beware [odd]\n']]);
  });

  test('is printed for each construct and each text', () => {
    const chart = newChart();
    const [one, two] = [new Construct(chart, 'One'), new Construct(chart, 'Two')];
    printOnce(one, 'beware');
    printOnce(two, 'beware');
    printOnce(one, 'take care');
    expect(printed.mock.calls.flat()).toEqual(['warning: [test/One] beware\n', 'warning: [test/Two] beware\n', 'warning: [test/One] take care\n']);
  });
});
