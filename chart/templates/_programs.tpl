{{/* Erlang programs by file name, as JSON. Takes the root context and the folders in files/programs. */}}
{{- define "rabbitmq.programs" -}}
{{- $root := first . -}}
{{- $programs := dict -}}
{{- range rest . -}}
{{- range $path, $_ := $root.Files.Glob (printf "files/programs/%s/*" .) -}}
{{- $_ := set $programs (base $path) ($root.Files.Get $path) -}}
{{- end -}}
{{- end -}}
{{- toJson $programs -}}
{{- end }}

{{/* A hash of programs, with which the name of their ConfigMap ends. Takes the arguments of "rabbitmq.programs". */}}
{{- define "rabbitmq.programsHash" -}}
{{- include "rabbitmq.programs" . | fromJson | toRawJson | sha256sum | trunc 10 -}}
{{- end }}

{{/* Folders with the programs of pods beside the brokers, as a JSON list. */}}
{{- define "rabbitmq.toolFolders" -}}
{{- $folders := list -}}
{{- if include "rabbitmq.bootstraps" . -}}
{{- $folders = append $folders "bootstrap" -}}
{{- end -}}
{{- if include "rabbitmq.appliesTopology" . -}}
{{- $folders = append $folders "topology" -}}
{{- end -}}
{{- if and .Values.cluster.enabled .Values.exporter.enabled -}}
{{- $folders = append $folders "exporter" -}}
{{- end -}}
{{- if and .Values.cluster.enabled .Values.backup.enabled -}}
{{- $folders = append $folders "backup" -}}
{{- end -}}
{{- toJson $folders -}}
{{- end }}

{{/* Names of the ConfigMaps with programs. */}}
{{- define "rabbitmq.brokerPrograms" -}}
{{- $hash := include "rabbitmq.programsHash" (prepend (include "rabbitmq.brokerFolders" . | fromJsonArray) .) -}}
{{- printf "%s-programs-%s" (include "rabbitmq.fullname" .) $hash -}}
{{- end }}
{{- define "rabbitmq.toolPrograms" -}}
{{- $hash := include "rabbitmq.programsHash" (prepend (include "rabbitmq.toolFolders" . | fromJsonArray) .) -}}
{{- printf "%s-tools-programs-%s" (include "rabbitmq.fullname" .) $hash -}}
{{- end }}

{{/* Annotations of ConfigMaps with programs. Takes which ones these are. */}}
{{- define "rabbitmq.programsDescription" -}}
kubernetes.io/description: >-
  Erlang programs of cdk8s-rabbitmq {{ . }}. They only change with the library, which then makes a ConfigMap of another
  name. Delete old ones when no pod uses them.
{{- end }}
