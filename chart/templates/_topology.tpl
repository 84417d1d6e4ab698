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
{{- if or (include "rabbitmq.topology.isDeclared" .) (include "rabbitmq.platformUsers" . | fromYamlArray) -}}
true
{{- end -}}
{{- end }}

{{/* Lines of JSON as a file. */}}
{{- define "rabbitmq.topology.file" -}}
{{- printf "[\n%s\n]\n" (join ",\n" .) -}}
{{- end }}

{{/*
What the program apply-topology reads, as a JSON list of ConfigMaps: data by file name, an object a line. Each has at
most as many declarations as the library puts in one.
*/}}
{{- define "rabbitmq.topologyData" -}}
{{- $maps := list -}}
{{- range $index, $parts := include "rabbitmq.topology.parts" . | fromJsonArray | chunk 400 -}}
{{- $lines := list -}}
{{- range $parts -}}
{{- $lines = concat $lines . -}}
{{- end -}}
{{- $file := printf "topology-%03d.json" $index -}}
{{- $maps = append $maps (dict $file (include "rabbitmq.topology.file" $lines)) -}}
{{- end -}}
{{- $maps = default (list dict) $maps -}}
{{- $lines := list -}}
{{- range include "rabbitmq.platformUsers" . | fromYamlArray -}}
{{- $secret := printf "%s-%s" (include "rabbitmq.fullname" $) .name -}}
{{- $object := dict "kind" "user" "name" .name "secret" $secret "removal" "delete" "body" (dict "tags" (list .tag)) -}}
{{- $lines = append $lines (include "rabbitmq.topology.line" $object) -}}
{{- end -}}
{{- if $lines -}}
{{- $_ := set (first $maps) "topology-platform.json" (include "rabbitmq.topology.file" $lines) -}}
{{- end -}}
{{- toRawJson $maps -}}
{{- end }}

{{/* The names of these ConfigMaps as sources of a volume, as a YAML list. */}}
{{- define "rabbitmq.topologySources" -}}
{{- $count := divf (include "rabbitmq.topology.count" .) 400.0 | ceil | int }}
{{- range $index := until (max 1 $count | int) }}
- configMap:
    name: {{ include "rabbitmq.topologyName" $ }}{{ if $index }}-{{ $index }}{{ end }}
{{- end }}
{{- end }}

{{/* Secrets that the Job reads, by name, as JSON: keys, and whether it waits for it. */}}
{{- define "rabbitmq.topologySecrets" -}}
{{- $secrets := dict -}}
{{- range include "rabbitmq.platformUsers" . | fromYamlArray -}}
{{- $secret := printf "%s-%s" (include "rabbitmq.fullname" $) .name -}}
{{- $_ := set $secrets $secret (dict "keys" (list "username" "password") "optional" false) -}}
{{- end -}}
{{- range include "rabbitmq.topology.users" . | fromYamlArray -}}
{{- $keys := list "username" "password" -}}
{{- with .values.passwordHash -}}
{{- $keys = list (default "passwordHash" .key) -}}
{{- end -}}
{{- $before := get $secrets .secret | default (dict "keys" list "optional" true) -}}
{{- $isOptional := and $before.optional (not .isCreated) -}}
{{- $_ := set $secrets .secret (dict "keys" (concat $before.keys $keys | uniq) "optional" $isOptional) -}}
{{- end -}}
{{- range include "rabbitmq.topology.remotes" . | fromJsonArray -}}
{{- with .uri -}}
{{- $before := get $secrets .existingSecret | default (dict "keys" list "optional" true) -}}
{{- $keys := append $before.keys (default "uri" .key) | uniq -}}
{{- $_ := set $secrets .existingSecret (dict "keys" $keys "optional" $before.optional) -}}
{{- end -}}
{{- end -}}
{{- toJson $secrets -}}
{{- end }}

{{/* Specification of the Job that applies the topology. */}}
{{- define "rabbitmq.topologyJobSpec" -}}
{{- $name := include "rabbitmq.topologyName" . -}}
{{- $secrets := include "rabbitmq.topologySecrets" . | fromJson -}}
{{- $isDeclared := include "rabbitmq.topology.isDeclared" . -}}
{{- $deadline := ternary .Values.topology.deadline "1h" (eq $isDeclared "true") -}}
activeDeadlineSeconds: {{ include "rabbitmq.seconds" $deadline | trimSuffix "s" }}
backoffLimit: 10
{{- if and $isDeclared .Values.topology.ttlAfterFinished }}
ttlSecondsAfterFinished: {{ include "rabbitmq.seconds" .Values.topology.ttlAfterFinished | trimSuffix "s" }}
{{- end }}
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
    {{- if $isDeclared }}
    serviceAccountName: {{ $name }}
    {{- end }}
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
        {{- if $isDeclared }}
        # what an Event is about
        env:
          - name: POD_NAME
            valueFrom:
              fieldRef:
                fieldPath: metadata.name
          - name: POD_UID
            valueFrom:
              fieldRef:
                fieldPath: metadata.uid
        {{- end }}
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
          {{- if $secrets }}
          - name: secrets
            mountPath: /run/secrets/topology
            readOnly: true
          {{- end }}
          {{- if $isDeclared }}
          - name: token
            mountPath: /run/secrets/api
            readOnly: true
          {{- end }}
          {{- include "rabbitmq.authorityMount" . | nindent 10 }}
    volumes:
      - name: programs
        configMap:
          name: {{ include "rabbitmq.toolPrograms" . }}
      - name: topology
        projected:
          sources:
            {{- include "rabbitmq.topologySources" . | nindent 12 }}
      - name: administrator
        secret:
          secretName: {{ include "rabbitmq.credentialsSecret" . | quote }}
          items:
            - key: {{ include "rabbitmq.usernameKey" . | quote }}
              path: username
            - key: {{ include "rabbitmq.passwordKey" . | quote }}
              path: password
      {{- if $secrets }}
      - name: secrets
        projected:
          sources:
            {{- range $secret, $read := $secrets }}
            - secret:
                name: {{ $secret | quote }}
                {{- if $read.optional }}
                optional: true
                {{- end }}
                items:
                  {{- range sortAlpha $read.keys }}
                  - key: {{ . | quote }}
                    path: {{ printf "%s/%s" $secret . | quote }}
                  {{- end }}
            {{- end }}
      {{- end }}
      {{- if $isDeclared }}
      {{- include "rabbitmq.tokenVolume" . | nindent 6 }}
      {{- end }}
      {{- include "rabbitmq.authorityVolume" . | nindent 6 }}
{{- end }}
