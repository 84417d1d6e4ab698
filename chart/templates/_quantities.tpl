{{/* A number as it is written in values: Helm reads large ones as floats, and prints them with an exponent. */}}
{{- define "rabbitmq.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}
{{- printf "%.0f" . -}}
{{- else -}}
{{- toString . -}}
{{- end -}}
{{- end }}

{{/* The number behind a Kubernetes quantity, such as 2147483648 for 2Gi. */}}
{{- define "rabbitmq.quantity" -}}
{{- $factors := dict
  "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18
  "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 "Pi" 1125899906842624.0
  "Ei" 1152921504606846976.0 -}}
{{- $text := include "rabbitmq.text" . -}}
{{- $number := regexFind "^[0-9.]+" $text -}}
{{- $factor := get $factors (trimPrefix $number $text) -}}
{{- if $factor -}}
{{- printf "%f" (mulf ($number | float64) $factor) -}}
{{- else -}}
{{- printf "%f" ($text | float64) -}}
{{- end -}}
{{- end }}

{{/* Size limit of the volume for logs: 3 times the memory limit, in whole MiB. */}}
{{- define "rabbitmq.logsSize" -}}
{{- $limit := include "rabbitmq.quantity" .Values.resources.limits.memory | float64 -}}
{{- printf "%.0fMi" (ceil (divf (mulf 3.0 $limit) 1048576.0)) -}}
{{- end }}

{{/* A number with at most one decimal, halves rounded up. */}}
{{- define "rabbitmq.oneDecimal" -}}
{{- divf (floor (addf (mulf . 10.0) 0.5)) 10.0 | printf "%.1f" | trimSuffix ".0" -}}
{{- end }}

{{/* A number of bytes for people: 1.5 GiB. */}}
{{- define "rabbitmq.readable" -}}
{{- $mebibytes := divf (float64 .) 1048576.0 -}}
{{- if ge $mebibytes 1024.0 -}}
{{- include "rabbitmq.oneDecimal" (divf $mebibytes 1024.0) }} GiB
{{- else -}}
{{- include "rabbitmq.oneDecimal" $mebibytes }} MiB
{{- end -}}
{{- end }}

{{/*
Memory and disk of a broker in bytes, as YAML:
  limit: the container's limit
  available: what the broker is told that it has
  highWatermark: the use above which it blocks publishers
  diskFreeLimit: the free space on disk below which it blocks publishers
  wal: the size of the write-ahead log of quorum queues, 0 for RabbitMQ's own
*/}}
{{- define "rabbitmq.memory" -}}
{{- $limit := include "rabbitmq.quantity" .Values.resources.limits.memory | float64 -}}
{{- $storage := include "rabbitmq.quantity" .Values.persistence.size | float64 -}}
{{- $available := floor (subf $limit (minf (mulf $limit 0.2) 2147483648.0)) -}}
{{- $highWatermark := floor (mulf $available 0.6) -}}
{{- $wal := mulf (floor (divf $highWatermark 3.0 16777216.0)) 16777216.0 -}}
limit: {{ printf "%.0f" (floor $limit) | quote }}
available: {{ printf "%.0f" $available | quote }}
highWatermark: {{ printf "%.0f" $highWatermark | quote }}
diskFreeLimit: {{ printf "%.0f" (mulf (floor (divf (minf $limit (divf $storage 4.0)) 1048576.0)) 1048576.0) | quote }}
wal: {{ ternary "0" (printf "%.0f" (maxf $wal 67108864.0)) (ge $wal 536870912.0) | quote }}
{{- end }}
