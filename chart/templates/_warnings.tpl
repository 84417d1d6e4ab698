{{/*
Settings that are valid but probably unintended, as a JSON list. Messages are in files/messages.yaml, in the words of
cdk8s-rabbitmq.
*/}}
{{- define "rabbitmq.warnings" -}}
{{- $warnings := concat
  (include "rabbitmq.warnings.release" . | fromJsonArray)
  (include "rabbitmq.warnings.resources" . | fromJsonArray)
  (include "rabbitmq.warnings.availability" . | fromJsonArray)
  (include "rabbitmq.warnings.network" . | fromJsonArray)
  (include "rabbitmq.warnings.ingress" . | fromJsonArray)
  (include "rabbitmq.warnings.authentication" . | fromJsonArray)
  (include "rabbitmq.warnings.memory" . | fromJsonArray)
  (include "rabbitmq.warnings.alerts" . | fromJsonArray)
  (include "rabbitmq.warnings.gateway" . | fromJsonArray)
  (include "rabbitmq.warnings.backup" . | fromJsonArray)
  (include "rabbitmq.warnings.topology" . | fromJsonArray) -}}
{{- toJson $warnings -}}
{{- end }}

{{/* Values that the chart corrects to the nearest safe one, and values without effect, with reasons, as JSON. */}}
{{- define "rabbitmq.corrections" -}}
{{- $corrections := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).corrections -}}
{{- if .Values.hpa.enabled -}}
{{- $range := dict "minReplicas" (include "rabbitmq.replicas" .) "maxReplicas" (include "rabbitmq.maxReplicas" .) -}}
{{- range $key, $used := $range -}}
{{- $given := get $.Values.hpa $key | int -}}
{{- if ne $given (int $used) -}}
{{- $corrections = append $corrections (printf (get $messages $key) (toString $given) $used) -}}
{{- end -}}
{{- end -}}
{{- /* the default can't be told from a number that somebody set */ -}}
{{- $count := .Values.cluster.replicaCount | int -}}
{{- if not (has $count (list 3 (int $range.minReplicas))) -}}
{{- $corrections = append $corrections (printf $messages.replicaCount (toString $count)) -}}
{{- end -}}
{{- end -}}
{{- with .Values.serviceMonitor -}}
{{- if and .enabled (ne .port "prometheus") -}}
{{- $corrections = append $corrections (printf $messages.port (quote .port)) -}}
{{- end -}}
{{- end -}}
{{- toJson $corrections -}}
{{- end }}

{{- define "rabbitmq.warnings.release" -}}
{{- $warnings := list -}}
{{- $messages := .Files.Get "files/messages.yaml" | fromYaml -}}
{{- $series := (include "rabbitmq.series" . | fromYaml).name -}}
{{- with get $messages.unsupportedSeries $series -}}
{{- $warnings = append $warnings (printf . (include "rabbitmq.version" $)) -}}
{{- end -}}
{{- $isFloating := eq (include "rabbitmq.imageFloats" .) "true" -}}
{{- if and $isFloating (empty .Values.image.digest) -}}
{{- $image := include "rabbitmq.image" . | quote -}}
{{- $warnings = append $warnings (printf (index $messages.warnings "image-floating") $image) -}}
{{- end -}}
{{- if and .Values.cluster.production (not $isFloating) (empty .Values.image.digest) -}}
{{- $image := include "rabbitmq.image" . | quote -}}
{{- $warnings = append $warnings (printf (index $messages.warnings "image-without-digest") $image) -}}
{{- end -}}
{{- if and .Values.cluster.production (hasSuffix "-alpine" .Values.image.tag) -}}
{{- $image := include "rabbitmq.image" . | quote -}}
{{- $warnings = append $warnings (printf (index $messages.warnings "image-alpine") $image) -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.resources" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- $request := include "rabbitmq.memoryRequest" . -}}
{{- $limit := include "rabbitmq.text" .Values.resources.limits.memory -}}
{{- $limitBytes := include "rabbitmq.quantity" $limit | float64 -}}
{{- if lt (include "rabbitmq.quantity" $request | float64) $limitBytes -}}
{{- $text := printf (index $messages "memory-request-below-limit") (quote $request) (quote $limit) -}}
{{- $warnings = append $warnings $text -}}
{{- end -}}
{{- if .Values.cluster.production -}}
{{- if lt $limitBytes 4294967296.0 -}}
{{- $warnings = append $warnings (printf (index $messages "memory-small") (quote $limit)) -}}
{{- end -}}
{{- $cpuLimit := include "rabbitmq.cpuLimit" . -}}
{{- if and $cpuLimit (lt (include "rabbitmq.quantity" $cpuLimit | float64) 2.0) -}}
{{- $warnings = append $warnings (printf (index $messages "cpu-single") (quote $cpuLimit)) -}}
{{- end -}}
{{- $cpuRequest := include "rabbitmq.text" .Values.resources.requests.cpu -}}
{{- if lt (include "rabbitmq.quantity" $cpuRequest | float64) 4.0 -}}
{{- $warnings = append $warnings (printf (index $messages "cpu-few") (quote $cpuRequest)) -}}
{{- end -}}
{{- else if not .Values.persistence.enabled -}}
{{- $warnings = append $warnings (index $messages "storage-ephemeral") -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.availability" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- $replicas := include "rabbitmq.replicas" . | int -}}
{{- $production := .Values.cluster.production -}}
{{- if and (not $production) (not (include "rabbitmq.disruptionBudget" .)) (gt $replicas 1) -}}
{{- $warnings = append $warnings (printf (index $messages "disruption-budget-missing") (toString $replicas)) -}}
{{- end -}}
{{- if eq (mod $replicas 2) 0 -}}
{{- $warnings = append $warnings (printf (index $messages "replicas-even")
  (toString $replicas) (sub $replicas 1 | toString) (add1 $replicas | toString)) -}}
{{- end -}}
{{- if not (include "rabbitmq.series" . | fromYaml).usesKhepri -}}
{{- $said := include "rabbitmq.conf.said" (list . "cluster_partition_handling") | fromYaml -}}
{{- $handling := $said.value | default "pause_minority" -}}
{{- if and (gt $replicas 2) (eq $handling "ignore") -}}
{{- $warnings = append $warnings (printf (index $messages "partitions-ignored") (toString $replicas)) -}}
{{- else if and (eq $replicas 2) (eq $handling "pause_minority") -}}
{{- $warnings = append $warnings (index $messages "partitions-pause-both") -}}
{{- end -}}
{{- end -}}
{{- if and $production (eq $replicas 1) -}}
{{- $warnings = append $warnings (index $messages "replicas-single") -}}
{{- end -}}
{{- if and (eq .Values.scheduling.nodeSpread "none") (gt $replicas 1) -}}
{{- $warnings = append $warnings (printf (index $messages "nodes-shared") (toString $replicas)) -}}
{{- end -}}
{{- if and .Values.hpa.enabled (eq $replicas (include "rabbitmq.maxReplicas" . | int)) -}}
{{- $warnings = append $warnings (printf (index $messages "autoscaler-fixed") (toString $replicas)) -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.network" -}}
{{- $warnings := list -}}
{{- $all := .Files.Get "files/messages.yaml" | fromYaml -}}
{{- $messages := $all.warnings -}}
{{- $tls := .Values.tls -}}
{{- if .Values.cluster.production -}}
{{- if not $tls.enabled -}}
{{- $warnings = append $warnings (index $messages "plain-in-production") -}}
{{- else if not $tls.only -}}
{{- $warnings = append $warnings (index $messages "plain-ports-in-production") -}}
{{- end -}}
{{- if and (gt (include "rabbitmq.maxReplicas" . | int) 1) (not $tls.interNode) -}}
{{- $warnings = append $warnings (index $messages "inter-node-plain-in-production") -}}
{{- end -}}
{{- end -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" . | fromJsonArray -}}
{{- range include "rabbitmq.ports" . | fromYamlArray -}}
{{- $key := printf "%s.ssl.verify" (replace "-" "_" .protocol) -}}
{{- if and .tls (eq $tls.clientCertificates "required") (has $key $unknown) (hasPrefix "web-" .name) -}}
{{- $format := index $messages "client-certificates-not-asked" -}}
{{- $warnings = append $warnings (printf $format (include "rabbitmq.version" $) (toString .port) .name) -}}
{{- end -}}
{{- end -}}
{{- if and $tls.enabled $tls.publiclyTrusted $tls.existingSecret (empty $tls.serverName) -}}
{{- $service := include "rabbitmq.fullname" . | quote -}}
{{- $warnings = append $warnings (printf (index $messages "certificate-server-name-unknown") $service) -}}
{{- end -}}
{{- if ne .Values.service.type "ClusterIP" -}}
{{- if include "rabbitmq.plain" . -}}
{{- $id := ternary "plain-ports-beside-tls-outside" "plain-ports-outside" $tls.enabled -}}
{{- $warnings = append $warnings (printf (index $messages $id) .Values.service.type) -}}
{{- end -}}
{{- if not (include "rabbitmq.metricsNeedLogin" .) -}}
{{- $warnings = append $warnings (printf (index $messages "metrics-outside") .Values.service.type) -}}
{{- end -}}
{{- range $name, $number := .Values.service.nodePorts -}}
{{- if or (lt (int $number) 30000) (gt (int $number) 32767) -}}
{{- $port := printf "%s: %d" (quote $name) (int $number) -}}
{{- $warnings = append $warnings (printf (index $messages "service-node-port-range") $port) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if include "rabbitmq.networkPolicy" . -}}
{{- $everybody := list "0.0.0.0/0" "::/0" -}}
{{- if .Values.cluster.production -}}
{{- range .Values.networkPolicy.clientCidrs -}}
{{- if has . $everybody -}}
{{- $warnings = append $warnings (index $messages "network-everybody") -}}
{{- end -}}
{{- end -}}
{{- range .Values.networkPolicy.managementFrom -}}
{{- if has (dig "ipBlock" "cidr" "" .) $everybody -}}
{{- $warnings = append $warnings (index $messages "network-everybody-management") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $reached := concat (include "rabbitmq.authentication.peers" . | fromJsonArray) .Values.networkPolicy.allowTo -}}
{{- $reached = concat $reached (include "rabbitmq.topology.egress" . | fromJsonArray) -}}
{{- $outward := list -}}
{{- range include "rabbitmq.plugins" . | fromJsonArray -}}
{{- with get $all.outwardPlugins . -}}
{{- $outward = append $outward . -}}
{{- end -}}
{{- end -}}
{{- range ternary .Values.pluginDownloads (list) (empty $reached) -}}
{{- $host := regexReplaceAll "^https?://([^/]+)/.*$" .url "${1}" -}}
{{- $outward = append $outward (printf (index $messages "network-plugin-downloads") (quote .name) $host) -}}
{{- end -}}
{{- $warnings = concat $warnings (ternary (uniq $outward) (list) (empty $reached)) -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.ingress" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- if .Values.ingress.enabled -}}
{{- with .Values.ingress -}}
{{- if not (or $.Values.cluster.production .allowPlain (include "rabbitmq.ingressTls" $)) -}}
{{- $warnings = append $warnings (printf (index $messages "management-plain") .host) -}}
{{- end -}}
{{- $verifies := has .controller (list "nginx" "haproxy") -}}
{{- $isPrivate := and (include "rabbitmq.hasAuthority" $) (not (include "rabbitmq.plain" $)) -}}
{{- if and $verifies (empty .controllerAuthority) $isPrivate -}}
{{- $warnings = append $warnings (index $messages "management-backend-unverified") -}}
{{- end -}}
{{- if and $isPrivate (include "rabbitmq.ingressService" $) -}}
{{- $secret := include "rabbitmq.tlsSecret" $ | quote -}}
{{- $warnings = append $warnings (printf (index $messages "management-traefik-trust") $secret) -}}
{{- end -}}
{{- if and (include "rabbitmq.networkPolicy" $) (empty .allowFrom) (empty .controller) -}}
{{- $warnings = append $warnings (index $messages "outside-not-let-in") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.backup" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- if .Values.backup.enabled -}}
{{- $s3 := .Values.backup.destination.s3 -}}
{{- if empty (include "rabbitmq.backupKeySecret" .) -}}
{{- if $s3.bucket -}}
{{- $warnings = append $warnings (printf (index $messages "backup-unencrypted") (quote $s3.bucket)) -}}
{{- else if .Values.cluster.production -}}
{{- $warnings = append $warnings (index $messages "backup-unencrypted-volume") -}}
{{- end -}}
{{- end -}}
{{- if and $s3.bucket (hasPrefix "http:" $s3.endpoint) -}}
{{- $warnings = append $warnings (printf (index $messages "backup-plain-storage") (quote $s3.endpoint)) -}}
{{- end -}}
{{- if and .Values.backup.suspend .Values.cluster.production -}}
{{- $name := include "rabbitmq.fullname" . | quote -}}
{{- $warnings = append $warnings (printf (index $messages "backup-suspended") $name) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}
