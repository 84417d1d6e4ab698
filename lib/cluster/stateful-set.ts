import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { podTemplate } from './broker-pod';
import { lastingDistribution } from './distribution';
import { LiveModel } from './live-model';
import { ClusterModel } from './model';
import { renderClaims, renderRetention } from './pod/storage';
import { addManifest, Manifest } from '../kubernetes/manifest';

/** Adds the StatefulSet of the brokers. */
export function addStatefulSet(scope: Construct, model: LiveModel): Manifest {
  return addManifest(scope, 'Resource', k8s.KubeStatefulSet, model.metadata(model.current.names.statefulSet), {
    spec: () => renderStatefulSet(model.current),
  });
}

function renderStatefulSet(model: ClusterModel): k8s.StatefulSetSpec {
  return {
    // an apply must not reset the size that an autoscaler chose
    replicas: model.isScaled ? undefined : model.replicas,
    ordinals: model.ordinalStart > 0 ? { start: model.ordinalStart } : undefined,
    serviceName: model.names.nodesService,
    podManagementPolicy: 'Parallel',
    updateStrategy: { type: 'RollingUpdate' },
    selector: { matchLabels: model.selector },
    template: podTemplate(model),
    volumeClaimTemplates: renderClaims(model.storage, model.selector, lastingDistribution(model)),
    persistentVolumeClaimRetentionPolicy: renderRetention(model.storage),
  };
}
