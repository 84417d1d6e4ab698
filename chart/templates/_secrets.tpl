{{/*
The Secret of a user as the program bootstrap reads it: JSON in which it replaces {{namespace}} and {{random}}.
Takes a dict: context: the root context; name: the Secret's; username; component: that of its labels; vhost: the
virtual host that the user connects to, if it isn't the default one
*/}}
{{- define "rabbitmq.userSecretManifest" -}}
{{- $service := printf "%s.{{namespace}}.svc" (include "rabbitmq.fullname" .context) -}}
{{- $host := include "rabbitmq.serverName" .context | default $service -}}
{{- $tls := .context.Values.tls.enabled -}}
{{- $port := ternary 5671 5672 $tls -}}
{{- $username := include "rabbitmq.uriPart" .username -}}
{{- $vhost := default (include "rabbitmq.defaultVhost" .context) .vhost -}}
{{- $path := ternary "" (printf "/%s" (include "rabbitmq.uriPart" $vhost)) (eq $vhost "/") -}}
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
    "uri": "{{ ternary "amqps" "amqp" $tls }}://{{ $username }}:{{ "{{random}}" }}@{{ $host }}:{{ $port }}{{ $path }}"
  }
}
{{- end }}

{{/* A text as a part of a URI. */}}
{{- define "rabbitmq.uriPart" -}}
{{- $part := urlquery . | replace "+" "%20" -}}
{{- range $escape, $character := dict "%21" "!" "%27" "'" "%28" "(" "%29" ")" "%2A" "*" -}}
{{- $part = replace $escape $character $part -}}
{{- end -}}
{{- $part -}}
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
the one of the manifest; name: the Secret's; username; vhost; component: that of the labels; isCompact: whether the
manifest is on one line
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
{{- range include "rabbitmq.usersWithSecret" . | fromJsonArray }}
- file: {{ .file }}
  template: rabbitmq.userSecretManifest
  name: {{ .secret | quote }}
  username: {{ .name | quote }}
  vhost: {{ .vhost | quote }}
  component: user
  isCompact: {{ .isDeclared }}
{{- end }}
{{- if include "rabbitmq.createsBackupKey" . }}
- file: backup-key.json
  template: rabbitmq.keySecretManifest
  name: {{ include "rabbitmq.backupKeySecret" . }}
  component: backup
{{- end }}
{{- end -}}
{{- end }}

{{/*
Users whose Secret the Job creates, as a JSON list: those of the values, then those of the chart. The one by which the
exporter reads the topology follows the one of monitoring.
*/}}
{{- define "rabbitmq.usersWithSecret" -}}
{{- $users := dict "declared" list "monitoring" list "topology-reader" list "backup" list -}}
{{- range include "rabbitmq.topology.users" . | fromYamlArray -}}
{{- if .isCreated -}}
{{- $vhost := default dict .values.permissions | keys | sortAlpha | first | default "" -}}
{{- $key := ternary "topology-reader" "declared" (eq .name "topology-reader") -}}
{{- $user := merge (pick . "name" "file" "secret") (dict "vhost" $vhost "isDeclared" true) -}}
{{- $_ := set $users $key (append (get $users $key) $user) -}}
{{- end -}}
{{- end -}}
{{- range include "rabbitmq.platformUsers" . | fromYamlArray -}}
{{- $secret := printf "%s-%s" (include "rabbitmq.fullname" $) .name -}}
{{- $file := printf "user-%s.json" .name -}}
{{- $user := dict "name" .name "file" $file "secret" $secret "vhost" "" "isDeclared" false -}}
{{- $_ := set $users .name (list $user) -}}
{{- end -}}
{{- concat $users.declared $users.monitoring (get $users "topology-reader") $users.backup | toJson -}}
{{- end }}

{{/* The manifests of these Secrets by file, as JSON. */}}
{{- define "rabbitmq.secretManifests" -}}
{{- $manifests := dict -}}
{{- range include "rabbitmq.secretFiles" . | fromYamlArray -}}
{{- $manifest := include .template (set . "context" $) -}}
{{- if .isCompact -}}
{{- $manifest = regexReplaceAll `\n\s*` $manifest "" | replace `": ` `":` -}}
{{- end -}}
{{- $_ := set $manifests .file (printf "%s\n" $manifest) -}}
{{- end -}}
{{- toJson $manifests -}}
{{- end }}
