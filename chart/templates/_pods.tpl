{{/* Fields that all pods of the chart have: where they run, and how images are pulled. */}}
{{- define "rabbitmq.pod.common" -}}
enableServiceLinks: false
{{- with include "rabbitmq.pullSecrets" . }}
imagePullSecrets:
  {{- . | nindent 2 }}
{{- end }}
{{- with .Values.pod.hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pod.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.pod.dnsPolicy }}
dnsPolicy: {{ . }}
{{- end }}
{{- with .Values.scheduling.nodeSelector }}
nodeSelector:
  {{- include "rabbitmq.texts" . | nindent 2 }}
{{- end }}
{{- with .Values.scheduling.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.scheduling.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Secrets with the credentials of the registry, as the chart and a parent chart name them. */}}
{{- define "rabbitmq.pullSecrets" -}}
{{- $names := .Values.image.pullSecrets -}}
{{- range (.Values.global).imagePullSecrets -}}
{{- if kindIs "map" . -}}
{{- $names = append $names .name -}}
{{- else -}}
{{- $names = append $names . -}}
{{- end -}}
{{- end -}}
{{- range uniq $names }}
- name: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Security context of pods: Pod Security "restricted", with the user and group of the image. */}}
{{- define "rabbitmq.pod.securityContext" -}}
{{- $alpine := hasSuffix "-alpine" .Values.image.tag -}}
{{- $isGiven := not (kindIs "invalid" .Values.image.group) -}}
{{- $group := ternary .Values.image.group (ternary 101 999 $alpine) $isGiven -}}
runAsNonRoot: true
{{- if not .Values.platformAssignedIds }}
runAsUser: {{ default (ternary 100 999 $alpine) .Values.image.user | int64 }}
runAsGroup: {{ int64 $group }}
fsGroup: {{ int64 $group }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Security context of containers. */}}
{{- define "rabbitmq.container.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}

{{/* Image and security context of a container beside the broker's. */}}
{{- define "rabbitmq.container.common" -}}
image: {{ include "rabbitmq.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  {{- include "rabbitmq.container.securityContext" . | nindent 2 }}
{{- end }}

{{/* Metadata of pods beside the brokers. Takes the dict of "rabbitmq.selectorLabels". */}}
{{- define "rabbitmq.pod.metadata" -}}
labels:
  {{- include "rabbitmq.podLabels" . | nindent 2 }}
annotations: {{- include "rabbitmq.texts" .context.Values.podAnnotations | nindent 2 }}
{{- end }}

{{/* Fields of the specification of pods beside the brokers. */}}
{{- define "rabbitmq.pod.auxiliary" -}}
{{ include "rabbitmq.pod.common" . }}
{{- with .Values.scheduling.nodeAffinity }}
affinity:
  nodeAffinity:
    {{- toYaml . | nindent 4 }}
{{- end }}
securityContext:
  {{- include "rabbitmq.pod.securityContext" . | nindent 2 }}
{{- end }}

{{/* Containers of the values, as restricted as Pod Security "restricted" where they say nothing else. */}}
{{- define "rabbitmq.restrictedContainers" -}}
{{- $restricted := dict "allowPrivilegeEscalation" false "capabilities" (dict "drop" (list "ALL")) -}}
{{- range . }}
{{- $context := dict "securityContext" (default $restricted .securityContext) }}
- {{- merge $context (omit . "securityContext") | toYaml | nindent 2 }}
{{- end }}
{{- end }}
