{{/* Names of the plugins that pods download, as a JSON list. */}}
{{- define "rabbitmq.downloadedPlugins" -}}
{{- $names := list -}}
{{- range .Values.pluginDownloads -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- toJson $names -}}
{{- end }}

{{/* The container that downloads plugins before a broker starts, as a YAML list. */}}
{{- define "rabbitmq.fetchPlugins" -}}
{{- if .Values.pluginDownloads }}
- name: fetch-plugins
  {{- include "rabbitmq.container.common" . | nindent 2 }}
  command:
    - escript
    - /etc/rabbitmq-programs/fetch-plugins.escript
    - /var/lib/rabbitmq/mnesia/downloaded-plugins
    {{- /* Kubernetes fills in $(NAME) in arguments */}}
    {{- range .Values.pluginDownloads }}
    - {{ replace "$" "$$" .url | quote }}
    - {{ lower .sha256 | quote }}
    {{- end }}
  resources:
    requests:
      cpu: 50m
      memory: 64Mi
    limits:
      cpu: 500m
      memory: 256Mi
  volumeMounts:
    - name: rabbitmq-data
      mountPath: /var/lib/rabbitmq/mnesia
    - name: programs
      mountPath: /etc/rabbitmq-programs
      readOnly: true
{{- end }}
{{- end }}

{{/* Folders with the programs of brokers, as a JSON list. */}}
{{- define "rabbitmq.brokerFolders" -}}
{{- ternary (list "broker") (list "broker" "fetch-plugins") (empty .Values.pluginDownloads) | toJson -}}
{{- end }}

{{- define "rabbitmq.errors.plugins" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $version := include "rabbitmq.version" . -}}
{{- $shipped := .Files.Get "files/plugins.yaml" | fromYaml -}}
{{- $others := concat .Values.communityPlugins (include "rabbitmq.downloadedPlugins" . | fromJsonArray) -}}
{{- range .Values.plugins -}}
{{- if not (or (hasKey $shipped .) (has . $others)) -}}
{{- $errors = append $errors (printf (index $messages "plugin-unknown") (quote .)) -}}
{{- else if not (has . $others) -}}
{{- $since := dig . "since" "0.0.0" $shipped -}}
{{- if semverCompare (printf "<%s" $since) (include "rabbitmq.earliestVersion" $) -}}
{{- $errors = append $errors (printf (index $messages "plugin-release") (quote .) $since $version) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $seen := list -}}
{{- range .Values.pluginDownloads -}}
{{- if hasKey $shipped .name -}}
{{- $errors = append $errors (printf (index $messages "plugin-download-shipped") (quote .name)) -}}
{{- end -}}
{{- if or (has .name $seen) (has (base .url) $seen) -}}
{{- $errors = append $errors (printf (index $messages "plugin-download-twice") (quote .name)) -}}
{{- end -}}
{{- $seen = concat $seen (list .name (base .url)) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}
