{{/* A number as it is written in values: Helm reads large ones as floats, and prints them with an exponent. */}}
{{- define "rabbitmq.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}
{{- printf "%.0f" . -}}
{{- else -}}
{{- toString . -}}
{{- end -}}
{{- end }}

{{/* Labels or annotations as YAML, in which numbers and switches are texts. Takes a map. */}}
{{- define "rabbitmq.texts" -}}
{{- $texts := dict -}}
{{- range $key, $value := . -}}
{{- $_ := set $texts $key (include "rabbitmq.text" $value) -}}
{{- end -}}
{{- toYaml $texts -}}
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
{{- $bytes := float64 . -}}
{{- if ge $bytes 1073741824.0 -}}
{{- include "rabbitmq.oneDecimal" (divf $bytes 1073741824.0) }} GiB
{{- else if ge $bytes 1048576.0 -}}
{{- include "rabbitmq.oneDecimal" (divf $bytes 1048576.0) }} MiB
{{- else if ge $bytes 1024.0 -}}
{{- include "rabbitmq.oneDecimal" (divf $bytes 1024.0) }} KiB
{{- else -}}
{{- printf "%.0f" $bytes }} B
{{- end -}}
{{- end }}
