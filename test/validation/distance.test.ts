import { distance } from '../../lib/validation/distance';

describe('the distance of two names', () => {
  test.each([
    ['heartbeat', 'heartbeat', 0],
    ['heartbeat', 'heartbeats', 1],
    ['heartbeat', 'heatbeat', 1],
    ['heartbeat', 'heartbeet', 1],
    ['heartbeat', 'haertbeat', 1],
    ['heartbeat', 'haertbaet', 2],
    ['', 'abc', 3],
  ])('from %j to %j it is %i, and the same back', (a, b, changes) => {
    expect(distance(a, b, 3)).toBe(changes);
    expect(distance(b, a, 3)).toBe(changes);
  });

  test('beyond the limit it is not looked for', () => {
    expect(distance('abcdef', 'ghijkl', 2)).toBe(3);
    expect(distance('a', 'abcdef', 2)).toBe(3);
  });
});
