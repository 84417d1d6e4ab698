{{/* The open ports for clients, as a YAML list: name, port, appProtocol, protocol, and whether they speak TLS. */}}
{{- define "rabbitmq.ports" -}}
{{- $plugins := include "rabbitmq.plugins" . | fromJsonArray }}
{{- range .Files.Get "files/protocols.yaml" | fromYamlArray }}
{{- if or (empty .plugins) (include "rabbitmq.hasAny" (list $plugins .plugins)) }}
{{- if include "rabbitmq.plain" $ }}
- {{ dict "name" .name "port" .port "appProtocol" .appProtocol "protocol" .name "tls" false | toJson }}
{{- end }}
{{- if $.Values.tls.enabled }}
- {{ merge (dict "protocol" .name "tls" true) .tls | toJson }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* True if the first of two lists has any item of the second. */}}
{{- define "rabbitmq.hasAny" -}}
{{- $list := first . -}}
{{- range last . -}}
{{- if has . $list -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* URL of the management API, and the file with the authority of its certificate. */}}
{{- define "rabbitmq.apiUrl" -}}
{{- $host := printf "%s.%s.svc" (include "rabbitmq.fullname" .) .Release.Namespace -}}
{{- ternary (printf "https://%s:15671" $host) (printf "http://%s:15672" $host) .Values.tls.enabled -}}
{{- end }}
{{- define "rabbitmq.apiPort" -}}
{{- ternary 15671 15672 .Values.tls.enabled -}}
{{- end }}
{{- define "rabbitmq.apiAuthority" -}}
{{- ternary "/run/secrets/authority/ca.crt" "" (eq (include "rabbitmq.hasAuthority" .) "true") -}}
{{- end }}

{{/* Volume with the authority of the brokers' certificate, and its mount. */}}
{{- define "rabbitmq.authorityVolume" -}}
{{- if include "rabbitmq.hasAuthority" . }}
- name: authority
  secret:
    secretName: {{ include "rabbitmq.tlsSecret" . | quote }}
    items:
      - key: {{ include "rabbitmq.authorityKey" . | quote }}
        path: ca.crt
{{- end }}
{{- end }}
{{- define "rabbitmq.authorityMount" -}}
{{- if include "rabbitmq.hasAuthority" . }}
- name: authority
  mountPath: /run/secrets/authority
  readOnly: true
{{- end }}
{{- end }}
