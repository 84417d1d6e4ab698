{{/*
Completes values from which a null took a default: helm removes the key, or leaves the null where the chart has no
value of its own. Every template calls it first, as helm runs them in an order of its own.
*/}}
{{- define "rabbitmq.complete" -}}
{{- $own := .Files.Get "files/defaults.yaml" | fromYaml -}}
{{- include "rabbitmq.complete.map" (list .Values $own.values "" $own.removable) -}}
{{- end }}

{{/* Takes a list: values, the chart's own, the path of both with a dot after it, and the paths that stay removed. */}}
{{- define "rabbitmq.complete.map" -}}
{{- $values := index . 0 -}}
{{- $own := index . 1 -}}
{{- $prefix := index . 2 -}}
{{- $removable := index . 3 -}}
{{- range $key, $value := $values -}}
{{- if kindIs "invalid" $value -}}
{{- $_ := unset $values $key -}}
{{- /* a parent chart shares its globals */ -}}
{{- else if and (kindIs "map" $value) (ne (print $prefix $key) "global") -}}
{{- $below := get $own $key | default dict -}}
{{- include "rabbitmq.complete.map" (list $value $below (printf "%s%s." $prefix $key) $removable) -}}
{{- end -}}
{{- end -}}
{{- range $key, $value := $own -}}
{{- if not (or (hasKey $values $key) (has (print $prefix $key) $removable)) -}}
{{- $_ := set $values $key $value -}}
{{- end -}}
{{- end -}}
{{- end }}
