import { Manifest } from './manifest';
import { expectClosed, problemsOf } from './manifests';
import { find, podTemplate } from './synth';
import { VALID_EXTERNAL, validSet } from './valid-set';

type Edit = (set: Manifest[]) => void;

const pod = (set: Manifest[]): any => podTemplate(set).spec;
const broker = (set: Manifest[]): any => pod(set).containers[0];
const without = (kind: string, name: string): Edit => set => set.splice(set.indexOf(find(set, kind, name)), 1);

/** Each fault that the checks are for, made once, and the words by which it is told. */
const FAULTS: Readonly<Record<string, [Edit, RegExp]>> = {
  'an object twice': [set => set.push(structuredClone(set[0])), /ServiceAccount broker in namespace shop is in the set twice/],
  'a container twice': [set => pod(set).containers.push({ name: 'setup' }), /has container setup twice/],
  'a volume and a claim of one name': [set => pod(set).volumes.push({ name: 'data', emptyDir: {} }), /has volume data twice/],
  'an environment variable twice': [set => broker(set).env.push({ name: 'LEVEL', value: 'x' }), /has environment variable LEVEL twice/],
  'a mount path twice': [set => broker(set).volumeMounts.push({ name: 'all', mountPath: '/data/' }), /has mount path \/data twice/],
  'a port name twice': [set => broker(set).ports.push({ name: 'amqp', containerPort: 1 }), /has port name amqp twice/],
  'a port twice in a container': [set => broker(set).ports.push({ name: 'more', containerPort: 4369 }), /container broker has port 4369\/TCP twice/],
  'a port twice in a pod': [set => pod(set).containers.push({ name: 'side', ports: [{ containerPort: 5672 }] }), /across its containers, has port 5672\/TCP twice/],
  'a port of a Service twice': [set => find(set, 'Service', 'broker').spec.ports.push({ name: 'more', port: 80 }), /Service broker has port 80\/TCP twice/],
  'a port name of a Service twice': [set => find(set, 'Service', 'broker').spec.ports.push({ name: 'ui', port: 81 }), /Service broker has port name ui twice/],

  'a null': [set => (find(set, 'StatefulSet').spec.replicas = null), /StatefulSet broker\/spec\/replicas is null/],
  'an undefined': [set => (broker(set).image = undefined), /image is undefined/],
  'a number that is none': [set => (find(set, 'StatefulSet').spec.replicas = NaN), /replicas is NaN/],
  'the text of an undefined': [set => (broker(set).image = 'rabbitmq:undefined'), /image is "rabbitmq:undefined"/],
  'the text of an object': [set => (broker(set).env[0].value = 'a [object Object]'), /value is "a \[object Object\]"/],
  'an undefined in a configuration file': [
    set => (find(set, 'ConfigMap', 'broker-config').data['broker.conf'] = 'heartbeat = undefined\n'), /broker.conf is "heartbeat = undefined\\n"/,
  ],
  'another namespace': [set => (set[0].metadata.namespace = 'elsewhere'), /namespaces differ: elsewhere, shop/],
  'no namespace': [set => delete set[0].metadata.namespace, /namespaces differ: unset, shop/],
  'a subject from elsewhere': [set => (find(set, 'RoleBinding').subjects[0].namespace = 'elsewhere'), /namespaces differ: shop, elsewhere/],

  'a name that is too long for a StatefulSet': [set => (find(set, 'StatefulSet').metadata.name = 'a'.repeat(53)), /name of StatefulSet a+ is/],
  'a name that is too long for a Job': [set => (find(set, 'Job').metadata.name = 'a'.repeat(64)), /name of Job a+ is/],
  'a name in capitals': [set => (set[0].metadata.name = 'Broker'), /name of ServiceAccount Broker is "Broker"/],
  'a Service that starts with a digit': [set => (find(set, 'Service', 'broker').metadata.name = '1broker'), /name of Service 1broker is/],
  'a label that is too long': [set => (set[0].metadata.labels = { app: 'a'.repeat(64) }), /label app of ServiceAccount broker is/],
  'a label of a pod that ends in a dash': [set => (podTemplate(set).metadata.labels.more = 'a-'), /label more of the pods of StatefulSet broker is "a-"/],
  'a port name that is too long': [set => (broker(set).ports[1].name = 'a'.repeat(16)), /port of StatefulSet broker is/],
  'a volume name with a dot': [set => pod(set).volumes.push({ name: 'a.b', emptyDir: {} }), /volume of StatefulSet broker is "a.b"/],

  'no headless Service': [set => (find(set, 'StatefulSet').spec.serviceName = 'gone'), /StatefulSet broker names Service gone/],
  'no Role': [without('Role', 'broker'), /RoleBinding broker names Role broker/],
  'no ServiceAccount': [without('ServiceAccount', 'broker'), /StatefulSet broker names ServiceAccount broker/],
  'no subject': [set => (find(set, 'RoleBinding').subjects[0].name = 'gone'), /RoleBinding broker names ServiceAccount gone/],
  'rights on what is not there': [set => (find(set, 'Role').rules[0].resourceNames = ['gone']), /Role broker names Service gone/],
  'no target of an autoscaler': [set => (find(set, 'HorizontalPodAutoscaler').spec.scaleTargetRef.name = 'gone'), /Autoscaler broker names StatefulSet gone/],
  'no backend': [set => (find(set, 'Ingress').spec.rules[0].http.paths[0].backend.service.name = 'gone'), /Ingress broker names Service gone/],
  'no default backend': [set => (find(set, 'Ingress').spec.defaultBackend.service.name = 'gone'), /Ingress broker names Service gone/],
  'no Service of a route': [set => (find(set, 'TLSRoute').spec.rules[0].backendRefs[0].name = 'gone'), /TLSRoute broker names Service gone/],
  'no Service of a policy for backends': [set => (find(set, 'BackendTLSPolicy').spec.targetRefs[0].name = 'gone'), /BackendTLSPolicy broker names Service gone/],
  'no authority of backends': [set => (find(set, 'BackendTLSPolicy').spec.validation.caCertificateRefs[0].name = 'gone'), /BackendTLSPolicy broker names ConfigMap gone/],
  'no certificate': [set => (find(set, 'Ingress').spec.tls[0].secretName = 'gone'), /Ingress broker names Secret gone/],
  'no pull secret': [set => (pod(set).imagePullSecrets[0].name = 'gone'), /StatefulSet broker names Secret gone/],
  'no pull secret of an account': [set => (set[0].imagePullSecrets[0].name = 'gone'), /ServiceAccount broker names Secret gone/],
  'no external Secret': [without('ExternalSecret', 'broker'), /ServiceMonitor broker names Secret external/],
  'no key of an external Secret': [set => (find(set, 'ExternalSecret').spec.data = []), /wants key token of Secret external/],
  'no certificate of a scrape': [without('Certificate', 'broker'), /ServiceMonitor broker names Secret issued/],
  'no key of a certificate': [set => (find(set, 'ServiceMonitor').spec.endpoints[0].tlsConfig.ca.secret.key = 'gone'), /wants key gone of Secret issued, which has tls.crt, tls.key, ca.crt/],
  'no password of a scrape': [set => (find(set, 'ServiceMonitor').spec.endpoints[0].basicAuth.password.name = 'gone'), /ServiceMonitor broker names Secret gone/],

  'no ConfigMap of a volume': [set => (pod(set).volumes[0].configMap.name = 'gone'), /StatefulSet broker names ConfigMap gone/],
  'no ConfigMap of a projected volume': [set => (pod(set).volumes[1].projected.sources[0].configMap.name = 'gone'), /names ConfigMap gone/],
  'no Secret of a projected volume': [set => (pod(set).volumes[1].projected.sources[1].secret.name = 'gone'), /names Secret gone/],
  'no Secret of a volume': [set => (pod(set).volumes[2].secret.secretName = 'gone'), /names Secret gone/],
  'no ConfigMap of the environment': [set => (pod(set).initContainers[0].envFrom[0].configMapRef.name = 'gone'), /names ConfigMap gone/],
  'no ConfigMap of a variable': [set => (broker(set).env[0].valueFrom.configMapKeyRef.name = 'gone'), /names ConfigMap gone/],
  'no key of a volume': [set => (pod(set).volumes[0].configMap.items[0].key = 'gone'), /wants key gone of ConfigMap broker-config, which has broker.conf, level/],
  'no key of a variable': [set => (broker(set).env[0].valueFrom.configMapKeyRef.key = 'gone'), /wants key gone of ConfigMap broker-config/],
  'no key of a made Secret': [set => (broker(set).env[1].valueFrom.secretKeyRef.key = 'gone'), /wants key gone of Secret password, which has password/],
  'a Secret that the Job is not told of': [set => (find(set, 'Job').spec.template.spec.containers[0].command.pop()), /StatefulSet broker names Secret password/],
  'a Secret in a ConfigMap that no Job mounts': [set => (find(set, 'Job').spec.template.spec.volumes[0] = { name: 'files', emptyDir: {} }), /names Secret password/],
  'no claim': [without('PersistentVolumeClaim', 'backup'), /CronJob backup names PersistentVolumeClaim backup/],
  'no volume of a mount': [set => pod(set).volumes.pop() && (broker(set).volumeMounts[1].name = 'tls'), /mounts volume tls, which isn't there/],
  'no claim of a mount': [set => delete find(set, 'StatefulSet').spec.volumeClaimTemplates, /container broker mounts volume data/],
  'no file of a mount': [set => (broker(set).volumeMounts[1].subPath = 'broker.conf'), /mounts broker.conf of volume conf, which has renamed.conf/],
  'no file of a projected mount': [set => (broker(set).volumeMounts[2].subPath = 'gone'), /mounts gone of volume all, which has broker.conf, level, password/],

  'no port of a startup probe': [set => (broker(set).startupProbe.tcpSocket.port = 'gone'), /no port named gone for its startupProbe/],
  'no port of a readiness probe': [set => (broker(set).readinessProbe.httpGet.port = 'gone'), /no port named gone for its readinessProbe/],
  'no port of a hook': [set => (broker(set).lifecycle.preStop.httpGet.port = 'gone'), /no port named gone for its preStop/],
  'no target port': [set => (find(set, 'Service', 'broker').spec.ports[0].targetPort = 'gone'), /Service broker targets port gone/],
  'no port of a backend by name': [set => (find(set, 'Ingress').spec.rules[0].http.paths[0].backend.service.port.name = 'gone'), /leads to port gone/],
  'no port of a backend by number': [set => (find(set, 'Ingress').spec.defaultBackend.service.port.number = 8080), /leads to port 8080/],
  'no port of a route': [set => (find(set, 'TLSRoute').spec.rules[0].backendRefs[0].port = 8080), /TLSRoute broker leads to port 8080 of Service broker/],
  'no port of a scrape': [set => (find(set, 'ServiceMonitor').spec.endpoints[0].port = 'gone'), /ServiceMonitor broker scrapes port gone/],
  'no port of a pod\'s scrape': [set => (find(set, 'PodMonitor').spec.podMetricsEndpoints[0].port = 'gone'), /PodMonitor broker scrapes port gone/],
  'no port of a policy': [set => (find(set, 'NetworkPolicy').spec.ingress[0].ports[0].port = 'gone'), /NetworkPolicy broker opens port gone/],

  'a StatefulSet without its pods': [set => (find(set, 'StatefulSet').spec.selector.matchLabels.app = 'gone'), /StatefulSet broker doesn't select the pods of its own/],
  'a Service of one pod of others': [set => (find(set, 'Service', 'broker').spec.selector = { app: 'gone', 'statefulset.kubernetes.io/pod-name': 'broker-0' }), /Service broker selects no pod/],
  'a Service without pods': [set => (find(set, 'Service', 'broker').spec.selector.app = 'gone'), /Service broker selects no pod/],
  'a budget without pods': [set => (find(set, 'PodDisruptionBudget').spec.selector.matchLabels.app = 'gone'), /PodDisruptionBudget broker selects no pod/],
  'a policy without pods': [set => (find(set, 'NetworkPolicy').spec.podSelector.matchExpressions[0].values = ['gone']), /NetworkPolicy broker selects no pod/],
  'a monitor without Services': [set => (find(set, 'ServiceMonitor').spec.selector.matchLabels.app = 'gone'), /ServiceMonitor broker selects no Service/],
  'a Service that finds the bootstrap': [set => (find(set, 'Job').spec.template.metadata.labels.app = 'broker'), /Service broker selects the pods of Job bootstrap-1a2b3 too/],
  'a budget for all pods': [set => (find(set, 'PodDisruptionBudget').spec.selector = {}), /PodDisruptionBudget broker selects the pods of Job/],
  'a StatefulSet that finds others\' pods': [
    set => (find(set, 'CronJob').spec.jobTemplate.spec.template.metadata.labels.app = 'broker'), /StatefulSet broker selects the pods of CronJob backup too/,
  ],
  'a spread of other pods': [set => (pod(set).topologySpreadConstraints[0].labelSelector.matchLabels.app = 'gone'), /spreads pods over zone that aren't its own/],
};

describe('closed manifests', () => {
  test('a set without a fault is closed', () => {
    expectClosed(validSet(), { external: VALID_EXTERNAL });
  });

  test('no manifest at all is a fault', () => {
    expect(() => { expectClosed([]); }).toThrow('toHaveLength');
  });

  test('what is outside of the set has to be declared', () => {
    expect(problemsOf(validSet())).toEqual(expect.arrayContaining([
      'StatefulSet broker names Secret registry, which isn\'t there',
      'Ingress broker names Secret certificate, which isn\'t there',
    ]));
  });

  test.each(Object.entries(FAULTS))('%s is found', (_fault, [edit, words]) => {
    const set = validSet();
    edit(set);
    expect(problemsOf(set, { external: VALID_EXTERNAL })).toContainEqual(expect.stringMatching(words));
    expect(() => { expectClosed(set, { external: VALID_EXTERNAL }); }).toThrow();
  });
});
