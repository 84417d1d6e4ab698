{{/* All that templates ask for: what was given, and what is computed from it as the constructs compute it. Numbers are texts. */}}
{{- define "rabbitmq.context" -}}
{{- include "rabbitmq.refuse" . -}}
{{- $v := .Values -}}
{{- $limit := include "rabbitmq.bytes" $v.resources.limits.memory | float64 -}}
{{- $available := floor (subf $limit (minf (mulf $limit 0.2) 2147483648.0)) -}}
{{- $watermark := floor (mulf $available 0.6) -}}
{{- $storage := include "rabbitmq.bytes" $v.persistence.size | float64 -}}
{{- $disk := mulf (floor (divf (minf $limit (divf $storage 4.0)) 1048576.0)) 1048576.0 -}}
{{- $wal := mulf (floor (divf $watermark 3.0 16777216.0)) 16777216.0 -}}
{{- $connections := maxf 100.0 (mulf (floor (divf $watermark 4.0 102400.0 100.0)) 100.0) -}}
{{- $messages := maxf 10000.0 (mulf (floor (divf $watermark 10.0 1024.0 1000.0)) 1000.0) -}}
{{- $replicas := ternary $v.hpa.minReplicas $v.cluster.replicaCount $v.hpa.enabled | int -}}
{{- $highest := ternary $v.hpa.maxReplicas $v.cluster.replicaCount $v.hpa.enabled | int -}}
{{- $version := regexFind "^[0-9]+\\.[0-9]+(\\.[0-9]+)?" $v.image.tag -}}
{{- $networkPolicy := or (gt $replicas 1) $v.cluster.production -}}
{{- if kindIs "bool" $v.networkPolicy.enabled -}}{{- $networkPolicy = $v.networkPolicy.enabled -}}{{- end -}}
{{- $disruptionBudget := gt $replicas 1 -}}
{{- if kindIs "bool" $v.podDisruptionBudget.enabled -}}{{- $disruptionBudget = $v.podDisruptionBudget.enabled -}}{{- end -}}
{{- $ingressTls := $v.ingress.tls -}}
{{- $c := dict
  "name" $v.cluster.name
  "namespace" .Release.Namespace
  "replicas" ($replicas | toString)
  "highest" ($highest | toString)
  "production" $v.cluster.production
  "version" $version
  "series" (regexFind "^[0-9]+\\.[0-9]+" $version)
  "alpine" (hasSuffix "-alpine" $v.image.tag)
  "image" (printf "%s%s:%s%s" (ternary "" (printf "%s/" $v.image.registry) (empty $v.image.registry)) $v.image.repository $v.image.tag (ternary "" (printf "@%s" $v.image.digest) (empty $v.image.digest)))
  "imagePullPolicy" $v.image.pullPolicy
  "hasPullSecrets" (not (empty $v.image.pullSecrets))
  "cpuRequest" (include "rabbitmq.text" $v.resources.requests.cpu)
  "cpuLimit" (include "rabbitmq.text" $v.resources.limits.cpu)
  "memoryRequest" (include "rabbitmq.text" (default $v.resources.limits.memory $v.resources.requests.memory))
  "memoryLimit" (include "rabbitmq.text" $v.resources.limits.memory)
  "limitBytes" (printf "%.0f" (floor $limit))
  "availableBytes" (printf "%.0f" $available)
  "highWatermarkBytes" (printf "%.0f" $watermark)
  "diskFreeLimit" (printf "%.0f" $disk)
  "smallWal" (lt $wal 536870912.0)
  "walBytes" (printf "%.0f" (maxf $wal 67108864.0))
  "persistent" $v.persistence.enabled
  "storageSize" (include "rabbitmq.text" $v.persistence.size)
  "storageClass" $v.persistence.storageClass
  "accessMode" (first $v.persistence.accessModes)
  "hasStorageClass" (not (empty $v.persistence.storageClass))
-}}
{{- $c = merge $c (dict
  "enabledPlugins" (printf "[%s].\n" (concat (list "rabbitmq_management" "rabbitmq_peer_discovery_k8s" "rabbitmq_prometheus") $v.plugins | uniq | sortAlpha | join ","))
  "hasAdvancedConfiguration" (not (empty $v.advancedConfiguration))
  "administrator" $v.credentials.username
  "makesCredentials" (empty $v.credentials.existingSecret)
  "credentialsSecret" $v.credentials.existingSecret
  "usernameKey" $v.credentials.usernameKey
  "passwordKey" $v.credentials.passwordKey
  "makesCookie" (empty $v.credentials.existingErlangCookieSecret)
  "cookieSecret" $v.credentials.existingErlangCookieSecret
  "cookieKey" $v.credentials.erlangCookieKey
  "tls" (ternary (ternary "only" "both" $v.tls.only) "none" $v.tls.enabled)
  "interNode" $v.tls.interNode
  "tlsIssued" (and $v.tls.enabled (empty $v.tls.existingSecret))
  "tlsSecret" $v.tls.existingSecret
  "tlsIssuer" $v.tls.issuer
  "tlsIssuerKind" $v.tls.issuerKind
  "nodeSpread" $v.scheduling.nodeSpread
  "zoneSpread" $v.scheduling.zoneSpread
  "priorityClassName" $v.scheduling.priorityClassName
  "serviceType" $v.service.type
  "networkPolicy" $networkPolicy
  "ownNamespace" $v.networkPolicy.ownNamespace
  "disruptionBudget" $disruptionBudget
  "hpa" $v.hpa.enabled
  "oddSizes" (and $v.hpa.enabled $v.hpa.oddSizes)
  "targetCpu" ($v.hpa.targetCPUUtilizationPercentage | toString)
  "targetMemoryBytes" (printf "%.0f" (floor (divf (mulf $watermark (float64 $v.hpa.targetMemoryUtilizationPercentage)) 100.0)))
  "connections" (printf "%.0f" $connections)
  "channels" (printf "%.0f" (mulf $connections 4.0))
  "messages" (printf "%.0f" $messages)
  "tenthOfMessages" (printf "%.0f" (divf $messages 10.0))
  "targetMemory" ($v.hpa.targetMemoryUtilizationPercentage | toString)
  "serviceMonitor" $v.serviceMonitor.enabled
  "interval" $v.serviceMonitor.interval
  "metricsPath" $v.serviceMonitor.path
  "prometheusRule" $v.prometheusRule.enabled
  "dashboards" $v.dashboards.enabled
  "dashboardUid" (printf "rabbitmq-%s" (list .Release.Namespace $v.cluster.name | toRawJson | sha256sum | trunc 12))
  "exporter" $v.exporter.enabled
  "monitored" (toString (or $v.serviceMonitor.enabled $v.prometheusRule.enabled $v.dashboards.enabled $v.exporter.enabled))
  "ingress" $v.ingress.enabled
  "letsControllerIn" (and $v.ingress.enabled (or (not (empty $v.ingress.allowFrom)) (not (empty $v.ingress.controller))))
  "ingressHost" $v.ingress.host
  "ingressClass" $v.ingress.className
  "hasClassName" (not (empty $v.ingress.className))
  "controller" $v.ingress.controller
  "ingressTls" (not (empty (printf "%s%s%s" $ingressTls.existingSecret $ingressTls.issuer $ingressTls.clusterIssuer)))
  "hasIngressSecret" (not (empty $ingressTls.existingSecret))
  "ingressIssuedBy" (ternary (ternary "none" "clusterIssuer" (empty $ingressTls.clusterIssuer)) "issuer" (empty $ingressTls.issuer))
  "ingressSecret" $ingressTls.existingSecret
  "ingressIssuer" $ingressTls.issuer
  "ingressClusterIssuer" $ingressTls.clusterIssuer
) -}}
{{- $c = merge $c (include "rabbitmq.backup" $v | fromYaml) -}}
{{- range list "rabbitmq_mqtt" "rabbitmq_stomp" "rabbitmq_stream" "rabbitmq_stream_management" "rabbitmq_web_mqtt" "rabbitmq_web_stomp" -}}
{{- $_ := set $c . (has . $v.plugins) -}}
{{- end -}}
{{- range $i := untilStep 1 9 1 -}}
{{- $_ := set $c (printf "moreThan%d" $i) (gt $replicas $i) -}}
{{- $_ := set $c (printf "upTo%d" (add1 $i)) (gt $highest $i) -}}
{{- end -}}
{{- range $flag, $value := dict
  "hasNodeSelector" $v.scheduling.nodeSelector "hasTolerations" $v.scheduling.tolerations "hasPriorityClassName" $v.scheduling.priorityClassName
  "hasPodLabels" $v.podLabels "hasPodAnnotations" $v.podAnnotations "hasCommonLabels" $v.commonLabels "hasCommonAnnotations" $v.commonAnnotations
  "hasServiceAnnotations" $v.service.annotations "hasMonitorLabels" $v.serviceMonitor.labels "hasIngressAnnotations" $v.ingress.annotations
  "hasAllowFrom" $v.ingress.allowFrom "hasClientCidrs" $v.networkPolicy.clientCidrs "hasManagementFrom" $v.networkPolicy.managementFrom -}}
{{- $_ := set $c $flag (not (empty $value)) -}}
{{- end -}}
{{- toYaml $c -}}
{{- end -}}

{{/* What of the context is about backups, from the values. */}}
{{- define "rabbitmq.backup" -}}
{{- $name := .cluster.name -}}
{{- with .backup -}}
{{- $volume := .destination.volume -}}
{{- $claim := .destination.claim -}}
{{- $s3 := .destination.s3 -}}
{{- $endpoint := default (printf "https://s3.%s.amazonaws.com" $s3.region) $s3.endpoint -}}
{{- $url := printf "%s/%s" $endpoint $s3.bucket -}}
{{- if $s3.virtualHosted -}}{{- $url = replace "://" (printf "://%s." $s3.bucket) $endpoint -}}{{- end -}}
{{- toYaml (dict
  "backup" .enabled
  "backupTo" (ternary (ternary "volume" "claim" (empty $claim.name)) "s3" (empty $s3.bucket))
  "makesBackupUser" (empty .credentials)
  "backupEncrypted" (not (empty .encryption.secret))
  "backupSuspended" .suspend
  "hasBackupTimeZone" (not (empty .timeZone))
  "hasBackupStorageClass" (not (empty $volume.storageClass))
  "hasBackupAuthority" (not (empty $s3.authority.secret))
  "backupSchedule" .schedule
  "backupTimeZone" .timeZone
  "backupKeep" (.keep | int | toString)
  "backupCredentials" .credentials
  "backupKeySecret" .encryption.secret
  "backupKey" .encryption.key
  "backupSize" (include "rabbitmq.text" $volume.size)
  "backupStorageClass" $volume.storageClass
  "backupAccessMode" $volume.accessMode
  "backupClaim" $claim.name
  "backupFolder" (default $name $claim.folder)
  "backupUrl" $url
  "backupPort" (default (ternary "443" "80" (hasPrefix "https:" $endpoint)) (regexFind ":[0-9]+$" $endpoint | trimPrefix ":"))
  "storageCredentials" $s3.credentials
  "accessKeyIdKey" $s3.accessKeyIdKey
  "secretAccessKeyKey" $s3.secretAccessKeyKey
  "backupRegion" $s3.region
  "backupPrefix" (default (printf "$(POD_NAMESPACE)/%s/" $name) $s3.prefix)
  "storageAuthority" $s3.authority.secret
  "storageAuthorityKey" $s3.authority.key
) -}}
{{- end -}}
{{- end -}}

{{/* A number as JSON has it; helm has those of a file as floats, and writes large ones with an exponent. */}}
{{- define "rabbitmq.text" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}{{- printf "%.0f" . -}}{{- else -}}{{- toString . -}}{{- end -}}
{{- end -}}

{{/* The number behind a Kubernetes quantity. */}}
{{- define "rabbitmq.bytes" -}}
{{- $text := include "rabbitmq.text" . -}}
{{- $number := regexFind "^[0-9.]+" $text -}}
{{- $suffix := trimPrefix $number $text -}}
{{- $factors := dict "" 1.0 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "P" 1e15 "E" 1e18 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 "Pi" 1125899906842624.0 "Ei" 1152921504606846976.0 -}}
{{- if hasKey $factors $suffix -}}
{{- printf "%f" (mulf ($number | float64) (get $factors $suffix)) -}}
{{- else -}}
{{- printf "%f" ($text | float64) -}}
{{- end -}}
{{- end -}}

{{/* "list." for a list of Erlang terms with a dot at its end: comments go, strings and quoted atoms are taken for a letter, and so is what is in brackets, from the inside. */}}
{{- define "rabbitmq.terms" -}}
{{- $opaque := `"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\$\\?[\s\S]` -}}
{{- $terms := regexReplaceAll $opaque (regexReplaceAll (printf "(%s)|%%.*" $opaque) . "${1}") "x" | trim -}}
{{- range until 64 -}}
{{- $terms = regexReplaceAll `\[[^\[\]{}()"']*\]` (regexReplaceAll `\{[^\[\]{}()"']*\}|\([^\[\]{}()"']*\)` $terms "x") "list" -}}
{{- end -}}
{{- regexReplaceAll `\s` $terms "" -}}
{{- end -}}

{{/* rabbitmq.conf: the library's lines, in which the values' keys take the place of theirs and of their alternatives; the others follow. */}}
{{- define "rabbitmq.configuration" -}}
{{- $given := dict -}}
{{- $groups := list -}}
{{- range $key, $value := .Values.configuration -}}
{{- $_ := set $given $key (include "rabbitmq.text" $value) -}}
{{- if regexMatch "^.*\\.([0-9]+|absolute|relative)$" $key -}}
{{- $groups = append $groups (regexReplaceAll "\\.([0-9]+|absolute|relative)$" $key "") -}}
{{- end -}}
{{- end -}}
{{- $lines := list -}}
{{- $seen := list -}}
{{- range (include "rabbitmq.configuration.defaults" . | trim | splitList "\n") -}}
{{- $key := first (splitList " = " .) -}}
{{- $group := "" -}}
{{- if regexMatch "^.*\\.([0-9]+|absolute|relative)$" $key -}}
{{- $group = regexReplaceAll "\\.([0-9]+|absolute|relative)$" $key "" -}}
{{- end -}}
{{- if not (and $group (has $group $groups)) -}}
{{- $lines = append $lines (ternary (printf "%s = %s" $key (get $given $key)) . (hasKey $given $key)) -}}
{{- $seen = append $seen $key -}}
{{- end -}}
{{- end -}}
{{- range (keys $given | sortAlpha) -}}
{{- if not (has . $seen) -}}
{{- $lines = append $lines (printf "%s = %s" . (get $given .)) -}}
{{- end -}}
{{- end -}}
{{- join "\n" $lines -}}{{- "\n" -}}
{{- end -}}

{{/* A number of bytes for a person. */}}
{{- define "rabbitmq.readable" -}}
{{- $bytes := float64 . -}}
{{- if ge $bytes 1073741824.0 -}}{{- trimSuffix ".0" (printf "%.1f" (divf $bytes 1073741824.0)) }} GiB
{{- else -}}{{- trimSuffix ".0" (printf "%.1f" (divf $bytes 1048576.0)) }} MiB
{{- end -}}
{{- end -}}
