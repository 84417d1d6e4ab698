/** What a refusal has to say, at the least: the key, and the value or what is allowed. */
export interface BadValues {
  readonly values: object;
  readonly says: RegExp;
}

/** Values that the library refuses, and that helm has to refuse. */
export const BAD_VALUE_SETS: Readonly<Record<string, BadValues>> = {
  'a name in capitals': { values: { cluster: { name: 'Orders' } }, says: /cluster[./]name.*\^\[a-z\]/s },
  'a name that starts with a digit': { values: { cluster: { name: '1st' } }, says: /cluster[./]name/ },
  'a name of 53 characters': { values: { cluster: { name: 'a'.repeat(53) } }, says: /cluster[./]name.*52/s },
  'an empty name': { values: { cluster: { name: '' } }, says: /cluster[./]name/ },
  'a negative number of brokers': { values: { cluster: { replicaCount: -1 } }, says: /cluster[./]replicaCount/ },
  'half a broker': { values: { cluster: { replicaCount: 2.5 } }, says: /cluster[./]replicaCount.*integer/s },
  'a release that isn\'t known': { values: { image: { tag: '5.0.0-management' } }, says: /image[./]tag/ },
  'no tag': { values: { image: { tag: '' } }, says: /image[./]tag/ },
  'a tag that tells no release': { values: { image: { tag: 'latest' } }, says: /image[./]tag/ },
  'a digest that is none': { values: { image: { digest: 'sha256:abc' } }, says: /image[./]digest/ },
  'a repository in capitals': { values: { image: { repository: 'RabbitMQ' } }, says: /image[./]repository/ },
  'memory that is no quantity': { values: { resources: { limits: { memory: '2 GB' } } }, says: /resources[./]limits[./]memory/ },
  'too little memory': { values: { resources: { limits: { memory: '300Mi' } } }, says: /resources\.limits\.memory is "300Mi", too small: of 300 MiB the broker is told of 240 MiB/ },
  'CPU that is no quantity': { values: { resources: { limits: { cpu: 'two' } } }, says: /resources[./]limits[./]cpu/ },
  'a CPU request above the limit': { values: { resources: { requests: { cpu: '2500m' } } }, says: /resources\.requests\.cpu is "2500m", above resources\.limits\.cpu "2"/ },
  'a memory request above the limit': { values: { resources: { requests: { memory: '4Gi' } } }, says: /resources\.requests\.memory is "4Gi", above resources\.limits\.memory "2Gi"/ },
  'storage that is no quantity': { values: { persistence: { size: 'big' } }, says: /persistence[./]size/ },
  'no volumes in production': { values: { cluster: { production: true }, persistence: { enabled: false } }, says: /persistence\.enabled is false in production/ },
  'no budget in production': { values: { cluster: { production: true, replicaCount: 5 }, podDisruptionBudget: { enabled: false } }, says: /podDisruptionBudget\.enabled is false in production: .* all 5 brokers/ },
  'a plugin that isn\'t there': { values: { plugins: ['rabbitmq_mqttt'] }, says: /plugins.*rabbitmq_mqtt/s },
  'a key that RabbitMQ doesn\'t know': { values: { configuration: { chanel_max: 128 } }, says: /configuration has "chanel_max", which RabbitMQ 4\.3 doesn't know/ },
  'a value with a line break': { values: { configuration: { heartbeat: '30\nloopback_users.guest = false' } }, says: /configuration/ },
  'a Service of no type': { values: { service: { type: 'ExternalName' } }, says: /service[./]type.*ClusterIP/s },
  'an administrator with a space': { values: { credentials: { username: 'the admin' } }, says: /credentials[./]username/ },
  'an Ingress without a host': { values: { ingress: { enabled: true } }, says: /ingress\.host/ },
  'an Ingress of a host that is none': { values: { ingress: { enabled: true, host: 'https://mq.example.com' } }, says: /ingress[./]host/ },
  'an Ingress with two issuers': { values: { ingress: { enabled: true, host: 'mq.example.com', tls: { issuer: 'a', clusterIssuer: 'b' } } }, says: /ingress\.tls has both issuer and clusterIssuer/ },
  'a plain Ingress in production': { values: { cluster: { production: true }, ingress: { enabled: true, host: 'mq.example.com' } }, says: /mq\.example\.com without TLS/ },
  'an autoscaler of one broker': { values: { hpa: { enabled: true, minReplicas: 1 } }, says: /hpa[./]minReplicas/ },
  'an autoscaler of even numbers': { values: { hpa: { enabled: true, minReplicas: 4.5 } }, says: /hpa[./]minReplicas/ },
  'an autoscaler from seven to five': { values: { hpa: { enabled: true, minReplicas: 7, maxReplicas: 5 } }, says: /hpa\.maxReplicas is 5, below hpa\.minReplicas, 7/ },
  'an autoscaler that waits for the impossible': { values: { hpa: { enabled: true, targetMemoryUtilizationPercentage: 96 } }, says: /hpa[./]targetMemoryUtilizationPercentage/ },
  'an interval of nothing': { values: { serviceMonitor: { enabled: true, interval: '0s' } }, says: /serviceMonitor[./]interval/ },
  'a path without a slash': { values: { serviceMonitor: { enabled: true, path: 'metrics' } }, says: /serviceMonitor[./]path/ },
};
