{{/* True if the management UI has a Service of its own. */}}
{{- define "rabbitmq.ingressService" -}}
{{- if and .Values.ingress.enabled (eq .Values.ingress.controller "traefik") (not (include "rabbitmq.plain" .)) -}}
true
{{- end -}}
{{- end }}

{{/* True if the Ingress ends TLS. */}}
{{- define "rabbitmq.ingressTls" -}}
{{- with .Values.ingress.tls -}}
{{- if or .existingSecret .issuer .clusterIssuer -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* Annotations of the Ingress: those of the controller and of cert-manager, replaced by those of the values. */}}
{{- define "rabbitmq.ingressAnnotations" -}}
{{- $tls := include "rabbitmq.ingressTls" . -}}
{{- $tlsToBrokers := not (include "rabbitmq.plain" .) -}}
{{- $authority := .Values.ingress.controllerAuthority -}}
{{- $host := include "rabbitmq.verifiedName" . -}}
{{- with .Values.ingress.tls.issuer }}
cert-manager.io/issuer: {{ . | quote }}
{{- end }}
{{- with .Values.ingress.tls.clusterIssuer }}
cert-manager.io/cluster-issuer: {{ . | quote }}
{{- end }}
{{- if eq .Values.ingress.controller "nginx" }}
nginx.ingress.kubernetes.io/proxy-body-size: 10m
{{- if $tlsToBrokers }}
nginx.ingress.kubernetes.io/backend-protocol: HTTPS
{{- if $authority }}
nginx.ingress.kubernetes.io/proxy-ssl-name: {{ $host }}
nginx.ingress.kubernetes.io/proxy-ssl-server-name: "on"
nginx.ingress.kubernetes.io/proxy-ssl-verify: "on"
nginx.ingress.kubernetes.io/proxy-ssl-secret: {{ .Release.Namespace }}/{{ $authority }}
{{- end }}
{{- end }}
{{- else if eq .Values.ingress.controller "haproxy" }}
{{- if $tls }}
haproxy.org/ssl-redirect: "true"
{{- end }}
{{- if $tlsToBrokers }}
haproxy.org/server-ssl: "true"
haproxy.org/server-sni: str({{ $host }})
{{- if $authority }}
haproxy.org/server-ca: {{ .Release.Namespace }}/{{ $authority }}
{{- end }}
{{- end }}
{{- else if and (eq .Values.ingress.controller "traefik") $tls }}
traefik.ingress.kubernetes.io/router.entrypoints: websecure
traefik.ingress.kubernetes.io/router.tls: "true"
{{- end }}
{{- end }}
