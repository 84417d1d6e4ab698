{{/* The Gateway that a route attaches to. Takes a dict: context: the root context; sectionName: the listener's */}}
{{- define "rabbitmq.gateway.parentRefs" -}}
{{- with .context.Values.gateway -}}
parentRefs:
  - group: gateway.networking.k8s.io
    kind: Gateway
    name: {{ .name | quote }}
    {{- with .namespace }}
    namespace: {{ . | quote }}
    {{- end }}
    {{- with $.sectionName }}
    sectionName: {{ . | quote }}
    {{- end }}
{{- end }}
{{- end }}

{{/* True if something is exposed through a Gateway. */}}
{{- define "rabbitmq.gateway.used" -}}
{{- if or .Values.gateway.management.enabled .Values.gateway.routes -}}
true
{{- end -}}
{{- end }}

{{/* The port of the management UI behind an Ingress or a Gateway: the plain one if it is open. */}}
{{- define "rabbitmq.managementPort" -}}
{{- ternary "management" "management-tls" (eq (include "rabbitmq.plain" .) "true") -}}
{{- end }}

{{/* Hosts of routes over TLS, which the brokers' certificate is for, as a JSON list. */}}
{{- define "rabbitmq.gateway.hosts" -}}
{{- $hosts := list -}}
{{- range .Values.gateway.routes -}}
{{- $hosts = concat $hosts (default list .hosts) -}}
{{- end -}}
{{- toJson $hosts -}}
{{- end }}

{{/* The number of a port by its name. Takes the root context and the name. */}}
{{- define "rabbitmq.portNumber" -}}
{{- $name := last . -}}
{{- range include "rabbitmq.ports" (first .) | fromYamlArray -}}
{{- if eq .name $name -}}
{{- .port -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* True if a port speaks TLS. Takes the root context and the port's name. */}}
{{- define "rabbitmq.isTlsPort" -}}
{{- $name := last . -}}
{{- range include "rabbitmq.ports" (first .) | fromYamlArray -}}
{{- if and .tls (eq .name $name) -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{- define "rabbitmq.errors.gateway" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- if include "rabbitmq.gateway.used" . -}}
{{- with .Values.gateway -}}
{{- if empty .name -}}
{{- $errors = append $errors (index $messages "gateway-name") -}}
{{- end -}}
{{- with .management -}}
{{- if .enabled -}}
{{- if $.Values.ingress.enabled -}}
{{- $errors = append $errors (index $messages "gateway-and-ingress") -}}
{{- end -}}
{{- if or (empty .host) (regexMatch "^[0-9.]+$" .host) -}}
{{- $errors = append $errors (printf (index $messages "gateway-host") (quote .host)) -}}
{{- end -}}
{{- $isPrivate := and (include "rabbitmq.hasAuthority" $) (not (include "rabbitmq.plain" $)) -}}
{{- if and $isPrivate (empty .backendAuthority) -}}
{{- $secret := include "rabbitmq.tlsSecret" $ | quote -}}
{{- $errors = append $errors (printf (index $messages "gateway-authority-missing") $secret) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $errors = concat $errors (include "rabbitmq.errors.routes" . | fromJsonArray) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.routes" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $names := list -}}
{{- range include "rabbitmq.ports" . | fromYamlArray -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- $seen := list -}}
{{- range $i, $route := .Values.gateway.routes -}}
{{- $index := toString $i -}}
{{- $hosts := default list .hosts -}}
{{- $isTls := include "rabbitmq.isTlsPort" (list $ .port) -}}
{{- if not (has .port $names) -}}
{{- $there := join ", " $names -}}
{{- $errors = append $errors (printf (index $messages "route-port") $index (quote .port) $there) -}}
{{- else if has .port $seen -}}
{{- $errors = append $errors (printf (index $messages "route-twice") (quote .port)) -}}
{{- else if and $isTls (empty $hosts) -}}
{{- $errors = append $errors (printf (index $messages "route-hosts-missing") $index .port) -}}
{{- else if and (not $isTls) $hosts -}}
{{- $list := join ", " $hosts -}}
{{- $errors = append $errors (printf (index $messages "route-hosts-unused") $index $list .port) -}}
{{- else if and $.Values.cluster.production (not $isTls) (not .allowPlain) -}}
{{- $errors = append $errors (printf (index $messages "route-plain") $index (quote .port)) -}}
{{- end -}}
{{- range $hosts -}}
{{- if regexMatch "^[0-9.]+$" . -}}
{{- $errors = append $errors (printf (index $messages "route-host") $index (quote .)) -}}
{{- end -}}
{{- end -}}
{{- $seen = append $seen .port -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.warnings.gateway" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- $isClosed := and (include "rabbitmq.networkPolicy" .) (empty .Values.gateway.allowFrom) -}}
{{- if and .Values.gateway.management.enabled $isClosed -}}
{{- $warnings = append $warnings (index $messages "gateway-not-let-in") -}}
{{- end -}}
{{- range $i, $route := .Values.gateway.routes -}}
{{- $index := toString $i -}}
{{- if not (or (include "rabbitmq.isTlsPort" (list $ .port)) .allowPlain $.Values.cluster.production) -}}
{{- $warnings = append $warnings (printf (index $messages "route-plain") $index (quote .port)) -}}
{{- end -}}
{{- if regexMatch "^(management|prometheus)" .port -}}
{{- $warnings = append $warnings (printf (index $messages "route-management") $index (quote .port)) -}}
{{- end -}}
{{- if $isClosed -}}
{{- $warnings = append $warnings (printf (index $messages "route-not-let-in") $index) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}
