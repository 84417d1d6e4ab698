{{/* True if there is a user for monitoring: for the exporter, and for metrics that need a login. */}}
{{- define "rabbitmq.hasMonitoringUser" -}}
{{- $scrapes := and (include "rabbitmq.monitored" .) (include "rabbitmq.metricsNeedLogin" .) -}}
{{- $ofExporter := and .Values.exporter.enabled (empty .Values.exporter.credentials) -}}
{{- if or $ofExporter (and $scrapes (empty .Values.serviceMonitor.credentials)) -}}
true
{{- end -}}
{{- end }}

{{/* How Prometheus scrapes brokers. Takes a dict: context: the root context; endpoint: the label of the samples */}}
{{- define "rabbitmq.scrapeEndpoint" -}}
{{- with .context -}}
port: {{ ternary "prometheus-tls" "prometheus" .Values.tls.enabled }}
interval: {{ .Values.serviceMonitor.interval }}
{{- with .Values.serviceMonitor.timeout }}
scrapeTimeout: {{ . }}
{{- end }}
{{- if .Values.tls.enabled }}
scheme: https
tlsConfig:
  serverName: {{ include "rabbitmq.verifiedName" . | quote }}
  {{- if include "rabbitmq.hasAuthority" . }}
  ca:
    secret:
      name: {{ include "rabbitmq.tlsSecret" . | quote }}
      key: {{ include "rabbitmq.authorityKey" . | quote }}
  {{- end }}
{{- end }}
{{- $user := printf "%s-monitoring" (include "rabbitmq.fullname" .) }}
{{- $login := ternary $user "" (eq (include "rabbitmq.metricsNeedLogin" .) "true") }}
{{- with default $login .Values.serviceMonitor.credentials }}
basicAuth:
  username:
    name: {{ . | quote }}
    key: username
  password:
    name: {{ . | quote }}
    key: password
{{- end }}
{{- end }}
{{ include "rabbitmq.scrapeRelabelings" . }}
{{- end }}

{{/* Labels of scraped samples. Takes the dict of "rabbitmq.scrapeEndpoint". */}}
{{- define "rabbitmq.scrapeRelabelings" -}}
relabelings:
  - targetLabel: rabbitmq_cluster
    replacement: {{ include "rabbitmq.fullname" .context | quote }}
  - targetLabel: endpoint
    replacement: {{ .endpoint }}
{{- end }}

{{/* A text of chart/files with the cluster's own names and numbers. Takes the root context and the text. */}}
{{- define "rabbitmq.filled" -}}
{{- $root := first . -}}
{{- $name := include "rabbitmq.fullname" $root -}}
{{- $uid := list $root.Release.Namespace $name | toRawJson | sha256sum | trunc 12 -}}
{{- last . | replace "%CLUSTER%" $name | replace "%NAMESPACE%" $root.Release.Namespace | replace "%UID%" $uid -}}
{{- end }}

{{/* Groups of recording rules and alerts with the thresholds of the cluster, as YAML. */}}
{{- define "rabbitmq.ruleGroups" -}}
{{- $memory := include "rabbitmq.memory" . | fromYaml -}}
{{- $watermark := float64 $memory.highWatermark -}}
{{- $connections := maxf 100.0 (mulf (floor (divf $watermark 4.0 102400.0 100.0)) 100.0) -}}
{{- $messages := maxf 10000.0 (mulf (floor (divf $watermark 10.0 1024.0 1000.0)) 1000.0) -}}
{{- $replicas := include "rabbitmq.replicas" . | int -}}
{{- $text := .Files.Get "files/prometheus-rules.yaml" -}}
{{- range $placeholder, $number := dict
  "%REPLICAS%" $replicas "%REPLICAS_X10%" (mul 10 $replicas) "%REPLICAS_X50%" (mul 50 $replicas)
  "%LIMIT_BYTES%" $memory.limit "%CONNECTIONS%" $connections "%CHANNELS%" (mulf 4.0 $connections)
  "%MESSAGES%" $messages "%MESSAGES_TENTH%" (divf $messages 10.0) -}}
{{- $text = replace $placeholder (include "rabbitmq.text" $number) $text -}}
{{- end -}}
{{- include "rabbitmq.filled" (list . $text) -}}
{{- end }}

{{/* True if a rule is for this cluster. Takes the root context and the rule's conditions. */}}
{{- define "rabbitmq.ruleApplies" -}}
{{- $root := first . -}}
{{- $series := (include "rabbitmq.series" $root | fromYaml).name -}}
{{- $replicas := include "rabbitmq.replicas" $root | int -}}
{{- with last . -}}
{{- $forSeries := has $series (default (list $series) .series) -}}
{{- $forTls := eq $root.Values.tls.enabled (ternary .tls $root.Values.tls.enabled (hasKey . "tls")) -}}
{{- $exporter := $root.Values.exporter.enabled -}}
{{- $forExporter := eq $exporter (ternary .exporter $exporter (hasKey . "exporter")) -}}
{{- $isDeclared := eq (include "rabbitmq.topology.isDeclared" $root) "true" -}}
{{- $forTopology := or (not (hasKey . "topology")) (eq .topology $isDeclared) -}}
{{- $forQueues := true -}}
{{- with .expects -}}
{{- $forQueues = include "rabbitmq.expectations" (list $root .) | fromJsonArray -}}
{{- end -}}
{{- if and $forSeries $forTls $forExporter $forTopology $forQueues (ge $replicas (default 1 .minReplicas | int)) -}}
true
{{- end -}}
{{- else -}}
true
{{- end -}}
{{- end }}
