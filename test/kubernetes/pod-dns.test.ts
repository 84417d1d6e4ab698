import { dnsProblems } from '../../lib/kubernetes/pod-dns';

test.each([
  [{ dnsPolicy: 'none' }, 'pod.dnsPolicy is "none": it must be one of ClusterFirst, ClusterFirstWithHostNet, Default, None', { dnsPolicy: 'Default' }],
  [{ dnsPolicy: 'None' }, 'pod.dnsPolicy is "None" without a server: add one to pod.dnsConfig.nameservers', { dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.53'] } }],
  [{ dnsConfig: { nameservers: ['1.1.1.1', '2.2.2.2', '3.3.3.3', '::1'] } }, 'pod.dnsConfig.nameservers has 4 servers: Kubernetes accepts 3', { dnsConfig: { nameservers: ['1.1.1.1', '2.2.2.2', '::1'] } }],
  [{ dnsConfig: { nameservers: ['dns.example.com'] } }, 'pod.dnsConfig.nameservers has "dns.example.com": it must be an IP address', { dnsConfig: { nameservers: ['fd00::53'] } }],
  [{ hostAliases: [{ ip: '10.0.0', hostnames: ['a'] }] }, 'pod.hostAliases has the ip "10.0.0": it must be an IP address', { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }] }],
  [{ hostAliases: [{ ip: '10.0.0.1', hostnames: ['A_b'] }] }, 'pod.hostAliases has the host "A_b": it must be a DNS name', { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a-b.example.com'] }] }],
])('%j is refused', (outside, message, inside) => {
  expect(dnsProblems('pod', outside)).toEqual([expect.stringContaining(message)]);
  expect(dnsProblems('pod', inside)).toEqual([]);
});
