{{/* Fields that all pods of the chart have: where they run, and how images are pulled. */}}
{{- define "rabbitmq.pod.common" -}}
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- with .Values.scheduling.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.scheduling.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.scheduling.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- end }}

{{/* Security context of pods: Pod Security "restricted", with the user and group of the image. */}}
{{- define "rabbitmq.pod.securityContext" -}}
{{- $alpine := hasSuffix "-alpine" .Values.image.tag -}}
runAsNonRoot: true
runAsUser: {{ ternary 100 999 $alpine }}
runAsGroup: {{ ternary 101 999 $alpine }}
fsGroup: {{ ternary 101 999 $alpine }}
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
annotations: {{- toYaml .context.Values.podAnnotations | nindent 2 }}
{{- end }}

{{/* Fields of the specification of pods beside the brokers. */}}
{{- define "rabbitmq.pod.auxiliary" -}}
{{ include "rabbitmq.pod.common" . }}
securityContext:
  {{- include "rabbitmq.pod.securityContext" . | nindent 2 }}
{{- end }}
