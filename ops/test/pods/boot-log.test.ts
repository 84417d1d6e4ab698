import { bootTrouble } from '../../src/pods/boot-log';

const node = (ordinal: number): string => `rabbit@orders-${ordinal}.orders-nodes.shop`;

test.each<[string, string, string | undefined]>([
  ['another cookie', `\u001b[38;5;160m2026-01-01 [error] <0.669.0> ** Connection attempt from node '${node(2)}' rejected. Invalid challenge reply. **\u001b[0m`, 'cookie'],
  ['a member that was forgotten', `{error,{inconsistent_cluster,"Khepri: node '${node(1)}' thinks it's clustered with node '${node(0)}', but '${node(0)}' disagrees"}}`, 'forgotten'],
  ['an empty volume', `{error,{inconsistent_cluster,"Mnesia: node '${node(0)}' thinks it's clustered with node '${node(1)}', but '${node(1)}' disagrees"}}`, 'lost-volume'],
  ['a boot that goes on', '2026-01-01 [info] <0.221.0> Running boot step networking defined by app rabbit', undefined],
  ['a node whose name begins with the pod\'s', `node '${node(10)}' thinks it's clustered with node '${node(0)}', but '${node(0)}' disagrees`, 'lost-volume'],
])('%s is told by the log of a broker', (_, line, id) => {
  expect(bootTrouble(`starting\n${line}\nbye\n`, 'orders-1')?.id).toBe(id);
});

test('the newest trouble counts, and its line has no colours', () => {
  const log = `node '${node(1)}' thinks it's clustered with node '${node(0)}', but it disagrees\n\u001b[31mConnection attempt from node x rejected. Invalid challenge reply.\u001b[0m`;
  expect(bootTrouble(log, 'orders-1')).toMatchObject({ id: 'cookie', line: 'Connection attempt from node x rejected. Invalid challenge reply.' });
});
