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
disk_free_limit.absolute = {{ $memory.defaultDiskFreeLimit }}
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
Keys that the values say, as a JSON list in the order of rabbitmq.conf: name: as messages call it; key; value. Later
ones replace earlier ones.
*/}}
{{- define "rabbitmq.conf.statements" -}}
{{- $statements := list -}}
{{- range $i, $raw := regexSplit "\\r?\\n" .Values.rabbitmqConf -1 -}}
{{- $setting := `^([^=]*?)\s*=\s*('[^']*'|[^#]*?)\s*(?:#.*)?$` -}}
{{- $line := trim $raw -}}
{{- if and $line (not (hasPrefix "#" $line)) (regexMatch $setting $line) -}}
{{- $key := regexReplaceAll $setting $line "${1}" -}}
{{- $value := regexReplaceAll $setting $line "${2}" -}}
{{- $name := printf "rabbitmqConf line %d %s" (add1 $i) (quote $key) -}}
{{- $statements = append $statements (dict "name" $name "key" $key "value" $value) -}}
{{- end -}}
{{- end -}}
{{- $raw := dict -}}
{{- if .Values.definitions.existingSecret -}}
{{- $raw = dict "definitions.import_backend" "local_filesystem" "definitions.skip_if_unchanged" "true"
  "definitions.local.path" "/etc/rabbitmq-definitions/definitions.json" -}}
{{- end -}}
{{- range $key, $value := merge (dict) .Values.configuration $raw -}}
{{- $name := printf "configuration %s" (quote $key) -}}
{{- $text := include "rabbitmq.conf.value" (list $ $key $value) -}}
{{- $statements = append $statements (dict "name" $name "key" $key "value" $text) -}}
{{- end -}}
{{- toJson $statements -}}
{{- end }}

{{/* Keys whose values have a decimal point: YAML has 1.0 as 1. Takes the root context, the key and the value. */}}
{{- define "rabbitmq.conf.value" -}}
{{- $text := include "rabbitmq.text" (last .) -}}
{{- $decimals := (first .).Files.Get "files/decimal-keys.txt" | trim -}}
{{- $isDecimal := regexMatch $decimals (index . 1) -}}
{{- $isWhole := and (not (kindIs "string" (last .))) (regexMatch "^[0-9]+$" $text) -}}
{{- ternary (print $text ".0") $text (and $isDecimal $isWhole) -}}
{{- end }}

{{/* What the values say of a key, as YAML: name and value, or nothing. Takes the root context and the key. */}}
{{- define "rabbitmq.conf.said" -}}
{{- $key := last . -}}
{{- $found := dict -}}
{{- range include "rabbitmq.conf.statements" (first .) | fromJsonArray -}}
{{- if eq .key $key -}}
{{- $found = dict "name" .name "value" .value -}}
{{- end -}}
{{- end -}}
{{- toYaml $found -}}
{{- end }}

{{/*
rabbitmq.conf: the chart's lines, in which keys of the values take the place of the same key, or of all keys of the same
group; other keys of the values follow.
*/}}
{{- define "rabbitmq.conf" -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" . | fromJsonArray -}}
{{- $login := include "rabbitmq.authentication.entries" . | fromJsonArray -}}
{{- $said := include "rabbitmq.conf.statements" . | fromJsonArray -}}
{{- $groups := list "" -}}
{{- range concat $login $said -}}
{{- $groups = append $groups (include "rabbitmq.conf.group" .key) -}}
{{- end -}}
{{- $entries := list -}}
{{- range include "rabbitmq.conf.defaults" . | splitList "\n" -}}
{{- $key := first (splitList " = " .) -}}
{{- $group := include "rabbitmq.conf.group" $key -}}
{{- if or (empty $group) (not (has $group $groups)) -}}
{{- $entries = append $entries (dict "key" $key "value" (trimPrefix (print $key " = ") .)) -}}
{{- end -}}
{{- end -}}
{{- $entries = concat $entries $login -}}
{{- if .Values.tls.enabled -}}
{{- range include "rabbitmq.conf.tls" . | trim | splitList "\n" -}}
{{- $key := first (splitList " = " .) -}}
{{- $entries = append $entries (dict "key" $key "value" (trimPrefix (print $key " = ") .)) -}}
{{- end -}}
{{- end -}}
{{- $order := list -}}
{{- $values := dict -}}
{{- range concat $entries $said -}}
{{- if not (or (hasKey $values .key) (has .key $unknown)) -}}
{{- $order = append $order .key -}}
{{- end -}}
{{- $_ := set $values .key .value -}}
{{- end -}}
{{- range $order }}
{{- . }} = {{ get $values . }}
{{ end -}}
{{- end }}

{{/* Annotations of the ConfigMap. Flux must not fill in variables that RabbitMQ fills in, such as those of LDAP. */}}
{{- define "rabbitmq.configurationAnnotations" -}}
{{- $variable := `\$\{(username|user_dn|ad_domain|ad_user|vhost|resource|name|permission|routing_key)\}` -}}
{{- $own := dict -}}
{{- if regexMatch $variable (include "rabbitmq.bootFiles" .) -}}
{{- $own = dict "kustomize.toolkit.fluxcd.io/substitute" "disabled" -}}
{{- end -}}
{{- merge $own .Values.commonAnnotations | include "rabbitmq.texts" -}}
{{- end }}

{{/* Files that a broker reads when it starts, as YAML. */}}
{{- define "rabbitmq.bootFiles" -}}
{{- $plugins := list "rabbitmq_management" "rabbitmq_peer_discovery_k8s" "rabbitmq_prometheus" -}}
rabbitmq_boot_files.config: |
  {{- range include "rabbitmq.secretSettings" . | fromYamlArray }}
  {{ .setting }}
  {{- end }}
10-rabbitmq.conf: {{ include "rabbitmq.conf" . | quote }}
{{- $enabled := include "rabbitmq.plugins" . | fromJsonArray | concat $plugins | uniq | sortAlpha | join "," }}
enabled_plugins: {{ printf "[%s].\n" $enabled | quote }}
{{- with .Values.advancedConfiguration }}
advanced.config: {{ . | quote }}
{{- end }}
{{- end }}
