{{/*
Users of the values, and the one that reads for the exporter, as a YAML list: name; values; secret: the name of the
Secret; file: that of its manifest; isCreated: whether a Job creates it
*/}}
{{- define "rabbitmq.topology.users" -}}
{{- if include "rabbitmq.topology.isDeclared" . -}}
{{- range $name, $values := (include "rabbitmq.topology" . | fromJson).users }}
- {{- include "rabbitmq.topology.user" (list $ $name $values) | nindent 2 }}
{{- end }}
{{- if .Values.exporter.enabled }}
- {{- include "rabbitmq.topology.reader" . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}

{{- define "rabbitmq.topology.user" -}}
{{- $values := last . -}}
{{- $part := include "rabbitmq.topology.objectNamePart" (index . 1) -}}
{{- $hash := dig "passwordHash" "existingSecret" "" $values -}}
{{- $existing := default $hash $values.existingSecret -}}
{{- $created := default (printf "%s-user-%s" (include "rabbitmq.fullname" (first .)) $part) $values.secretName -}}
name: {{ index . 1 | quote }}
file: {{ printf "user-%s.json" $part }}
secret: {{ default $created $existing | quote }}
isCreated: {{ empty $existing }}
values: {{ toJson $values }}
{{- end }}

{{/* A user without rights in the virtual hosts, by which the exporter sees what is in them. */}}
{{- define "rabbitmq.topology.reader" -}}
{{- $permissions := dict -}}
{{- range $vhost, $_ := (include "rabbitmq.topology" . | fromJson).virtualHosts -}}
{{- $_ := set $permissions $vhost dict -}}
{{- end -}}
name: topology-reader
file: user-topology-reader.json
secret: {{ include "rabbitmq.fullname" . }}-topology-reader
isCreated: true
values: {{ dict "tags" (list "monitoring") "permissions" $permissions | toJson }}
{{- end }}

{{/* A name as a part of the name of a Kubernetes object; with a checksum where a character had to go. */}}
{{- define "rabbitmq.topology.objectNamePart" -}}
{{- $fitting := regexReplaceAll "[^a-z0-9-]+" (lower .) "-" | trimAll "-" | trunc 40 -}}
{{- $fitting = regexReplaceAll "-+$" $fitting "" -}}
{{- if eq $fitting . -}}
{{- . -}}
{{- else -}}
{{- printf "%s-%s" (default "x" $fitting) (sha256sum . | trunc 5) -}}
{{- end -}}
{{- end }}

{{/* A regular expression that matches the names of a list and nothing else. */}}
{{- define "rabbitmq.topology.exactly" -}}
{{- $escaped := list -}}
{{- range sortAlpha (uniq .) -}}
{{- $escaped = append $escaped (regexReplaceAll `([\\^$.|?*+()\[\]{}#])` . `\${1}`) -}}
{{- end -}}
{{- if empty $escaped -}}
^$
{{- else if eq (len $escaped) 1 -}}
{{- printf "^%s$" (first $escaped) -}}
{{- else -}}
{{- printf "^(%s)$" (join "|" $escaped) -}}
{{- end -}}
{{- end }}

{{/* A right as a regular expression. Takes the pattern of the values, and the names beside it. */}}
{{- define "rabbitmq.topology.right" -}}
{{- $pattern := first . -}}
{{- $names := last . -}}
{{- if has $pattern (list "" "^$") -}}
{{- include "rabbitmq.topology.exactly" $names -}}
{{- else if empty $names -}}
{{- $pattern -}}
{{- else -}}
{{- printf "(?:%s)|%s" $pattern (include "rabbitmq.topology.exactly" $names) -}}
{{- end -}}
{{- end }}

{{/* The lines of a user, limits and permissions, as JSON. Takes an item of "rabbitmq.topology.users" with hosts. */}}
{{- define "rabbitmq.topology.userLines" -}}
{{- $user := .name -}}
{{- $values := .values -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "delete") | fromJson -}}
{{- $object := dict "kind" "user" "name" $user "body" (dict "tags" (default list $values.tags)) -}}
{{- with $values.passwordHash -}}
{{- $_ := set $object "hash" (dict "secret" .existingSecret "key" (default "passwordHash" .key)) -}}
{{- else -}}
{{- $_ := set $object "secret" $.secret -}}
{{- end -}}
{{- $objects := list (merge $object $lifecycle) -}}
{{- if hasKey $values "limits" -}}
{{- $limits := include "rabbitmq.topology.limits" $values.limits | fromJson -}}
{{- $objects = append $objects (dict "kind" "user-limits" "user" $user "body" $limits) -}}
{{- end -}}
{{- $hosts := .hosts -}}
{{- range $vhost, $rights := $values.permissions -}}
{{- $partitions := get $hosts $vhost | default dict | include "rabbitmq.topology.partitions" | fromJson -}}
{{- $body := dict -}}
{{- range $right, $field := dict "configure" "declare" "write" "publish" "read" "consume" -}}
{{- $names := get $rights $field | default list -}}
{{- range $name := ternary list $names (eq $field "declare") -}}
{{- $names = concat $names (get $partitions $name | default list) -}}
{{- end -}}
{{- $_ := set $body $right (include "rabbitmq.topology.right" (list (get $rights $right) $names)) -}}
{{- end -}}
{{- $objects = append $objects (dict "kind" "permission" "user" $user "vhost" $vhost "body" $body) -}}
{{- end -}}
{{- range $vhost, $exchanges := $values.topicPermissions -}}
{{- range $exchange, $patterns := $exchanges -}}
{{- $body := dict "exchange" $exchange "write" (dig "write" "^$" $patterns) "read" (dig "read" "^$" $patterns) -}}
{{- $object := dict "kind" "topic-permission" "user" $user "vhost" $vhost "body" $body -}}
{{- $objects = append $objects (merge $object $lifecycle) -}}
{{- end -}}
{{- end -}}
{{- $lines := list -}}
{{- range $objects -}}
{{- $lines = append $lines (include "rabbitmq.topology.line" .) -}}
{{- end -}}
{{- toJson $lines -}}
{{- end }}
