{{/* The memory that is set aside for a broker: the limit, unless a request is given. */}}
{{- define "rabbitmq.memoryRequest" -}}
{{- include "rabbitmq.text" (default .Values.resources.limits.memory .Values.resources.requests.memory) -}}
{{- end }}

{{/* The key of the Erlang cookie in its Secret. */}}
{{- define "rabbitmq.erlangCookieKey" -}}
{{- with .Values.credentials -}}
{{- ternary .erlangCookieKey "cookie" (not (empty .existingErlangCookieSecret)) -}}
{{- end -}}
{{- end }}

{{/* A checksum of what a broker reads when it starts: another one restarts brokers. */}}
{{- define "rabbitmq.bootChecksum" -}}
{{- include "rabbitmq.bootFiles" . | fromYaml | toRawJson | sha256sum | trunc 16 -}}
{{- end }}

{{/*
The number of replicas in the StatefulSet. With an autoscaler it is that of the cluster, as Kubernetes would set 1 if a
release no longer had the number; none where Helm asks no cluster, as in "helm template".
*/}}
{{- define "rabbitmq.statefulSetReplicas" -}}
{{- $namespace := .Release.Namespace -}}
{{- if not .Values.hpa.enabled -}}
{{- include "rabbitmq.replicas" . -}}
{{- else -}}
{{- with lookup "apps/v1" "StatefulSet" $namespace (include "rabbitmq.fullname" .) -}}
{{- .spec.replicas | int -}}
{{- else -}}
{{- if lookup "v1" "ServiceAccount" $namespace "default" -}}
{{- include "rabbitmq.replicas" $ -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Anti-affinity by Kubernetes node. */}}
{{- define "rabbitmq.affinity" -}}
{{- $selector := include "rabbitmq.selectorLabels" (dict "context" . "component" "broker") -}}
{{- $term := dict "labelSelector" (dict "matchLabels" ($selector | fromYaml)) "topologyKey" "kubernetes.io/hostname" -}}
{{- if eq .Values.scheduling.nodeSpread "required" -}}
podAntiAffinity:
  requiredDuringSchedulingIgnoredDuringExecution:
    - {{- toYaml $term | nindent 6 }}
{{- else if eq .Values.scheduling.nodeSpread "preferred" -}}
podAntiAffinity:
  preferredDuringSchedulingIgnoredDuringExecution:
    - weight: 100
      podAffinityTerm:
        {{- toYaml $term | nindent 8 }}
{{- else -}}
{}
{{- end -}}
{{- end }}

{{/* Spread over zones. */}}
{{- define "rabbitmq.topologySpreadConstraints" -}}
{{- if ne .Values.scheduling.zoneSpread "none" -}}
- topologyKey: topology.kubernetes.io/zone
  maxSkew: 1
  whenUnsatisfiable: {{ ternary "DoNotSchedule" "ScheduleAnyway" (eq .Values.scheduling.zoneSpread "required") }}
  labelSelector:
    matchLabels:
      {{- include "rabbitmq.selectorLabels" (dict "context" . "component" "broker") | nindent 6 }}
{{- else -}}
[]
{{- end -}}
{{- end }}

{{/* Environment of the broker's container. */}}
{{- define "rabbitmq.env" -}}
{{- $nodes := printf "%s-nodes.$(POD_NAMESPACE)" (include "rabbitmq.fullname" .) -}}
{{- $interNode := "-proto_dist inet_tls -ssl_dist_optfile /var/lib/rabbitmq/inter-node-tls.config" -}}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: POD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: RABBITMQ_USE_LONGNAME
  value: "true"
- name: RABBITMQ_NODENAME
  value: rabbit@$(POD_NAME).{{ $nodes }}
- name: RABBITMQ_ENABLED_PLUGINS_FILE
  value: /var/lib/rabbitmq/enabled_plugins
- name: RABBITMQ_LOGS
  value: ""
{{- if (include "rabbitmq.series" . | fromYaml).discoversPeersThroughApi }}
- name: K8S_HOSTNAME_SUFFIX
  value: .{{ $nodes }}
{{- end }}
{{- if .Values.advancedConfiguration }}
- name: RABBITMQ_ADVANCED_CONFIG_FILE
  value: /etc/rabbitmq-cluster/advanced.config
{{- end }}
- name: RABBITMQ_BOOT_MODULE
  value: file eval /etc/rabbitmq-programs/start-boot.eval -s rabbit
- name: POD_UID
  valueFrom:
    fieldRef:
      fieldPath: metadata.uid
- name: RABBITMQ_SERVER_START_ARGS
  value: -eval file:eval("/etc/rabbitmq-programs/start-membership.eval")
{{- if .Values.tls.enabled }}
- name: RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS
  value: -ssl ssl_pem_cache_clean 10000{{ if .Values.tls.interNode }} {{ $interNode }}{{ end }}
{{- end }}
{{- if .Values.tls.interNode }}
- name: RABBITMQ_CTL_ERL_ARGS
  value: {{ $interNode }}
{{- end }}
{{- end }}
