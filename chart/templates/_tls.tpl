{{/* Names of the certificate that cert-manager issues, as a JSON list. */}}
{{- define "rabbitmq.certificateNames" -}}
{{- $name := include "rabbitmq.fullname" . -}}
{{- $nodes := printf "%s-nodes.%s" $name .Release.Namespace -}}
{{- $hosts := list (printf "%s.%s" $name .Release.Namespace) (printf "*.%s" $nodes) -}}
{{- range $ordinal := until 9 -}}
{{- $hosts = append $hosts (printf "%s-%d.%s" $name $ordinal $nodes) -}}
{{- end -}}
{{- $names := list -}}
{{- if include "rabbitmq.hasInternalNames" . -}}
{{- $names = list $name -}}
{{- range $host := $hosts -}}
{{- range $suffix := list "" ".svc" (printf ".svc.%s" $.Values.clusterDomain) -}}
{{- $names = append $names (print $host $suffix) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- include "rabbitmq.gateway.hosts" . | fromJsonArray | concat $names .Values.tls.dnsNames | uniq | toJson -}}
{{- end }}

{{/* A time of hours, minutes or seconds in seconds: 7200s for 2h. */}}
{{- define "rabbitmq.seconds" -}}
{{- $factors := dict "h" 3600 "m" 60 "s" 1 -}}
{{- $number := regexFind "^[0-9]+" . -}}
{{- printf "%ds" (mul (int64 $number) (get $factors (trimPrefix $number .))) -}}
{{- end }}

{{/* Volumes with certificates in the pods of brokers, as YAML lists of volumes and mounts. */}}
{{- define "rabbitmq.tlsVolumes" -}}
{{- $tls := .Values.tls -}}
{{- $isOwn := not (empty $tls.existingSecret) -}}
- name: tls
  secret:
    secretName: {{ include "rabbitmq.tlsSecret" . | quote }}
    defaultMode: 0440
    items:
      - key: {{ ternary $tls.certificateKey "tls.crt" $isOwn | quote }}
        path: tls.crt
      - key: {{ ternary $tls.privateKeyKey "tls.key" $isOwn | quote }}
        path: tls.key
      {{- if include "rabbitmq.hasAuthority" . }}
      - key: {{ include "rabbitmq.authorityKey" . | quote }}
        path: ca.crt
      {{- end }}
{{- with $tls.clientAuthority }}
- name: tls-clients
  secret:
    secretName: {{ . | quote }}
    items:
      - key: {{ $tls.clientAuthorityKey | quote }}
        path: ca.crt
{{- end }}
{{- if and $tls.interNode $tls.interNodeSecret }}
- name: tls-nodes
  secret:
    secretName: {{ $tls.interNodeSecret | quote }}
    defaultMode: 0440
    items:
      - key: tls.crt
        path: tls.crt
      - key: tls.key
        path: tls.key
      - key: ca.crt
        path: ca.crt
{{- end }}
{{- end }}
{{- define "rabbitmq.tlsVolumeMounts" -}}
- name: tls
  mountPath: /etc/rabbitmq-tls
  readOnly: true
{{- if .Values.tls.clientAuthority }}
- name: tls-clients
  mountPath: /etc/rabbitmq-tls-clients
  readOnly: true
{{- end }}
{{- if and .Values.tls.interNode .Values.tls.interNodeSecret }}
- name: tls-nodes
  mountPath: /etc/rabbitmq-tls-nodes
  readOnly: true
{{- end }}
{{- end }}

{{- define "rabbitmq.errors.tls" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- with .Values.tls -}}
{{- if .enabled -}}
{{- $asks := ne .clientCertificates "none" -}}
{{- if and (not $asks) .clientAuthority -}}
{{- $errors = append $errors (index $messages "client-authority-unused") -}}
{{- else if and (not $asks) (not (kindIs "invalid" .clientCertificateDepth)) -}}
{{- $errors = append $errors (index $messages "client-depth-unused") -}}
{{- end -}}
{{- if and $asks .publiclyTrusted (empty .clientAuthority) -}}
{{- $errors = append $errors (printf (index $messages "client-authority-missing") .clientCertificates) -}}
{{- end -}}
{{- if and .interNode .publiclyTrusted (empty .interNodeSecret) -}}
{{- $errors = append $errors (index $messages "inter-node-authority-missing") -}}
{{- end -}}
{{- $versions := .versions -}}
{{- $suites := dict "tlsv1.3" list "tlsv1.2" list -}}
{{- range .ciphers -}}
{{- $version := ternary "tlsv1.3" "tlsv1.2" (regexMatch "^TLS_(AES|CHACHA20)_" .) -}}
{{- $_ := set $suites $version (append (get $suites $version) .) -}}
{{- end -}}
{{- $examples := dict "tlsv1.3" "TLS_AES_256_GCM_SHA384" "tlsv1.2" "ECDHE-ECDSA-AES256-GCM-SHA384" -}}
{{- range $version, $of := ternary $suites dict (not (empty .ciphers)) -}}
{{- $name := replace "tlsv" "TLS " $version -}}
{{- if and $of (not (has $version $versions)) -}}
{{- $said := join ", " $versions -}}
{{- $errors = append $errors (printf (index $messages "cipher-of-version") (quote (first $of)) $name $said $version) -}}
{{- else if and (empty $of) (has $version $versions) -}}
{{- $errors = append $errors (printf (index $messages "cipher-missing") $name $version (get $examples $version)) -}}
{{- end -}}
{{- end -}}
{{- $isIssued := empty .existingSecret -}}
{{- $isInternal := eq (include "rabbitmq.hasInternalNames" $) "true" -}}
{{- if and .interNode $isIssued (not $isInternal) (empty .interNodeSecret) (not .publiclyTrusted) -}}
{{- $errors = append $errors (index $messages "inter-node-names-missing") -}}
{{- end -}}
{{- $serverName := include "rabbitmq.serverName" $ -}}
{{- if and $isIssued (empty $serverName) (not $isInternal) -}}
{{- $errors = append $errors (index $messages "server-name-missing") -}}
{{- end -}}
{{- if and $isIssued $serverName -}}
{{- $service := printf "%s.%s" (include "rabbitmq.fullname" $) $.Release.Namespace -}}
{{- $services := list $service (print $service ".svc") (printf "%s.svc.%s" $service $.Values.clusterDomain) -}}
{{- $hosts := include "rabbitmq.gateway.hosts" $ | fromJsonArray -}}
{{- $names := concat (ternary $services (list) $isInternal) .dnsNames $hosts -}}
{{- $wildcard := printf "*%s" (regexFind `\..*$` $serverName) -}}
{{- if not (or (has $serverName $names) (has $wildcard $names)) -}}
{{- $list := join ", " $names -}}
{{- $errors = append $errors (printf (index $messages "server-name") (quote $serverName) $list) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}
