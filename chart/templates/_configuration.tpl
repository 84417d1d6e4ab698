{{/* Cipher suites by the versions of TLS, with forward secrecy and authenticated encryption, as a JSON list. */}}
{{- define "rabbitmq.conf.ciphers" -}}
{{- $suites := dict
  "tlsv1.3" (list "TLS_AES_256_GCM_SHA384" "TLS_AES_128_GCM_SHA256" "TLS_CHACHA20_POLY1305_SHA256")
  "tlsv1.2" (list
    "ECDHE-ECDSA-AES256-GCM-SHA384" "ECDHE-RSA-AES256-GCM-SHA384" "ECDHE-ECDSA-AES128-GCM-SHA256"
    "ECDHE-RSA-AES128-GCM-SHA256" "ECDHE-ECDSA-CHACHA20-POLY1305" "ECDHE-RSA-CHACHA20-POLY1305") -}}
{{- $ciphers := list -}}
{{- range .Values.tls.versions -}}
{{- $ciphers = concat $ciphers (get $suites .) -}}
{{- end -}}
{{- default $ciphers .Values.tls.ciphers | toJson -}}
{{- end }}

{{/* TLS options of rabbitmq.conf. Takes a dict: context: the root context; prefix; protocol: its name */}}
{{- define "rabbitmq.conf.tlsOptions" }}
{{- $prefix := .prefix }}
{{- $tls := .context.Values.tls }}
{{ $prefix }}.certfile = /etc/rabbitmq-tls/tls.crt
{{ $prefix }}.keyfile = /etc/rabbitmq-tls/tls.key
{{- if and (ne $tls.clientCertificates "none") (not (has .protocol (list "management" "prometheus"))) }}
{{ $prefix }}.cacertfile = /etc/rabbitmq-tls{{ if $tls.clientAuthority }}-clients{{ end }}/ca.crt
{{ $prefix }}.verify = verify_peer
{{ $prefix }}.fail_if_no_peer_cert = {{ eq $tls.clientCertificates "required" }}
{{- if not (kindIs "invalid" $tls.clientCertificateDepth) }}
{{ $prefix }}.depth = {{ $tls.clientCertificateDepth }}
{{- end }}
{{- end }}
{{- range $index, $version := $tls.versions }}
{{ $prefix }}.versions.{{ add1 $index }} = {{ $version }}
{{- end }}
{{- range $index, $cipher := include "rabbitmq.conf.ciphers" .context | fromJsonArray }}
{{ $prefix }}.ciphers.{{ add1 $index }} = {{ $cipher }}
{{- end }}
{{ $prefix }}.honor_cipher_order = true
{{ $prefix }}.honor_ecc_order = true
{{- if has "tlsv1.2" $tls.versions }}
{{ $prefix }}.client_renegotiation = false
{{ $prefix }}.secure_renegotiate = true
{{- end }}
{{- end }}

{{/* TLS listeners of every protocol. In some releases, TLS options alone switch a plain listener off. */}}
{{- define "rabbitmq.conf.tls" }}
{{- $plugins := include "rabbitmq.plugins" . | fromJsonArray }}
{{- $only := not (include "rabbitmq.plain" .) }}
{{- $version := include "rabbitmq.earliestVersion" . }}
{{- range .Files.Get "files/protocols.yaml" | fromYamlArray }}
{{- if or (empty .plugins) (include "rabbitmq.hasAny" (list $plugins .plugins)) }}
{{- if eq .style "named" }}
{{ .prefix }}listeners.ssl.default = {{ .tls.port }}
{{- if $only }}
{{ .prefix }}listeners.tcp = none
{{- end }}
{{- if eq .name "amqp" }}
{{- include "rabbitmq.conf.tlsOptions" (dict "context" $ "prefix" "ssl_options" "protocol" .name) }}
{{- end }}
{{- else }}
{{ .prefix }}ssl.port = {{ .tls.port }}
{{- $isSilenced := semverCompare (printf "<%s" (default "0.0.0" .silencedBelow)) $version }}
{{- if and $isSilenced (not $only) }}
{{ .prefix }}tcp.port = {{ .port }}
{{- else if and $only (not $isSilenced) }}
{{ .prefix }}tcp.listener = none
{{- end }}
{{- include "rabbitmq.conf.tlsOptions" (dict "context" $ "prefix" (printf "%sssl" .prefix) "protocol" .name) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The chart's own lines of rabbitmq.conf. */}}
{{- define "rabbitmq.conf.defaults" -}}
{{- $series := include "rabbitmq.series" . | fromYaml -}}
{{- $memory := include "rabbitmq.memory" . | fromYaml -}}
{{- $plugins := include "rabbitmq.plugins" . | fromJsonArray -}}
cluster_name = {{ include "rabbitmq.fullname" . }}
cluster_formation.peer_discovery_backend = k8s
{{- if $series.discoversPeersThroughApi }}
cluster_formation.k8s.host = kubernetes.default.svc
cluster_formation.k8s.address_type = hostname
cluster_formation.k8s.service_name = {{ include "rabbitmq.fullname" . }}-nodes
{{- end }}
{{- if not $series.usesKhepri }}
cluster_partition_handling = pause_minority
{{- end }}
total_memory_available_override_value = {{ $memory.available }}
vm_memory_high_watermark.relative = 0.6
disk_free_limit.absolute = {{ $memory.diskFreeLimit }}
{{- if ne $memory.wal "0" }}
{{ $series.walKey }} = {{ $memory.wal }}
{{- end }}
default_queue_type = quorum
queue_leader_locator = balanced
raft.adaptive_failure_detector.poll_interval = 1000
auth_mechanisms.1 = PLAIN
auth_mechanisms.2 = AMQPLAIN
anonymous_login_user = none
{{- if include "rabbitmq.hasAny" (list $plugins (list "rabbitmq_mqtt" "rabbitmq_web_mqtt")) }}
mqtt.allow_anonymous = false
{{- end }}
{{- if include "rabbitmq.hasAny" (list $plugins (list "rabbitmq_stomp" "rabbitmq_web_stomp")) }}
stomp.default_user = nobody-by-default
{{- end }}
{{- $vhost := include "rabbitmq.defaultVhost" . }}
{{- if ne $vhost "/" }}
{{- if include "rabbitmq.hasAny" (list $plugins (list "rabbitmq_mqtt" "rabbitmq_web_mqtt")) }}
mqtt.vhost = {{ $vhost }}
{{- end }}
{{- if include "rabbitmq.hasAny" (list $plugins (list "rabbitmq_stomp" "rabbitmq_web_stomp")) }}
stomp.default_vhost = {{ $vhost }}
{{- end }}
{{- if has "rabbitmq_amqp1_0" $plugins }}
amqp1_0.default_vhost = {{ $vhost }}
{{- end }}
{{- end }}
{{- if .Values.cluster.production }}
management.login_session_timeout = 60
{{- if .Values.tls.enabled }}
management.hsts.policy = max-age=31536000
{{- end }}
prometheus.authentication.enabled = true
{{- end }}
collect_statistics_interval = 10000
log.console = true
log.file = false
{{- if .Values.tls.enabled }}
{{- include "rabbitmq.conf.tls" . }}
{{- end }}
{{- end }}

{{/* What a key is one item or one way of: auth_mechanisms for auth_mechanisms.2. Empty for other keys. */}}
{{- define "rabbitmq.conf.group" -}}
{{- if regexMatch "\\.([0-9]+|absolute|relative)$" . -}}
{{- regexReplaceAll "\\.([0-9]+|absolute|relative)$" . "" -}}
{{- end -}}
{{- end }}

{{/* The keys of the chart that the image's release doesn't know, as a JSON list. */}}
{{- define "rabbitmq.conf.unknownKeys" -}}
{{- $series := include "rabbitmq.series" . | fromYaml -}}
{{- $version := include "rabbitmq.earliestVersion" . -}}
{{- $unknown := $series.unknownKeys -}}
{{- range $key, $since := $series.keysSince -}}
{{- if semverCompare (printf "<%s" $since) $version -}}
{{- $unknown = append $unknown $key -}}
{{- end -}}
{{- end -}}
{{- toJson $unknown -}}
{{- end }}

{{/* True if metrics need a login: in production, if the release can ask for one. */}}
{{- define "rabbitmq.metricsNeedLogin" -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" . | fromJsonArray -}}
{{- if and .Values.cluster.production (not (has "prometheus.authentication.enabled" $unknown)) -}}
true
{{- end -}}
{{- end }}

{{/*
rabbitmq.conf: the chart's lines, in which keys of the values take the place of the same key, or of all keys of the same
group; other keys of the values follow.
*/}}
{{- define "rabbitmq.conf" -}}
{{- $given := dict -}}
{{- $groups := list "" -}}
{{- range $key, $value := .Values.configuration -}}
{{- $_ := set $given $key (include "rabbitmq.text" $value) -}}
{{- $groups = append $groups (include "rabbitmq.conf.group" $key) -}}
{{- end -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" . | fromJsonArray -}}
{{- $lines := list -}}
{{- range include "rabbitmq.conf.defaults" . | splitList "\n" -}}
{{- $key := first (splitList " = " .) -}}
{{- $group := include "rabbitmq.conf.group" $key -}}
{{- if and (not (has $key $unknown)) (or (empty $group) (not (has $group $groups))) -}}
{{- $lines = append $lines (ternary (printf "%s = %s" $key (get $given $key)) . (hasKey $given $key)) -}}
{{- $given = omit $given $key -}}
{{- end -}}
{{- end -}}
{{- range $key, $value := $given -}}
{{- $lines = append $lines (printf "%s = %s" $key $value) -}}
{{- end -}}
{{- join "\n" $lines }}
{{ end }}

{{/* Files that a broker reads when it starts, as YAML. */}}
{{- define "rabbitmq.bootFiles" -}}
{{- $plugins := list "rabbitmq_management" "rabbitmq_peer_discovery_k8s" "rabbitmq_prometheus" -}}
rabbitmq_boot_files.config: |
  {rabbit, default_user, {binary, "username"}}.
  {rabbit, default_pass, {binary, "password"}}.
10-rabbitmq.conf: {{ include "rabbitmq.conf" . | quote }}
{{- $enabled := include "rabbitmq.plugins" . | fromJsonArray | concat $plugins | uniq | sortAlpha | join "," }}
enabled_plugins: {{ printf "[%s].\n" $enabled | quote }}
{{- with .Values.advancedConfiguration }}
advanced.config: {{ . | quote }}
{{- end }}
{{- end }}
