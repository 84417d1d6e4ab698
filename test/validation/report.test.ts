import { report, Report } from '../../lib/validation/report';
import { Finding } from '../../lib/validation/rule';

/** The texts of a report. */
function texts({ errors, warnings }: Report): { errors: string[]; warnings: string[] } {
  return { errors, warnings: warnings.map(({ text }) => text) };
}

const ERROR: Finding = { rule: 'wrong', severity: 'error', message: 'this can\'t be' };
const WARNING: Finding = { rule: 'odd', severity: 'warning', message: 'this is hardly meant' };
const OTHER: Finding = { rule: 'strange', severity: 'warning', message: 'this neither' };
const NOTE: Finding = { rule: 'remark', severity: 'note', message: 'by the way' };

describe('a report', () => {
  test('divides errors from warnings, names their rules and leaves notes out', () => {
    expect(texts(report([WARNING, NOTE, ERROR], {}))).toEqual({ errors: ['this can\'t be [wrong]'], warnings: ['this is hardly meant [odd]'] });
  });

  test('makes warnings errors where it is strict, after those that are errors anyhow', () => {
    expect(texts(report([WARNING, NOTE, ERROR], { strict: true }))).toEqual({ errors: ['this can\'t be [wrong]', 'this is hardly meant [odd]'], warnings: [] });
  });

  test.each([false, true])('leaves acknowledged warnings out, strict or not: %s', (strict) => {
    const { errors, warnings } = texts(report([WARNING, OTHER], { strict, acknowledgedWarnings: ['odd'] }));
    expect([...errors, ...warnings]).toEqual(['this neither [strange]']);
  });

  test('keeps an error that somebody would acknowledge', () => {
    expect(report([ERROR], { acknowledgedWarnings: ['wrong'] }).errors).toEqual(['this can\'t be [wrong]']);
  });
});
