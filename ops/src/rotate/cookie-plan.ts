import type { ClusterRef } from '../core/cluster-ref';

/**
 * How the Erlang cookie is changed. Nodes with different cookies don't talk to each other, and RabbitMQ documents no way to change it
 * one by one, so the whole cluster stops; this tells how, and does nothing of it.
 */
export function cookiePlan({ namespace, name }: ClusterRef): string {
  const secret = `${name}-erlang-cookie`;
  return `The Erlang cookie of ${namespace}/${name} is what its brokers and their tools trust each other by. Brokers with different cookies
don't see each other, so it can't be changed one broker after the other: plan a few minutes without any. Messages in durable queues
and streams stay on the volumes; clients reconnect afterwards.

1. See that all is well, and make a backup:
     rabbitmq-k8s health -n ${namespace} -c ${name}
     rabbitmq-k8s backup -n ${namespace} -c ${name}
2. Suspend what scales the cluster: its HorizontalPodAutoscaler or ScaledObject, and anything that applies its manifests.
3. Note the number of brokers, and stop all of them at once:
     kubectl -n ${namespace} get statefulset ${name} -o jsonpath='{.spec.replicas}'
     kubectl -n ${namespace} scale statefulset ${name} --replicas=0
     kubectl -n ${namespace} wait --for=delete pod -l app=rabbitmq,cluster=${name} --timeout=15m
4. Put a new cookie into its Secret; it is on no command line and no screen:
     openssl rand -hex 24 | tr -d '\\n' > cookie
     kubectl -n ${namespace} create secret generic ${secret} --from-file=cookie --dry-run=client -o yaml \\
       | kubectl -n ${namespace} apply --server-side --force-conflicts -f -
     rm cookie
5. Start all brokers, with the number of step 3:
     kubectl -n ${namespace} scale statefulset ${name} --replicas=N
     kubectl -n ${namespace} rollout status statefulset ${name} --timeout=15m
6. See that all are members, and resume what step 2 suspended:
     rabbitmq-k8s health -n ${namespace} -c ${name}

To go back before step 5: nothing is lost, put any cookie into the Secret, and go on with step 5. All brokers have to have the same.
`;
}
