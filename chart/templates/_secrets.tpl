{{/*
The Secret of a user as the program bootstrap reads it: JSON in which it replaces {{namespace}} and {{random}}.
Takes a dict: context: the root context; name: the Secret's; username; component: that of its labels
*/}}
{{- define "rabbitmq.userSecretManifest" -}}
{{- $service := printf "%s.{{namespace}}.svc" (include "rabbitmq.fullname" .context) -}}
{{- $host := include "rabbitmq.serverName" .context | default $service -}}
{{- $tls := .context.Values.tls.enabled -}}
{{- $port := ternary 5671 5672 $tls -}}
{{- $vhost := include "rabbitmq.defaultVhost" .context -}}
{{- $path := ternary "" (printf "/%s" (urlquery $vhost | replace "+" "%20")) (eq $vhost "/") -}}
{
  "apiVersion": "v1",
  "kind": "Secret",
  "metadata": {
    "name": {{ .name | quote }},
    "labels": {{ include "rabbitmq.secretLabels" . | indent 4 | trim }}
  },
  "type": "servicebinding.io/rabbitmq",
  "stringData": {
    "type": "rabbitmq",
    "provider": "cdk8s-rabbitmq",
    "host": {{ $host | quote }},
    "port": "{{ $port }}",
    "username": {{ .username | quote }},
    "password": {{ "{{random}}" | quote }},
    "uri": "{{ ternary "amqps" "amqp" $tls }}://{{ .username }}:{{ "{{random}}" }}@{{ $host }}:{{ $port }}{{ $path }}"
  }
}
{{- end }}

{{/* The Secret of the Erlang cookie, as "rabbitmq.userSecretManifest". */}}
{{- define "rabbitmq.cookieSecretManifest" -}}
{
  "apiVersion": "v1",
  "kind": "Secret",
  "metadata": {
    "name": {{ .name | quote }},
    "labels": {{ include "rabbitmq.secretLabels" . | indent 4 | trim }}
  },
  "type": "Opaque",
  "stringData": {
    "cookie": {{ "{{random}}" | quote }}
  }
}
{{- end }}

{{/* The Secret of a key for encryption, as "rabbitmq.userSecretManifest". */}}
{{- define "rabbitmq.keySecretManifest" -}}
{
  "apiVersion": "v1",
  "kind": "Secret",
  "metadata": {
    "name": {{ .name | quote }},
    "labels": {{ include "rabbitmq.secretLabels" . | indent 4 | trim }}
  },
  "type": "Opaque",
  "stringData": {
    "key": {{ "{{key}}" | quote }}
  }
}
{{- end }}

{{/* Labels of a Secret that a Job creates: it isn't Helm's, and stays when the release goes. */}}
{{- define "rabbitmq.secretLabels" -}}
{{- $name := include "rabbitmq.fullname" .context | quote -}}
{
  "app": "rabbitmq",
  "cluster": {{ $name }},
  "app.kubernetes.io/name": "rabbitmq",
  "app.kubernetes.io/instance": {{ $name }},
  "app.kubernetes.io/component": {{ .component | quote }},
  "app.kubernetes.io/part-of": "rabbitmq",
  "app.kubernetes.io/managed-by": "cdk8s"
}
{{- end }}

{{/*
The Secrets that the Job creates, as a YAML list in the Job's order: file: the name of the manifest's file; template:
the one of the manifest; name: the Secret's; username; component: that of the labels
*/}}
{{- define "rabbitmq.secretFiles" -}}
{{- $name := include "rabbitmq.fullname" . -}}
{{- if .Values.cluster.enabled -}}
{{- if empty .Values.credentials.existingSecret }}
- file: credentials.json
  template: rabbitmq.userSecretManifest
  name: {{ $name }}-credentials
  username: {{ .Values.credentials.username | quote }}
  component: broker
{{- end }}
{{- if empty .Values.credentials.existingErlangCookieSecret }}
- file: erlang-cookie.json
  template: rabbitmq.cookieSecretManifest
  name: {{ $name }}-erlang-cookie
  component: broker
{{- end }}
{{- range include "rabbitmq.platformUsers" . | fromYamlArray }}
- file: user-{{ .name }}.json
  template: rabbitmq.userSecretManifest
  name: {{ $name }}-{{ .name }}
  username: {{ .name }}
  component: user
{{- end }}
{{- if include "rabbitmq.createsBackupKey" . }}
- file: backup-key.json
  template: rabbitmq.keySecretManifest
  name: {{ include "rabbitmq.backupKeySecret" . }}
  component: backup
{{- end }}
{{- end -}}
{{- end }}

{{/* The manifests of these Secrets by file, as JSON. */}}
{{- define "rabbitmq.secretManifests" -}}
{{- $manifests := dict -}}
{{- range include "rabbitmq.secretFiles" . | fromYamlArray -}}
{{- $manifest := include .template (set . "context" $) -}}
{{- $_ := set $manifests .file (printf "%s\n" $manifest) -}}
{{- end -}}
{{- toJson $manifests -}}
{{- end }}
