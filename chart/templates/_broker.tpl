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

{{/* Anti-affinity by Kubernetes node, and rules for nodes. */}}
{{- define "rabbitmq.affinity" -}}
{{- $selector := include "rabbitmq.selectorLabels" (dict "context" . "component" "broker") -}}
{{- if or (ne .Values.scheduling.nodeSpread "none") .Values.scheduling.nodeAffinity -}}
{{- with .Values.scheduling.nodeAffinity -}}
nodeAffinity:
  {{- toYaml . | nindent 2 }}
{{ end -}}
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
{{- end -}}
{{- else -}}
{}
{{- end -}}
{{- end }}

{{/* Spread over zones, and further spread. */}}
{{- define "rabbitmq.topologySpreadConstraints" -}}
{{- $selector := include "rabbitmq.selectorLabels" (dict "context" . "component" "broker") | fromYaml -}}
{{- $all := dict "matchLabels" $selector -}}
{{- if ne .Values.scheduling.zoneSpread "none" -}}
- topologyKey: topology.kubernetes.io/zone
  maxSkew: 1
  whenUnsatisfiable: {{ ternary "DoNotSchedule" "ScheduleAnyway" (eq .Values.scheduling.zoneSpread "required") }}
  labelSelector:
    matchLabels:
      {{- toYaml $selector | nindent 6 }}
{{ end -}}
{{- range .Values.scheduling.topologySpreadConstraints -}}
{{- $counted := dict "labelSelector" (default $all .labelSelector) }}
- {{- merge $counted (omit . "labelSelector") | toYaml | nindent 2 }}
{{ else -}}
{{- if eq .Values.scheduling.zoneSpread "none" -}}
[]
{{- end -}}
{{- end -}}
{{- end }}

{{/* Environment of the broker's container. */}}
{{- define "rabbitmq.env" -}}
{{- $nodes := printf "%s-nodes.$(POD_NAMESPACE)" (include "rabbitmq.fullname" .) -}}
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
{{- if .Values.pluginDownloads }}
- name: RABBITMQ_PLUGINS_DIR
  value: /opt/rabbitmq/plugins:/var/lib/rabbitmq/mnesia/downloaded-plugins
{{- end }}
- name: RABBITMQ_BOOT_MODULE
  value: file eval /etc/rabbitmq-programs/start-boot.eval -s rabbit
- name: POD_UID
  valueFrom:
    fieldRef:
      fieldPath: metadata.uid
- name: RABBITMQ_SERVER_START_ARGS
  value: -eval file:eval("/etc/rabbitmq-programs/start-membership.eval")
{{- if .Values.ipv6 }}
- name: ERL_INETRC
  value: /var/lib/rabbitmq/ipv6.inetrc
{{- end }}
{{- $distribution := include "rabbitmq.distribution" . -}}
{{- $pem := ternary "-ssl ssl_pem_cache_clean 10000" "" .Values.tls.enabled -}}
{{- with compact (list $pem $distribution) }}
- name: RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS
  value: {{ join " " . }}
{{- end }}
{{- with $distribution }}
- name: RABBITMQ_CTL_ERL_ARGS
  value: {{ . }}
{{- end }}
{{- with .Values.pod.env }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* How Erlang connects brokers and command line tools. Empty: as it does itself. */}}
{{- define "rabbitmq.distribution" -}}
{{- $tls := ternary "-ssl_dist_optfile /var/lib/rabbitmq/inter-node-tls.config" "" .Values.tls.interNode -}}
{{- $family := ternary "inet6" "inet" .Values.ipv6 -}}
{{- $protocol := printf "-proto_dist %s_%s" $family (ternary "tls" "tcp" .Values.tls.interNode) -}}
{{- if or .Values.ipv6 .Values.tls.interNode -}}
{{- compact (list $protocol $tls) | join " " -}}
{{- end -}}
{{- end }}

{{/* CPU that a broker can use. Empty: no limit. */}}
{{- define "rabbitmq.cpuLimit" -}}
{{- $limit := include "rabbitmq.text" (default "" .Values.resources.limits.cpu) -}}
{{- ternary "" $limit (eq $limit "none") -}}
{{- end }}

{{/* IP families of Services. */}}
{{- define "rabbitmq.ipFamilies" -}}
{{- with .Values.service -}}
{{- if and $.Values.ipv6 (empty .ipFamilyPolicy) (empty .ipFamilies) -}}
ipFamilyPolicy: SingleStack
ipFamilies: [IPv6]
{{- else -}}
{{- with .ipFamilyPolicy -}}
ipFamilyPolicy: {{ . }}
{{ end -}}
{{- with .ipFamilies -}}
ipFamilies:
  {{- toYaml . | nindent 2 }}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Annotations of the brokers' claims: what an existing cluster can't change, and those of the values. */}}
{{- define "rabbitmq.claimAnnotations" -}}
{{- $own := dict -}}
{{- if .Values.tls.interNode -}}
{{- $_ := set $own "cdk8s-rabbitmq/inter-node-tls" "true" -}}
{{- end -}}
{{- if .Values.ipv6 -}}
{{- $_ := set $own "cdk8s-rabbitmq/inter-node-ipv6" "true" -}}
{{- end -}}
{{- with merge $own .Values.persistence.annotations -}}
{{- include "rabbitmq.texts" . -}}
{{- end -}}
{{- end }}
