{{/* Volume with a short-lived token for the API server. */}}
{{- define "rabbitmq.tokenVolume" -}}
- name: token
  projected:
    defaultMode: 0440
    sources:
      - serviceAccountToken:
          path: token
          expirationSeconds: 600
      - configMap:
          name: kube-root-ca.crt
          items:
            - key: ca.crt
              path: ca.crt
      - downwardAPI:
          items:
            - path: namespace
              fieldRef:
                fieldPath: metadata.namespace
{{- end }}

{{/* The pod that creates the cluster's Secrets. */}}
{{- define "rabbitmq.bootstrapPod" -}}
{{- $name := include "rabbitmq.fullname" . -}}
metadata:
  {{- include "rabbitmq.pod.metadata" (dict "context" . "component" "bootstrap") | nindent 2 }}
spec:
  restartPolicy: OnFailure
  serviceAccountName: {{ $name }}-init
  automountServiceAccountToken: false
  {{- include "rabbitmq.pod.auxiliary" . | nindent 2 }}
  containers:
    - name: bootstrap
      {{- include "rabbitmq.container.common" . | nindent 6 }}
      command:
        - escript
        - /programs/bootstrap.escript
        {{- if empty .Values.credentials.existingSecret }}
        - /bootstrap/credentials.json
        {{- end }}
        {{- if empty .Values.credentials.existingErlangCookieSecret }}
        - /bootstrap/erlang-cookie.json
        {{- end }}
      resources:
        requests:
          cpu: 100m
          memory: 64Mi
        limits:
          cpu: "1"
          memory: 256Mi
      volumeMounts:
        - name: programs
          mountPath: /programs
          readOnly: true
        - name: bootstrap
          mountPath: /bootstrap
          readOnly: true
        - name: token
          mountPath: /run/secrets/api
          readOnly: true
  volumes:
    - name: programs
      configMap:
        name: {{ include "rabbitmq.brokerPrograms" . }}
    - name: bootstrap
      configMap:
        name: {{ $name }}-init
    {{- include "rabbitmq.tokenVolume" . | nindent 4 }}
{{- end }}

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

{{/* The user as the program apply-topology reads it. Takes a dict: context: the root context; user: name and tag */}}
{{- define "rabbitmq.userTopology" -}}
{{- $secret := printf "%s-%s" (include "rabbitmq.fullname" .context) .user.name -}}
{{- $body := dict "tags" (list .user.tag) | toJson -}}
[
{"kind":"user","name":"{{ .user.name }}","secret":"{{ $secret }}","removal":"delete","body":{{ $body }}}
]
{{ end }}

{{/* The pod that creates a user's Secret. Takes a dict: context: the root context; user: its name */}}
{{- define "rabbitmq.userSecretPod" -}}
{{- $name := printf "%s-user-%s" (include "rabbitmq.fullname" .context) .user -}}
metadata:
  {{- include "rabbitmq.pod.metadata" (set . "component" "user-bootstrap") | nindent 2 }}
spec:
  restartPolicy: OnFailure
  serviceAccountName: {{ $name }}-init
  automountServiceAccountToken: false
  {{- include "rabbitmq.pod.auxiliary" .context | nindent 2 }}
  containers:
    - name: bootstrap
      {{- include "rabbitmq.container.common" .context | nindent 6 }}
      command:
        - escript
        - /programs/bootstrap.escript
        - /bootstrap/user.json
        {{- if and (eq .user "backup") (include "rabbitmq.createsBackupKey" .context) }}
        - /bootstrap/backup-key.json
        {{- end }}
      resources:
        requests:
          cpu: 100m
          memory: 64Mi
        limits:
          cpu: "1"
          memory: 256Mi
      volumeMounts:
        - name: programs
          mountPath: /programs
          readOnly: true
        - name: bootstrap
          mountPath: /bootstrap
          readOnly: true
        - name: token
          mountPath: /run/secrets/api
          readOnly: true
  volumes:
    - name: programs
      configMap:
        name: {{ include "rabbitmq.userPrograms" . }}
    - name: bootstrap
      configMap:
        name: {{ $name }}-init
    {{- include "rabbitmq.tokenVolume" . | nindent 4 }}
{{- end }}

{{/* Specification of the Job that creates a user in RabbitMQ. Takes the dict of "rabbitmq.userSecretPod". */}}
{{- define "rabbitmq.userJobSpec" -}}
{{- $cluster := include "rabbitmq.fullname" .context -}}
{{- $name := printf "%s-user-%s" $cluster .user -}}
{{- $secret := printf "%s-%s" $cluster .user -}}
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
    {{- include "rabbitmq.pod.metadata" (set . "component" "user") | nindent 4 }}
  spec:
    restartPolicy: Never
    automountServiceAccountToken: false
    {{- include "rabbitmq.pod.auxiliary" .context | nindent 4 }}
    containers:
      - name: apply-topology
        {{- include "rabbitmq.container.common" .context | nindent 8 }}
        command:
          - escript
          - /programs/apply-topology.escript
          - {{ include "rabbitmq.apiUrl" .context }}
          - {{ include "rabbitmq.apiAuthority" .context | quote }}
          - ""
          - /run/secrets/administrator
          - /run/secrets/topology
          - /topology
          - {{ $name }}
          - {{ include "rabbitmq.replicas" .context | quote }}
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
          {{- include "rabbitmq.authorityMount" .context | nindent 10 }}
    volumes:
      - name: programs
        configMap:
          name: {{ include "rabbitmq.userPrograms" . }}
      - name: topology
        projected:
          sources:
            - configMap:
                name: {{ $name }}
      - name: administrator
        secret:
          secretName: {{ include "rabbitmq.credentialsSecret" .context | quote }}
          items:
            - key: {{ include "rabbitmq.usernameKey" .context | quote }}
              path: username
            - key: {{ include "rabbitmq.passwordKey" .context | quote }}
              path: password
      - name: secrets
        projected:
          sources:
            - secret:
                name: {{ $secret }}
                items:
                  - key: password
                    path: {{ $secret }}/password
                  - key: username
                    path: {{ $secret }}/username
      {{- include "rabbitmq.authorityVolume" .context | nindent 6 }}
{{- end }}
