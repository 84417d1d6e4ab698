{{/*
Users that the chart creates for its own programs, as a YAML list: name, and the tag that says what they may do.
*/}}
{{- define "rabbitmq.platformUsers" -}}
{{- if .Values.cluster.enabled }}
{{- if include "rabbitmq.hasMonitoringUser" . }}
- name: monitoring
  tag: monitoring
{{- end }}
{{- if and .Values.backup.enabled (empty .Values.backup.credentials) }}
- name: backup
  tag: administrator
{{- end }}
{{- end }}
{{- end }}

{{/* The name of the objects of the Job that applies the topology. */}}
{{- define "rabbitmq.topologyName" -}}
{{- include "rabbitmq.fullname" . }}-topology
{{- end }}

{{/* True if there is something to apply in RabbitMQ. */}}
{{- define "rabbitmq.appliesTopology" -}}
{{- if include "rabbitmq.platformUsers" . | fromYamlArray -}}
true
{{- end -}}
{{- end }}

{{/* What the program apply-topology reads, by file name, as JSON: an object a line. */}}
{{- define "rabbitmq.topologyData" -}}
{{- $objects := list -}}
{{- range include "rabbitmq.platformUsers" . | fromYamlArray -}}
{{- $secret := printf "%s-%s" (include "rabbitmq.fullname" $) .name -}}
{{- $body := dict "tags" (list .tag) | toJson -}}
{{- $user := printf "{\"kind\":\"user\",\"name\":%q,\"secret\":%q,\"removal\":\"delete\"" .name $secret -}}
{{- $objects = append $objects (printf "%s,\"body\":%s}" $user $body) -}}
{{- end -}}
{{- dict "topology-platform.json" (printf "[\n%s\n]\n" (join ",\n" $objects)) | toRawJson -}}
{{- end }}

{{/* Specification of the Job that applies the topology. */}}
{{- define "rabbitmq.topologyJobSpec" -}}
{{- $cluster := include "rabbitmq.fullname" . -}}
{{- $name := include "rabbitmq.topologyName" . -}}
{{- $secrets := list -}}
{{- range include "rabbitmq.platformUsers" . | fromYamlArray -}}
{{- $secrets = append $secrets (printf "%s-%s" $cluster .name) -}}
{{- end -}}
activeDeadlineSeconds: 3600
backoffLimit: 10
podFailurePolicy:
  rules:
    # the program exits with 2 if another try can't help
    - action: FailJob
      onExitCodes:
        operator: In
        values: [2]
      onPodConditions: []
template:
  metadata:
    {{- include "rabbitmq.pod.metadata" (dict "context" . "component" "topology") | nindent 4 }}
  spec:
    restartPolicy: Never
    automountServiceAccountToken: false
    {{- include "rabbitmq.pod.auxiliary" . | nindent 4 }}
    containers:
      - name: apply-topology
        {{- include "rabbitmq.container.common" . | nindent 8 }}
        command:
          - escript
          - /programs/apply-topology.escript
          - {{ include "rabbitmq.apiUrl" . }}
          - {{ include "rabbitmq.apiAuthority" . | quote }}
          - {{ include "rabbitmq.serverName" . | quote }}
          - /run/secrets/administrator
          - /run/secrets/topology
          - /topology
          - {{ $name }}
          - {{ include "rabbitmq.replicas" . | quote }}
        terminationMessagePolicy: FallbackToLogsOnError
        resources:
          requests:
            cpu: 100m
            memory: 64Mi
          limits:
            cpu: "1"
            memory: 512Mi
        volumeMounts:
          - name: programs
            mountPath: /programs
            readOnly: true
          - name: topology
            mountPath: /topology
            readOnly: true
          - name: administrator
            mountPath: /run/secrets/administrator
            readOnly: true
          - name: secrets
            mountPath: /run/secrets/topology
            readOnly: true
          {{- include "rabbitmq.authorityMount" . | nindent 10 }}
    volumes:
      - name: programs
        configMap:
          name: {{ include "rabbitmq.toolPrograms" . }}
      - name: topology
        projected:
          sources:
            - configMap:
                name: {{ $name }}
      - name: administrator
        secret:
          secretName: {{ include "rabbitmq.credentialsSecret" . | quote }}
          items:
            - key: {{ include "rabbitmq.usernameKey" . | quote }}
              path: username
            - key: {{ include "rabbitmq.passwordKey" . | quote }}
              path: password
      - name: secrets
        projected:
          sources:
            {{- range sortAlpha $secrets }}
            - secret:
                name: {{ . }}
                items:
                  - key: password
                    path: {{ . }}/password
                  - key: username
                    path: {{ . }}/username
            {{- end }}
      {{- include "rabbitmq.authorityVolume" . | nindent 6 }}
{{- end }}
