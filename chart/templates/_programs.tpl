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

{{/* Folders with the programs of brokers, as a JSON list. */}}
{{- define "rabbitmq.brokerFolders" -}}
{{- if include "rabbitmq.createsSecrets" . -}}
["broker", "bootstrap"]
{{- else -}}
["broker"]
{{- end -}}
{{- end }}

{{/* Names of the ConfigMaps with programs. */}}
{{- define "rabbitmq.brokerPrograms" -}}
{{- $hash := include "rabbitmq.programsHash" (prepend (include "rabbitmq.brokerFolders" . | fromJsonArray) .) -}}
{{- printf "%s-programs-%s" (include "rabbitmq.fullname" .) $hash -}}
{{- end }}
{{- define "rabbitmq.userPrograms" -}}
{{- $hash := include "rabbitmq.programsHash" (list .context "topology" "bootstrap") -}}
{{- printf "%s-user-%s-programs-%s" (include "rabbitmq.fullname" .context) .user $hash -}}
{{- end }}
{{- define "rabbitmq.exporterPrograms" -}}
{{- $hash := include "rabbitmq.programsHash" (list . "exporter") -}}
{{- printf "%s-exporter-programs-%s" (include "rabbitmq.fullname" .) $hash -}}
{{- end }}
{{- define "rabbitmq.backupPrograms" -}}
{{- $hash := include "rabbitmq.programsHash" (list . "backup") -}}
{{- printf "%s-backup-programs-%s" (include "rabbitmq.fullname" .) $hash -}}
{{- end }}

{{/* Annotations of ConfigMaps with programs. */}}
{{- define "rabbitmq.programsDescription" -}}
kubernetes.io/description: >-
  Erlang programs of cdk8s-rabbitmq. They only change with the library, which then makes a ConfigMap of another name.
  Delete old ones when no pod uses them.
{{- end }}
