import { ApiObject } from 'cdk8s';
import { mergeProps } from '../../lib/deployment/merge';
import { newChart } from '../support/synth';

/** What the tests merge. */
interface Props {
  readonly group?: { readonly a?: string; readonly b?: string; readonly inner?: Record<string, string> };
  readonly list?: string[];
  readonly acknowledgedWarnings?: string[];
  readonly object?: ApiObject;
}

test('props of a group are merged one by one, at any depth', () => {
  const profile: Props = { group: { a: 'profile', b: 'profile', inner: { x: 'profile', y: 'profile' } } };
  expect(mergeProps(profile, { group: { b: 'given', inner: { y: 'given' } } })).toEqual({ group: { a: 'profile', b: 'given', inner: { x: 'profile', y: 'given' } } });
  expect(profile.group?.b).toBe('profile');
});

test('a group that the profile has not is taken whole', () => {
  expect(mergeProps<Props>({}, { group: { b: 'given' } })).toEqual({ group: { b: 'given' } });
});

test('a list replaces that of the profile', () => {
  expect(mergeProps<Props>({ list: ['a', 'b'] }, { list: ['c'] })).toEqual({ list: ['c'] });
});

test('acknowledged warnings add up, each once', () => {
  expect(mergeProps<Props>({ acknowledgedWarnings: ['a', 'b'] }, { acknowledgedWarnings: ['b', 'c'] })).toEqual({ acknowledgedWarnings: ['a', 'b', 'c'] });
});

test('what is given as undefined changes nothing', () => {
  expect(mergeProps<Props>({ list: ['a'] }, { list: undefined })).toEqual({ list: ['a'] });
});

test('an object of a class is taken as it is', () => {
  const chart = newChart();
  const [ours, given] = ['ours', 'given'].map(id => new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap' }));
  expect(mergeProps<Props>({ object: ours }, { object: given }).object).toBe(given);
});
