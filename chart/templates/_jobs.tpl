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
        {{- range include "rabbitmq.secretFiles" . | fromYamlArray }}
        - /bootstrap/{{ .file }}
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
        name: {{ include "rabbitmq.toolPrograms" . }}
    - name: bootstrap
      configMap:
        name: {{ $name }}-init
    {{- include "rabbitmq.tokenVolume" . | nindent 4 }}
{{- end }}
