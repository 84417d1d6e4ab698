{{- define "rabbitmq.notes" -}}
{{- include "rabbitmq.validate" . -}}
{{- if .Values.cluster.enabled }}
{{- $name := include "rabbitmq.fullname" . }}
{{- $namespace := .Release.Namespace }}
{{- $replicas := include "rabbitmq.replicas" . }}
{{- $brokers := ternary "1 broker" (printf "%s brokers" $replicas) (eq $replicas "1") }}
{{- if .Values.hpa.enabled }}
{{- $brokers = printf "%s to %s brokers" $replicas (include "rabbitmq.maxReplicas" .) }}
{{- end }}
{{- $port := ternary "5672" "5671 (TLS)" (eq (include "rabbitmq.plain" .) "true") }}
{{ $name }}: {{ $brokers }} of RabbitMQ {{ include "rabbitmq.version" . }}

  kubectl -n {{ $namespace }} rollout status statefulset/{{ $name }}

Applications connect to {{ $name }}.{{ $namespace }}.svc, port {{ $port }}
{{- if include "rabbitmq.networkPolicy" . }}, from the namespaces that networkPolicy.clientNamespaces names
{{- if .Values.networkPolicy.clientCidrs }} and from networkPolicy.clientCidrs{{ end }}
{{- end }}.
{{- if empty .Values.credentials.existingSecret }}
A Job in the cluster creates the administrator's password:

  kubectl -n {{ $namespace }} get secret {{ $name }}-credentials -o jsonpath='{.data.password}' | base64 -d
{{- end }}

{{ if .Values.persistence.enabled -}}
Volumes stay when the release is uninstalled, and so do the Secrets that Jobs created in the cluster.
{{- else -}}
Messages are in no volume, and go with their pod. Secrets that Jobs created in the cluster stay when the release is
uninstalled.
{{- end }}
{{- if and .Values.backup.enabled (eq (include "rabbitmq.backupDestination" .) "volume") }}
The volume of the backups, {{ $name }}-backup, stays too.
{{- end }}
{{- with include "rabbitmq.corrections" . | fromJsonArray }}

Corrected values:
{{- range . }}
  - {{ . }}
{{- end }}
{{- end }}
{{- with include "rabbitmq.warnings" . | fromJsonArray }}

Warnings:
{{- range . }}
  - {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
