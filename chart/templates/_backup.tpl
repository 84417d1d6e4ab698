{{/* True if a Job creates the key that encrypts backups: in production, unless a Secret with a key is given. */}}
{{- define "rabbitmq.createsBackupKey" -}}
{{- with .Values.backup -}}
{{- if and $.Values.cluster.production .enabled (empty .credentials) (empty .encryption.secret) -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* Secret with the key that encrypts backups; empty if they are not encrypted. */}}
{{- define "rabbitmq.backupKeySecret" -}}
{{- if include "rabbitmq.createsBackupKey" . -}}
{{- printf "%s-backup-key" (include "rabbitmq.fullname" .) -}}
{{- else -}}
{{- .Values.backup.encryption.secret -}}
{{- end -}}
{{- end }}

{{/* Where backups are kept: volume, claim or s3. */}}
{{- define "rabbitmq.backupDestination" -}}
{{- with .Values.backup.destination -}}
{{- if .s3.bucket }}s3{{ else if .claim.name }}claim{{ else }}volume{{ end -}}
{{- end -}}
{{- end }}

{{/* URL of S3-compatible storage. */}}
{{- define "rabbitmq.backupEndpoint" -}}
{{- with .Values.backup.destination.s3 -}}
{{- default (printf "https://s3.%s.amazonaws.com" .region) .endpoint -}}
{{- end -}}
{{- end }}

{{/* URL of the bucket. */}}
{{- define "rabbitmq.backupBucketUrl" -}}
{{- $endpoint := include "rabbitmq.backupEndpoint" . -}}
{{- with .Values.backup.destination.s3 -}}
{{- if .virtualHosted -}}
{{- replace "://" (printf "://%s." .bucket) $endpoint -}}
{{- else -}}
{{- printf "%s/%s" $endpoint .bucket -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Port of the storage. */}}
{{- define "rabbitmq.backupPort" -}}
{{- $endpoint := include "rabbitmq.backupEndpoint" . -}}
{{- $default := ternary "443" "80" (hasPrefix "https:" $endpoint) -}}
{{- regexFind ":[0-9]+$" $endpoint | trimPrefix ":" | default $default -}}
{{- end }}
