{{- define "rabbitmq.notes" -}}
{{- $c := include "rabbitmq.context" . | fromYaml }}
{{- if $.Values.cluster.enabled }}
{{- $makesSecrets := or $c.makesCredentials $c.makesCookie (and $c.exporter (eq $c.monitored "true")) (and $c.backup $c.makesBackupUser) }}
{{ $c.name }}: {{ if $c.hpa }}{{ $c.replicas }} to {{ $c.highest }} brokers{{ else }}{{ $c.replicas }} {{ if eq $c.replicas "1" }}broker{{ else }}brokers{{ end }}{{ end }} of RabbitMQ {{ $c.version }}

  kubectl -n {{ $c.namespace }} rollout status statefulset/{{ $c.name }}

Applications connect to {{ $c.name }}.{{ $c.namespace }}.svc, port {{ if eq $c.tls "only" }}5671 (TLS){{ else }}5672{{ end }}{{ if $c.networkPolicy }}, from the namespaces that networkPolicy.clientNamespaces names{{ if $c.hasClientCidrs }} and from networkPolicy.clientCidrs{{ end }}{{ end }}.
{{- if $c.makesCredentials }} The administrator's password, made in the cluster:

  kubectl -n {{ $c.namespace }} get secret {{ $c.name }}-credentials -o jsonpath='{.data.password}' | base64 -d
{{- end }}
{{ if $c.persistent }}
Volumes stay when the release is uninstalled{{ if $makesSecrets }}; so do the Secrets that were made in the cluster{{ end }}.
{{- else }}
Messages are in no volume, and go with their pod.{{ if $makesSecrets }} The Secrets that were made in the cluster stay when the release is uninstalled.{{ end }}
{{- end }}
{{- if and $c.backup (eq $c.backupTo "volume") }} The volume of the backups, {{ $c.name }}-backup, stays too.{{ end }}
{{- with include "rabbitmq.warnings" . }}

Warnings:
{{- range splitList "\n" . }}
  - {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
