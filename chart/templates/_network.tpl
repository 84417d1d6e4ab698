{{/* True if there are NetworkPolicies: by default, with several brokers or in production. */}}
{{- define "rabbitmq.networkPolicy" -}}
{{- $default := or (gt (include "rabbitmq.replicas" . | int) 1) .Values.cluster.production -}}
{{- if ternary .Values.networkPolicy.enabled $default (kindIs "bool" .Values.networkPolicy.enabled) -}}
true
{{- end -}}
{{- end }}

{{/* A selector of a namespace by its name. */}}
{{- define "rabbitmq.namespaceNamed" -}}
matchExpressions:
  - key: kubernetes.io/metadata.name
    operator: In
    values: [{{ . }}]
{{- end }}

{{/* Egress to DNS: by default all pods, and private and link-local addresses. */}}
{{- define "rabbitmq.egress.dns" -}}
- ports:
    {{- range .Values.networkPolicy.dnsPorts }}
    - port: {{ . }}
      protocol: UDP
    - port: {{ . }}
      protocol: TCP
    {{- end }}
  to:
    {{- with .Values.networkPolicy.dnsPeers }}
    {{- toYaml . | nindent 4 }}
    {{- else }}
    - namespaceSelector: {}
    - ipBlock:
        cidr: 10.0.0.0/8
    - ipBlock:
        cidr: 100.64.0.0/10
    - ipBlock:
        cidr: 169.254.0.0/16
    - ipBlock:
        cidr: 172.16.0.0/12
    - ipBlock:
        cidr: 192.168.0.0/16
    - ipBlock:
        cidr: fc00::/7
    - ipBlock:
        cidr: fe80::/10
    {{- end }}
{{- end }}

{{/* Egress to the API server of Kubernetes, whose address manifests don't know. */}}
{{- define "rabbitmq.egress.apiServer" -}}
- ports:
    {{- range .Values.networkPolicy.apiServerPorts }}
    - port: {{ . }}
      protocol: TCP
    {{- end }}
  {{- with .Values.networkPolicy.apiServerPeers }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Ports between brokers and their command line tools. */}}
{{- define "rabbitmq.internalPorts" -}}
- port: 4369
  protocol: TCP
- port: 25672
  protocol: TCP
- port: 6000
  endPort: 6500
  protocol: TCP
- port: 35672
  endPort: 35682
  protocol: TCP
{{- end }}

{{/* Egress of a pod that asks the management API and DNS. */}}
{{- define "rabbitmq.egress.managementApi" -}}
{{- include "rabbitmq.egress.dns" . }}
- ports:
    - port: {{ include "rabbitmq.apiPort" . }}
      protocol: TCP
  to:
    - podSelector:
        matchLabels:
          {{- include "rabbitmq.selectorLabels" (dict "context" . "component" "broker") | nindent 10 }}
{{- end }}

{{/* Pods and networks that may use the management UI and API, as a YAML list. */}}
{{- define "rabbitmq.managementPeers" -}}
{{- $podsOf := list -}}
{{- if .Values.exporter.enabled -}}
{{- $podsOf = list (dict "component" "exporter") -}}
{{- end -}}
{{- if include "rabbitmq.appliesTopology" . -}}
{{- $podsOf = append $podsOf (dict "component" "topology") -}}
{{- end -}}
{{- if .Values.backup.enabled -}}
{{- $podsOf = append $podsOf (dict "component" "backup") -}}
{{- end -}}
{{- with .Values.networkPolicy.managementFrom }}
{{- toYaml . }}
{{- end }}
{{- range $podsOf }}
- podSelector:
    matchLabels:
      {{- include "rabbitmq.selectorLabels" (set . "context" $) | nindent 6 }}
{{- end }}
{{- if .Values.gateway.management.enabled }}
{{- with .Values.gateway.allowFrom }}
{{ toYaml . }}
{{- end }}
{{- end }}
{{- if .Values.ingress.enabled }}
{{- $controllers := dict "nginx" "ingress-nginx" "haproxy" "kubernetes-ingress" "traefik" "traefik" }}
{{- $namespaces := dict "nginx" "ingress-nginx" "haproxy" "haproxy-controller" "traefik" "traefik" }}
{{- with .Values.ingress.allowFrom }}
{{ toYaml . }}
{{- else }}
{{- with get $controllers .Values.ingress.controller }}
- namespaceSelector:
    {{- include "rabbitmq.namespaceNamed" (get $namespaces $.Values.ingress.controller) | nindent 4 }}
  podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
