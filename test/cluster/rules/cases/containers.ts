import { k8s } from 'cdk8s-plus-28';
import { Case, Situation } from '../check';

const sidecar = (fields: Partial<k8s.Container>): Situation =>
  ({ pod: { sidecars: [{ name: 'proxy', image: 'proxy:1', ...fields }] } });

type Amounts = Readonly<Record<string, string>>;
const quantities = (amounts: Amounts): Record<string, k8s.Quantity> =>
  Object.fromEntries(Object.entries(amounts).map(([resource, amount]) => [resource, k8s.Quantity.fromString(amount)]));
const withResources = (groups: Readonly<Record<string, Amounts>>): Situation =>
  sidecar({
    resources: Object.fromEntries(Object.entries(groups).map(([group, amounts]) => [group, quantities(amounts)])),
  });

export const CONTAINER_CASES: readonly Case[] = [
  {
    id: 'container-name',
    outside: sidecar({ name: 'My Proxy' }),
    says: /^pod\.sidecars "My Proxy" has an invalid name\. Use up to 63 lower-case/,
    inside: sidecar({ name: 'my-proxy' }),
  },
  {
    id: 'container-twice',
    outside: sidecar({ name: 'rabbitmq' }),
    says: /^pod\.sidecars "rabbitmq" has the name of another container/,
    inside: sidecar({ name: 'rabbit' }),
  },
  {
    id: 'container-twice', about: 'as an init container',
    outside: { pod: { initContainers: [{ name: 'setup', image: 'a' }] } },
    says: /"setup"/,
    inside: { pod: { initContainers: [{ name: 'setup-more', image: 'a' }] } },
  },
  {
    id: 'container-twice', about: 'as the broker',
    outside: { pod: { initContainers: [{ name: 'rabbitmq', image: 'a' }] } },
    says: /^pod\.initContainers "rabbitmq"/,
    inside: { pod: { initContainers: [{ name: 'a', image: 'a' }], sidecars: [{ name: 'b', image: 'a' }] } },
  },
  {
    id: 'container-image',
    outside: sidecar({ image: '' }),
    says: /^pod\.sidecars "proxy" has the image ""/,
    inside: sidecar({ image: 'proxy' }),
  },
  {
    id: 'container-image',
    outside: sidecar({ image: undefined }),
    says: /has the image ""/,
    inside: { pod: { initContainers: [{ name: 'a', image: 'a' }] } },
  },
  ...([
    [{ limits: { cpu: '500' } }, /^pod\.sidecars "proxy" resources\.limits\.cpu is "500", which is 500 cores: .* unit "m", such as "500m"/, { limits: { cpu: '500m' } }],
    [{ requests: { memory: '256' } }, /^pod\.sidecars "proxy" resources\.requests\.memory is "256", which is 256 B: write a number and a unit/, { requests: { memory: '256Mi' } }],
    [{ limits: { 'ephemeral-storage': '0' } }, /ephemeral-storage is "0": it must be a Kubernetes quantity above zero/, { limits: { 'ephemeral-storage': '1Gi' } }],
    [
      { requests: { memory: '2Gi' }, limits: { memory: '1Gi' } },
      /resources\.requests\.memory is "2Gi", above pod\.sidecars "proxy" resources\.limits\.memory "1Gi"/,
      { requests: { memory: '2Gi' }, limits: { memory: '2048Mi' } },
    ],
  ] as const).map(([outside, says, inside]): Case => ({ id: 'container-resources', outside: withResources(outside), says, inside: withResources(inside) })),
  {
    id: 'container-port',
    outside: sidecar({ ports: [{ containerPort: 65536 }] }),
    says: /^pod\.sidecars "proxy" has port 65536/,
    inside: sidecar({ ports: [{ containerPort: 65535 }] }),
  },
  {
    id: 'container-port-name',
    outside: sidecar({ ports: [{ containerPort: 9000, name: 'much-too-long-name' }] }),
    says: /^pod\.sidecars "proxy" has the port name "much-too-long-name"/,
    inside: sidecar({ ports: [{ containerPort: 9000, name: 'not-too-long-15' }] }),
  },
  {
    id: 'container-port-name', about: 'without a letter',
    outside: { pod: { initContainers: [{ name: 'a', image: 'a', ports: [{ containerPort: 1, name: '80' }] }] } },
    says: /^pod\.initContainers "a" has the port name "80"/,
    inside: sidecar({ ports: [{ containerPort: 9000 }] }),
  },
  {
    id: 'container-port-name', about: 'of the broker',
    outside: sidecar({ ports: [{ containerPort: 9000, name: 'amqp' }] }),
    says: /^pod\.sidecars "proxy" has the port name "amqp"\. Use up to 15 lower-case/,
    inside: sidecar({ ports: [{ containerPort: 9000, name: 'amqp2' }] }),
  },
  { id: 'container-name', about: 'of 64 letters', outside: sidecar({ name: 'x'.repeat(64) }), says: /up to 63/, inside: sidecar({ name: 'x'.repeat(63) }) },
  { id: 'container-port', about: 'of 0', outside: sidecar({ ports: [{ containerPort: 0 }] }), says: /has port 0/, inside: sidecar({ ports: [{ containerPort: 1 }] }) },
  { id: 'container-port-name', about: 'of 16 letters', outside: sidecar({ ports: [{ containerPort: 9000, name: 'x'.repeat(16) }] }), says: /up to 15/, inside: sidecar({ ports: [{ containerPort: 9000, name: 'x'.repeat(15) }] }) },
];
