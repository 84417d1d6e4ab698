{{/* What the values say of a key in bytes; empty if they say nothing. Takes the root context and the key. */}}
{{- define "rabbitmq.conf.bytes" -}}
{{- include "rabbitmq.brokerBytes" (list (first .) (include "rabbitmq.conf.said" . | fromYaml).value) -}}
{{- end }}

{{/* Bytes that a broker reads from a size in rabbitmq.conf; empty for another text. Takes the root context and it. */}}
{{- define "rabbitmq.brokerBytes" -}}
{{- $sizes := (first .).Files.Get "files/sizes.yaml" | fromYaml -}}
{{- $isOld := semverCompare "<3.13.0" (include "rabbitmq.earliestVersion" (first .)) -}}
{{- $size := ternary $sizes.until312 $sizes.since313 $isOld -}}
{{- $text := last . | default "" | toString -}}
{{- if regexMatch $size.pattern $text -}}
{{- $unit := regexReplaceAll $size.pattern $text "${2}" -}}
{{- $powers := dict "k" 1 "m" 2 "g" 3 "t" 4 -}}
{{- $isBinary := or (regexMatch "(?i)i" $unit) (and $isOld (eq (len $unit) 1)) -}}
{{- $factor := ternary 1024.0 1000.0 $isBinary -}}
{{- $bytes := regexReplaceAll $size.pattern $text "${1}" | float64 -}}
{{- range until (get $powers (trunc 1 $unit | lower) | default 0 | int) -}}
{{- $bytes = mulf $bytes $factor -}}
{{- end -}}
{{- printf "%.0f" $bytes -}}
{{- end -}}
{{- end }}

{{/*
Memory and disk of a broker in bytes, as YAML:
  limit: the container's limit
  available: what the broker is told that it has
  share: the part of it above which a broker blocks publishers
  highWatermark: the use above which it blocks publishers
  diskFreeLimit: the free space on disk below which it blocks publishers; 0 if it is relative to memory
  defaultDiskFreeLimit: that of the chart
  wal: the size of the write-ahead log of quorum queues, 0 for RabbitMQ's own
*/}}
{{- define "rabbitmq.memory" -}}
{{- $limit := include "rabbitmq.quantity" .Values.resources.limits.memory | float64 -}}
{{- $storage := include "rabbitmq.quantity" .Values.persistence.size | float64 -}}
{{- $ownAvailable := floor (subf $limit (minf (mulf $limit 0.2) 2147483648.0)) -}}
{{- $override := include "rabbitmq.conf.bytes" (list . "total_memory_available_override_value") -}}
{{- $available := default $ownAvailable $override | float64 -}}
{{- $relative := (include "rabbitmq.conf.said" (list . "vm_memory_high_watermark.relative") | fromYaml).value -}}
{{- $isShare := regexMatch "^[+-]?[0-9]+\\.[0-9]+([eE][+-]?[0-9]+)?$" (default "" $relative) -}}
{{- $share := ternary $relative "0.6" $isShare | float64 -}}
{{- $absolute := include "rabbitmq.conf.bytes" (list . "vm_memory_high_watermark.absolute") -}}
{{- $highWatermark := default (floor (mulf $available $share)) $absolute | float64 -}}
{{- $wal := mulf (floor (divf $highWatermark 3.0 16777216.0)) 16777216.0 -}}
{{- $ownDisk := mulf (floor (divf (minf $limit (divf $storage 4.0)) 1048576.0)) 1048576.0 -}}
{{- $isRelative := include "rabbitmq.conf.said" (list . "disk_free_limit.relative") | fromYaml -}}
{{- $disk := include "rabbitmq.conf.bytes" (list . "disk_free_limit.absolute") -}}
limit: {{ printf "%.0f" (floor $limit) | quote }}
available: {{ printf "%.0f" $available | quote }}
share: {{ $share }}
highWatermark: {{ printf "%.0f" $highWatermark | quote }}
diskFreeLimit: {{ default (ternary "0" (printf "%.0f" $ownDisk) (not (empty $isRelative))) $disk | quote }}
defaultDiskFreeLimit: {{ printf "%.0f" $ownDisk | quote }}
wal: {{ ternary "0" (printf "%.0f" (maxf $wal 67108864.0)) (ge $wal 536870912.0) | quote }}
{{- end }}

{{/* The watermark as messages call it: the name of its key and its value, as a JSON list. */}}
{{- define "rabbitmq.memory.watermark" -}}
{{- $default := list "rabbitmq.conf \"vm_memory_high_watermark.relative\"" "0.6" -}}
{{- range $key := list "relative" "absolute" -}}
{{- with include "rabbitmq.conf.said" (list $ (print "vm_memory_high_watermark." $key)) | fromYaml -}}
{{- $default = list .name .value -}}
{{- end -}}
{{- end -}}
{{- toRawJson $default -}}
{{- end }}

{{- define "rabbitmq.errors.memory" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $memory := include "rabbitmq.memory" . | fromYaml -}}
{{- $limit := float64 $memory.limit -}}
{{- $watermark := float64 $memory.highWatermark -}}
{{- $stated := include "rabbitmq.memory.watermark" . | fromJsonArray -}}
{{- $override := include "rabbitmq.conf.said" (list . "total_memory_available_override_value") | fromYaml -}}
{{- $absolute := include "rabbitmq.conf.said" (list . "vm_memory_high_watermark.absolute") | fromYaml -}}
{{- if and $override (gt (float64 $memory.available) $limit) -}}
{{- $errors = append $errors (printf (index $messages "memory-override-above-limit")
  $override.name $override.value (include "rabbitmq.readable" $limit)) -}}
{{- end -}}
{{- if ge $watermark $limit -}}
{{- $errors = append $errors (printf (index $messages "watermark-above-limit")
  (first $stated) (last $stated) (include "rabbitmq.readable" $watermark) (include "rabbitmq.readable" $limit)) -}}
{{- else if lt (subf $limit $watermark) 268435456.0 -}}
{{- $id := ternary "memory-small" "memory-small-by-watermark" (and (empty $override) (empty $absolute)) -}}
{{- $smallest := ceil (divf 256.0 (subf 1.0 (mulf 0.8 (float64 $memory.share)))) -}}
{{- $facts := list (include "rabbitmq.text" .Values.resources.limits.memory | quote)
  (include "rabbitmq.readable" $limit) (include "rabbitmq.readable" $memory.available)
  (include "rabbitmq.readable" $watermark) (include "rabbitmq.readable" (subf $limit $watermark)) -}}
{{- $errors = append $errors (printf (index $messages $id) (index $facts 0) (index $facts 1) (index $facts 2)
  (index $facts 3) (index $facts 4) (printf "%.0fMi" $smallest)) -}}
{{- end -}}
{{- $disk := include "rabbitmq.conf.said" (list . "disk_free_limit.absolute") | fromYaml -}}
{{- $size := include "rabbitmq.text" .Values.persistence.size -}}
{{- $isFull := ge (float64 $memory.diskFreeLimit) (include "rabbitmq.quantity" $size | float64) -}}
{{- if and $disk .Values.persistence.enabled $isFull -}}
{{- $errors = append $errors (printf (index $messages "disk-limit-above-volume")
  $disk.name $disk.value (include "rabbitmq.readable" $memory.diskFreeLimit) (quote $size)) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.warnings.memory" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- $memory := include "rabbitmq.memory" . | fromYaml -}}
{{- $limit := float64 $memory.limit -}}
{{- $watermark := float64 $memory.highWatermark -}}
{{- $stated := include "rabbitmq.memory.watermark" . | fromJsonArray -}}
{{- if gt $watermark (mulf 0.7 $limit) -}}
{{- $warnings = append $warnings (printf (index $messages "watermark-high")
  (first $stated) (last $stated) (include "rabbitmq.readable" $watermark) (include "rabbitmq.readable" $limit)) -}}
{{- end -}}
{{- $absolute := include "rabbitmq.conf.said" (list . "vm_memory_high_watermark.absolute") | fromYaml -}}
{{- $relative := include "rabbitmq.conf.said" (list . "vm_memory_high_watermark.relative") | fromYaml -}}
{{- $share := float64 $memory.share -}}
{{- if and $absolute $relative -}}
{{- $warnings = append $warnings (printf (index $messages "watermark-twice")
  $absolute.name $absolute.value $relative.name $relative.value) -}}
{{- else if and (empty $absolute) (or (lt $share 0.4) (gt $share 0.7)) -}}
{{- $warnings = append $warnings (printf (index $messages "watermark-unusual") (first $stated) (last $stated)) -}}
{{- end -}}
{{- $walKey := (include "rabbitmq.series" . | fromYaml).walKey -}}
{{- $wal := include "rabbitmq.conf.said" (list . $walKey) | fromYaml -}}
{{- $walBytes := default $memory.wal $wal.value -}}
{{- if and (regexMatch "^[0-9]+$" $walBytes) (gt (mulf 3.0 (float64 $walBytes)) $watermark) -}}
{{- $name := default (printf "rabbitmq.conf %s" (quote $walKey)) $wal.name -}}
{{- $third := include "rabbitmq.readable" (floor (divf $watermark 3.0)) -}}
{{- $warnings = append $warnings (printf (index $messages "wal-large")
  $name $walBytes (include "rabbitmq.readable" $watermark) $third) -}}
{{- end -}}
{{- $disk := include "rabbitmq.conf.said" (list . "disk_free_limit.absolute") | fromYaml -}}
{{- $ofMemory := include "rabbitmq.conf.said" (list . "disk_free_limit.relative") | fromYaml -}}
{{- if and $disk $ofMemory -}}
{{- $warnings = append $warnings (printf (index $messages "disk-limit-twice")
  $disk.name $disk.value $ofMemory.name $ofMemory.value) -}}
{{- end -}}
{{- if and (or $disk (empty $ofMemory)) (lt (float64 $memory.diskFreeLimit) $watermark) -}}
{{- $id := ternary "disk-limit-low" "disk-limit-low-chosen" (empty $disk) -}}
{{- $free := default $memory.diskFreeLimit $disk.value -}}
{{- $name := default "rabbitmq.conf \"disk_free_limit.absolute\"" $disk.name -}}
{{- $warnings = append $warnings (printf (index $messages $id)
  $name $free (include "rabbitmq.readable" $memory.diskFreeLimit)
  (include "rabbitmq.readable" $watermark) (include "rabbitmq.text" .Values.persistence.size | quote)) -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}
