{{/*
Errors in values, which JSON Schema can't express, as a JSON list. Messages are in files/messages.yaml, in the words of
cdk8s-rabbitmq.
*/}}
{{- define "rabbitmq.errors" -}}
{{- $errors := concat
  (include "rabbitmq.errors.image" . | fromJsonArray)
  (include "rabbitmq.errors.cluster" . | fromJsonArray)
  (include "rabbitmq.errors.memory" . | fromJsonArray)
  (include "rabbitmq.errors.authentication" . | fromJsonArray)
  (include "rabbitmq.errors.additions" . | fromJsonArray)
  (include "rabbitmq.errors.service" . | fromJsonArray)
  (include "rabbitmq.errors.tls" . | fromJsonArray)
  (include "rabbitmq.errors.pods" . | fromJsonArray)
  (include "rabbitmq.errors.ingress" . | fromJsonArray)
  (include "rabbitmq.errors.gateway" . | fromJsonArray)
  (include "rabbitmq.errors.alerts" . | fromJsonArray)
  (include "rabbitmq.errors.plugins" . | fromJsonArray)
  (include "rabbitmq.errors.backup" . | fromJsonArray)
  (include "rabbitmq.errors.topology" . | fromJsonArray)
  (include "rabbitmq.errors.configuration" . | fromJsonArray) -}}
{{- toJson $errors -}}
{{- end }}

{{/* Fails with all errors in values at once. */}}
{{- define "rabbitmq.validate" -}}
{{- with include "rabbitmq.errors" . | fromJsonArray -}}
{{- fail (printf "\n%s\n" (join "\n" .)) -}}
{{- end -}}
{{- end }}

{{- define "rabbitmq.errors.cluster" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $memory := include "rabbitmq.memory" . | fromYaml -}}
{{- $limit := float64 $memory.limit -}}
{{- $replicas := include "rabbitmq.replicas" . | int -}}
{{- with .Values.resources -}}
{{- $limits := dict "cpu" (include "rabbitmq.cpuLimit" $) "memory" (include "rabbitmq.text" .limits.memory) -}}
{{- $cpu := include "rabbitmq.text" .requests.cpu -}}
{{- $cpuLimit := default $cpu $limits.cpu -}}
{{- if gt (include "rabbitmq.quantity" $cpu | float64) (include "rabbitmq.quantity" $cpuLimit | float64) -}}
{{- $errors = append $errors (printf (index $messages "cpu-request") (quote $cpu) (quote $limits.cpu)) -}}
{{- end -}}
{{- if and .requests.memory (gt (include "rabbitmq.quantity" .requests.memory | float64) $limit) -}}
{{- $request := include "rabbitmq.text" .requests.memory | quote -}}
{{- $errors = append $errors (printf (index $messages "memory-request") $request (quote $limits.memory)) -}}
{{- end -}}
{{- range $group := list "requests" "limits" -}}
{{- $said := include "rabbitmq.text" (get $.Values.resources $group).memory -}}
{{- $size := include "rabbitmq.quantity" (default "1Gi" $said) | float64 -}}
{{- if lt $size 1048576.0 -}}
{{- $readable := include "rabbitmq.readable" $size -}}
{{- $errors = append $errors (printf (index $messages "memory-unit") $group (quote $said) $readable) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with .Values -}}
{{- $size := include "rabbitmq.quantity" .persistence.size | float64 -}}
{{- if lt $size 1048576.0 -}}
{{- $said := include "rabbitmq.text" .persistence.size | quote -}}
{{- $errors = append $errors (printf (index $messages "storage-size") $said (include "rabbitmq.readable" $size)) -}}
{{- end -}}
{{- if and .cluster.production (not .persistence.enabled) -}}
{{- $errors = append $errors (index $messages "storage-ephemeral") -}}
{{- end -}}
{{- $noBudget := and (kindIs "bool" .podDisruptionBudget.enabled) (not .podDisruptionBudget.enabled) -}}
{{- if and .cluster.production $noBudget (gt $replicas 1) -}}
{{- $errors = append $errors (printf (index $messages "disruption-budget-missing") (toString $replicas)) -}}
{{- end -}}
{{- if and .tls.interNode (not .tls.enabled) -}}
{{- $errors = append $errors (index $messages "inter-node-without-tls") -}}
{{- end -}}
{{- if and .tls.enabled (empty .tls.existingSecret) -}}
{{- range .tls.dnsNames -}}
{{- if regexMatch `^[0-9.]+$` . -}}
{{- $errors = append $errors (printf (index $messages "certificate-ip") (quote .)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and .tls.only (not .tls.enabled) -}}
{{- $errors = append $errors (index $messages "tls-only-without-tls") -}}
{{- end -}}
{{- if and .credentials.existingSecret (ne .credentials.username "admin") -}}
{{- $names := list (quote .credentials.username) (quote .credentials.existingSecret) -}}
{{- $message := index $messages "username-twice" -}}
{{- $errors = append $errors (printf $message (index $names 0) (index $names 1)) -}}
{{- end -}}
{{- if and (empty .credentials.existingSecret) (eq .credentials.username "guest") -}}
{{- $errors = append $errors (index $messages "username") -}}
{{- end -}}
{{- $highest := include "rabbitmq.maxReplicas" $ -}}
{{- if lt (int $highest) $replicas -}}
{{- $errors = append $errors (printf (index $messages "hpa-range") $highest (toString $replicas)) -}}
{{- end -}}
{{- if and (include "rabbitmq.hasMonitoringUser" $) (gt (len .cluster.name) 48) -}}
{{- $errors = append $errors (printf (index $messages "exporter-name") .cluster.name) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.pods" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $own := include "rabbitmq.labels" (dict "context" . "component" "broker") | fromYaml -}}
{{- $own = omit $own "helm.sh/chart" -}}
{{- range $key, $_ := .Values.podLabels -}}
{{- if hasKey $own $key -}}
{{- $errors = append $errors (printf (index $messages "pod-label") (quote $key)) -}}
{{- end -}}
{{- end -}}
{{- range $key, $_ := .Values.commonLabels -}}
{{- if hasKey $own $key -}}
{{- $errors = append $errors (printf (index $messages "common-label") (quote $key)) -}}
{{- end -}}
{{- end -}}
{{- if hasKey .Values.podAnnotations "cdk8s-rabbitmq/configuration-checksum" -}}
{{- $key := quote "cdk8s-rabbitmq/configuration-checksum" -}}
{{- $errors = append $errors (printf (index $messages "pod-annotation") $key) -}}
{{- end -}}
{{- range .Values.scheduling.tolerations -}}
{{- if not (include "rabbitmq.isToleration" .) -}}
{{- $errors = append $errors (printf (index $messages "toleration") (toRawJson .)) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* True if Kubernetes accepts a toleration. */}}
{{- define "rabbitmq.isToleration" -}}
{{- $word := "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?" -}}
{{- $domain := "[a-z0-9]([-a-z0-9]*[a-z0-9])?" -}}
{{- $qualified := printf `^(%s(\.%s)*/)?%s$` $domain $domain $word -}}
{{- $operator := default "Equal" .operator -}}
{{- $effect := default "" .effect -}}
{{- $knownOperator := has $operator (list "Exists" "Equal") -}}
{{- $knownEffect := has $effect (list "" "NoSchedule" "PreferNoSchedule" "NoExecute") -}}
{{- $goodKey := ternary (regexMatch $qualified (default "" .key)) (eq $operator "Exists") (not (empty .key)) -}}
{{- $isWord := regexMatch (printf "^%s$" $word) (default "" .value) -}}
{{- $goodValue := or (empty .value) (and (ne $operator "Exists") $isWord) -}}
{{- $goodSeconds := or (not (hasKey . "tolerationSeconds")) (eq $effect "NoExecute") -}}
{{- if and $knownOperator $knownEffect $goodKey $goodValue $goodSeconds -}}
true
{{- end -}}
{{- end }}

{{- define "rabbitmq.errors.ingress" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- if .Values.ingress.enabled -}}
{{- with .Values.ingress -}}
{{- if or (empty .host) (regexMatch "^[0-9.]+$" .host) -}}
{{- $errors = append $errors (printf (index $messages "ingress-host") (quote .host)) -}}
{{- end -}}
{{- if and .tls.issuer .tls.clusterIssuer -}}
{{- $errors = append $errors (index $messages "ingress-issuers") -}}
{{- end -}}
{{- $authority := ternary (include "rabbitmq.tlsSecret" $) "" (eq (include "rabbitmq.hasAuthority" $) "true") -}}
{{- if and .controllerAuthority (eq .controllerAuthority $authority) -}}
{{- $errors = append $errors (printf (index $messages "management-authority-with-key") (quote .controllerAuthority)) -}}
{{- end -}}
{{- if and $.Values.cluster.production (not .allowPlain) (not (include "rabbitmq.ingressTls" $)) -}}
{{- $errors = append $errors (printf (index $messages "ingress-plain") .host) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.backup" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- if .Values.backup.enabled -}}
{{- $name := include "rabbitmq.fullname" . -}}
{{- with .Values.backup -}}
{{- if gt (len $name) 45 -}}
{{- $errors = append $errors (printf (index $messages "cron-job-name") $name) -}}
{{- end -}}
{{- $schedule := .schedule -}}
{{- range $index, $field := include "rabbitmq.scheduleFields" . | fromYamlArray -}}
{{- $said := index (splitList " " $schedule) $index -}}
{{- $item := printf `([*]|(%s)(-(%s))?)(/0*[1-9][0-9]*)?` $field.number $field.number -}}
{{- if not (regexMatch (printf `^(?i)%s(,%s)*$` $item $item) $said) -}}
{{- $range := splitList "-" $field.range -}}
{{- $allowed := printf "%s to %s" (index $range 0) (index $range 1) -}}
{{- $message := index $messages "schedule" -}}
{{- $errors = append $errors (printf $message (quote $schedule) $field.name (quote $said) $allowed $field.range) -}}
{{- end -}}
{{- end -}}
{{- with .destination -}}
{{- if and .claim.name .s3.bucket -}}
{{- $two := printf (index $messages "backup-destinations") (quote .claim.name) (quote .s3.bucket) -}}
{{- $errors = append $errors $two -}}
{{- end -}}
{{- $size := include "rabbitmq.quantity" .volume.size | float64 -}}
{{- if and (empty .claim.name) (empty .s3.bucket) (lt $size 1048576.0) -}}
{{- $said := include "rabbitmq.text" .volume.size | quote -}}
{{- $errors = append $errors (printf (index $messages "backup-size") $said (include "rabbitmq.readable" $size)) -}}
{{- end -}}
{{- if and .s3.bucket (empty .s3.credentials) -}}
{{- $errors = append $errors (printf (index $messages "backup-bucket-credentials") (quote .s3.bucket)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* The fields of a schedule: what a number of each looks like. */}}
{{- define "rabbitmq.scheduleFields" -}}
- { name: minute, range: 0-59, number: "[0-5]?[0-9]" }
- { name: hour, range: 0-23, number: "[01]?[0-9]|2[0-3]" }
- { name: day, range: 1-31, number: "0?[1-9]|[12][0-9]|3[01]" }
- { name: month, range: 1-12, number: "0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec" }
- { name: weekday, range: 0-6, number: "[0-6]|sun|mon|tue|wed|thu|fri|sat" }
{{- end }}
