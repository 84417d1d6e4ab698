{{- define "rabbitmq.configuration.defaults" }}
{{- $c := include "rabbitmq.context" . | fromYaml }}
cluster_name = {{ $c.name }}
cluster_formation.peer_discovery_backend = k8s
{{- if eq $c.series "4.0" }}
cluster_formation.k8s.host = kubernetes.default.svc
{{- end }}
{{- if eq $c.series "4.0" }}
cluster_formation.k8s.address_type = hostname
{{- end }}
{{- if eq $c.series "4.0" }}
cluster_formation.k8s.service_name = {{ $c.name }}-nodes
{{- end }}
{{- if or (eq $c.series "4.0") (eq $c.series "4.1") }}
cluster_partition_handling = pause_minority
{{- end }}
total_memory_available_override_value = {{ $c.availableBytes }}
vm_memory_high_watermark.relative = 0.6
disk_free_limit.absolute = {{ $c.diskFreeLimit }}
{{- if and (not (eq $c.series "4.3")) $c.smallWal }}
raft.wal_max_size_bytes = {{ $c.walBytes }}
{{- end }}
{{- if and (eq $c.series "4.3") $c.smallWal }}
quorum_queue.wal_max_size_bytes = {{ $c.walBytes }}
{{- end }}
default_queue_type = quorum
queue_leader_locator = balanced
raft.adaptive_failure_detector.poll_interval = 1000
auth_mechanisms.1 = PLAIN
auth_mechanisms.2 = AMQPLAIN
anonymous_login_user = none
{{- if or $c.rabbitmq_mqtt (and (not $c.rabbitmq_mqtt) $c.rabbitmq_web_mqtt) }}
mqtt.allow_anonymous = false
{{- end }}
{{- if or $c.rabbitmq_stomp (and (not $c.rabbitmq_stomp) $c.rabbitmq_web_stomp) }}
stomp.default_user = nobody-by-default
{{- end }}
collect_statistics_interval = 10000
log.console = true
log.file = false
{{- if not (eq $c.tls "none") }}
listeners.ssl.default = 5671
{{- end }}
{{- if eq $c.tls "only" }}
listeners.tcp = none
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.certfile = /etc/rabbitmq-tls/tls.crt
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.keyfile = /etc/rabbitmq-tls/tls.key
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.versions.1 = tlsv1.3
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.versions.2 = tlsv1.2
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.1 = TLS_AES_256_GCM_SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.2 = TLS_AES_128_GCM_SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.3 = TLS_CHACHA20_POLY1305_SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.4 = ECDHE-ECDSA-AES256-GCM-SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.5 = ECDHE-RSA-AES256-GCM-SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.6 = ECDHE-ECDSA-AES128-GCM-SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.7 = ECDHE-RSA-AES128-GCM-SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.8 = ECDHE-ECDSA-CHACHA20-POLY1305
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.ciphers.9 = ECDHE-RSA-CHACHA20-POLY1305
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.honor_cipher_order = true
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.honor_ecc_order = true
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.client_renegotiation = false
{{- end }}
{{- if not (eq $c.tls "none") }}
ssl_options.secure_renegotiate = true
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.port = 15671
{{- end }}
{{- if eq $c.tls "both" }}
management.tcp.port = 15672
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.certfile = /etc/rabbitmq-tls/tls.crt
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.keyfile = /etc/rabbitmq-tls/tls.key
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.versions.1 = tlsv1.3
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.versions.2 = tlsv1.2
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.1 = TLS_AES_256_GCM_SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.2 = TLS_AES_128_GCM_SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.3 = TLS_CHACHA20_POLY1305_SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.4 = ECDHE-ECDSA-AES256-GCM-SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.5 = ECDHE-RSA-AES256-GCM-SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.6 = ECDHE-ECDSA-AES128-GCM-SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.7 = ECDHE-RSA-AES128-GCM-SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.8 = ECDHE-ECDSA-CHACHA20-POLY1305
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.ciphers.9 = ECDHE-RSA-CHACHA20-POLY1305
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.honor_cipher_order = true
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.honor_ecc_order = true
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.client_renegotiation = false
{{- end }}
{{- if not (eq $c.tls "none") }}
management.ssl.secure_renegotiate = true
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.port = 15691
{{- end }}
{{- if eq $c.tls "only" }}
prometheus.tcp.listener = none
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.certfile = /etc/rabbitmq-tls/tls.crt
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.keyfile = /etc/rabbitmq-tls/tls.key
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.versions.1 = tlsv1.3
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.versions.2 = tlsv1.2
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.1 = TLS_AES_256_GCM_SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.2 = TLS_AES_128_GCM_SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.3 = TLS_CHACHA20_POLY1305_SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.4 = ECDHE-ECDSA-AES256-GCM-SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.5 = ECDHE-RSA-AES256-GCM-SHA384
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.6 = ECDHE-ECDSA-AES128-GCM-SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.7 = ECDHE-RSA-AES128-GCM-SHA256
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.8 = ECDHE-ECDSA-CHACHA20-POLY1305
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.ciphers.9 = ECDHE-RSA-CHACHA20-POLY1305
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.honor_cipher_order = true
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.honor_ecc_order = true
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.client_renegotiation = false
{{- end }}
{{- if not (eq $c.tls "none") }}
prometheus.ssl.secure_renegotiate = true
{{- end }}
{{- if and (not (eq $c.tls "none")) (or $c.rabbitmq_mqtt (and (not $c.rabbitmq_mqtt) $c.rabbitmq_web_mqtt)) }}
mqtt.listeners.ssl.default = 8883
{{- end }}
{{- if and (eq $c.tls "only") (or $c.rabbitmq_mqtt (and (not $c.rabbitmq_mqtt) $c.rabbitmq_web_mqtt)) }}
mqtt.listeners.tcp = none
{{- end }}
{{- if or (and $c.rabbitmq_stomp (not (eq $c.tls "none"))) (and (not $c.rabbitmq_stomp) (and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp)) }}
stomp.listeners.ssl.default = 61614
{{- end }}
{{- if and (eq $c.tls "only") (or $c.rabbitmq_stomp (and (not $c.rabbitmq_stomp) $c.rabbitmq_web_stomp)) }}
stomp.listeners.tcp = none
{{- end }}
{{- if or (and (not $c.rabbitmq_stream) (and (not (eq $c.tls "none")) $c.rabbitmq_stream_management)) (and $c.rabbitmq_stream (not (eq $c.tls "none"))) }}
stream.listeners.ssl.default = 5551
{{- end }}
{{- if and (eq $c.tls "only") (or (and (not $c.rabbitmq_stream) $c.rabbitmq_stream_management) $c.rabbitmq_stream) }}
stream.listeners.tcp = none
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.port = 15676
{{- end }}
{{- if and (eq $c.tls "only") $c.rabbitmq_web_mqtt }}
web_mqtt.tcp.listener = none
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.certfile = /etc/rabbitmq-tls/tls.crt
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.keyfile = /etc/rabbitmq-tls/tls.key
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.versions.1 = tlsv1.3
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.versions.2 = tlsv1.2
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.1 = TLS_AES_256_GCM_SHA384
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.2 = TLS_AES_128_GCM_SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.3 = TLS_CHACHA20_POLY1305_SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.4 = ECDHE-ECDSA-AES256-GCM-SHA384
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.5 = ECDHE-RSA-AES256-GCM-SHA384
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.6 = ECDHE-ECDSA-AES128-GCM-SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.7 = ECDHE-RSA-AES128-GCM-SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.8 = ECDHE-ECDSA-CHACHA20-POLY1305
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.ciphers.9 = ECDHE-RSA-CHACHA20-POLY1305
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.honor_cipher_order = true
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.honor_ecc_order = true
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.client_renegotiation = false
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_mqtt }}
web_mqtt.ssl.secure_renegotiate = true
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.port = 15673
{{- end }}
{{- if and (eq $c.tls "only") $c.rabbitmq_web_stomp }}
web_stomp.tcp.listener = none
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.certfile = /etc/rabbitmq-tls/tls.crt
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.keyfile = /etc/rabbitmq-tls/tls.key
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.versions.1 = tlsv1.3
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.versions.2 = tlsv1.2
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.1 = TLS_AES_256_GCM_SHA384
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.2 = TLS_AES_128_GCM_SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.3 = TLS_CHACHA20_POLY1305_SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.4 = ECDHE-ECDSA-AES256-GCM-SHA384
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.5 = ECDHE-RSA-AES256-GCM-SHA384
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.6 = ECDHE-ECDSA-AES128-GCM-SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.7 = ECDHE-RSA-AES128-GCM-SHA256
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.8 = ECDHE-ECDSA-CHACHA20-POLY1305
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.ciphers.9 = ECDHE-RSA-CHACHA20-POLY1305
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.honor_cipher_order = true
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.honor_ecc_order = true
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.client_renegotiation = false
{{- end }}
{{- if and (not (eq $c.tls "none")) $c.rabbitmq_web_stomp }}
web_stomp.ssl.secure_renegotiate = true
{{- end }}
{{- end }}
