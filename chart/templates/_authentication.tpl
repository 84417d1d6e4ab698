{{/*
Lines of rabbitmq.conf for ways to log in, as a JSON list: field: the value that a line is from; key; value. Lines with
an empty value are left out.
*/}}
{{- define "rabbitmq.authentication.entries" -}}
{{- $all := concat
  (include "rabbitmq.authentication.backends" . | fromJsonArray)
  (include "rabbitmq.authentication.oauth2" . | fromJsonArray)
  (include "rabbitmq.authentication.ldap" . | fromJsonArray) -}}
{{- $entries := list -}}
{{- range $all -}}
{{- $value := include "rabbitmq.text" (index . 2) -}}
{{- if $value -}}
{{- $entries = append $entries (dict "field" (index . 0) "key" (index . 1) "value" $value) -}}
{{- end -}}
{{- end -}}
{{- toJson $entries -}}
{{- end }}

{{- define "rabbitmq.authentication.backends" -}}
{{- $entries := list -}}
{{- with .Values.authentication -}}
{{- if or .oauth2.enabled .ldap.enabled -}}
{{- $entries = append $entries (list "authentication" "auth_backends.1" "internal") -}}
{{- end -}}
{{- if .oauth2.enabled -}}
{{- $entries = append $entries (list "authentication.oauth2" "auth_backends.2" "oauth2") -}}
{{- end -}}
{{- if .ldap.enabled -}}
{{- $key := ternary "auth_backends.3" "auth_backends.2" .oauth2.enabled -}}
{{- if eq (include "rabbitmq.ldap.authorization" $) "ldap" -}}
{{- $entries = append $entries (list "authentication.ldap" $key "ldap") -}}
{{- else -}}
{{- $entries = append $entries (list "authentication.ldap" (print $key ".authn") "ldap") -}}
{{- $entries = append $entries (list "authentication.ldap" (print $key ".authz") "internal") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $entries -}}
{{- end }}

{{/* The newest of several keys that the image's release knows. Takes the root context and the keys. */}}
{{- define "rabbitmq.conf.newest" -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" (first .) | fromJsonArray -}}
{{- ternary (last .) (index . 1) (has (index . 1) $unknown) -}}
{{- end }}

{{- define "rabbitmq.authentication.oauth2" -}}
{{- $entries := list -}}
{{- $o := .Values.authentication.oauth2 -}}
{{- if $o.enabled -}}
{{- $jwks := include "rabbitmq.conf.newest" (list . "auth_oauth2.jwks_uri" "auth_oauth2.jwks_url") -}}
{{- $verify := include "rabbitmq.conf.newest" (list .
  "auth_oauth2.https.verify" "auth_oauth2.https.peer_verification") -}}
{{- $signing := "" -}}
{{- range $o.signingKeys -}}
{{- $signing = default .id $signing -}}
{{- end -}}
{{- $entries = concat $entries (list
  (list "resourceServerId" "auth_oauth2.resource_server_id" $o.resourceServerId)
  (list "issuer" "auth_oauth2.issuer" $o.issuer)
  (list "jwksUrl" $jwks $o.jwksUrl)
  (list "signingKeys" "auth_oauth2.default_key" $signing)) -}}
{{- range $o.signingKeys -}}
{{- $key := printf "auth_oauth2.signing_keys.%s" .id -}}
{{- $entries = append $entries (list "signingKeys" $key (printf "/etc/rabbitmq-oauth2/keys/%s" .key)) -}}
{{- end -}}
{{- $authority := ternary "/etc/rabbitmq-oauth2/authority/ca.crt" "" (not (empty $o.authority)) -}}
{{- $entries = concat $entries (list
  (list "authority" "auth_oauth2.https.cacertfile" $authority)
  (list "authority" $verify (ternary "verify_peer" "" (not (empty $o.authority))))
  (list "scopePrefix" "auth_oauth2.scope_prefix" $o.scopePrefix)
  (list "additionalScopesKey" "auth_oauth2.additional_scopes_key" $o.additionalScopesKey)) -}}
{{- range $i, $claim := $o.usernameClaims -}}
{{- $key := printf "auth_oauth2.preferred_username_claims.%d" (add1 $i) -}}
{{- $entries = append $entries (list "usernameClaims" $key $claim) -}}
{{- end -}}
{{- $verifies := ternary (toString $o.verifyAudience) "" (kindIs "bool" $o.verifyAudience) -}}
{{- $entries = append $entries (list "verifyAudience" "auth_oauth2.verify_aud" $verifies) -}}
{{- range $i, $algorithm := $o.algorithms -}}
{{- $key := printf "auth_oauth2.algorithms.%d" (add1 $i) -}}
{{- $entries = append $entries (list "algorithms" $key $algorithm) -}}
{{- end -}}
{{- with $o.management -}}
{{- if .enabled -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" $ | fromJsonArray -}}
{{- $basic := ternary "" "false" (has "management.oauth_disable_basic_auth" $unknown) -}}
{{- $entries = concat $entries (list
  (list "management" "management.oauth_enabled" "true")
  (list "management.clientId" "management.oauth_client_id" .clientId)
  (list "management.scopes" "management.oauth_scopes" .scopes)
  (list "management.providerUrl" "management.oauth_provider_url" .providerUrl)
  (list "management" "management.oauth_disable_basic_auth" $basic)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- include "rabbitmq.authentication.ofPart" (list "authentication.oauth2" $entries) -}}
{{- end }}

{{/* Entries with their full fields, as a JSON list. Takes the value that all of them are of, and the entries. */}}
{{- define "rabbitmq.authentication.ofPart" -}}
{{- $part := first . -}}
{{- $entries := list -}}
{{- range last . -}}
{{- $entries = append $entries (prepend (rest .) (printf "%s.%s" $part (first .))) -}}
{{- end -}}
{{- toJson $entries -}}
{{- end }}

{{/* Who says what users of the directory may do: internal or ldap. */}}
{{- define "rabbitmq.ldap.authorization" -}}
{{- with .Values.authentication.ldap -}}
{{- default (ternary "internal" "ldap" (empty .queries)) .authorization -}}
{{- end -}}
{{- end }}

{{/* The port of the directory. */}}
{{- define "rabbitmq.ldap.port" -}}
{{- with .Values.authentication.ldap -}}
{{- default (ternary 636 389 (eq .tls "ldaps")) .port | int -}}
{{- end -}}
{{- end }}

{{- define "rabbitmq.authentication.ldap" -}}
{{- $entries := list -}}
{{- $l := .Values.authentication.ldap -}}
{{- if $l.enabled -}}
{{- range $i, $server := $l.servers -}}
{{- $entries = append $entries (list "servers" (printf "auth_ldap.servers.%d" (add1 $i)) $server) -}}
{{- end -}}
{{- $entries = concat $entries (list
  (list "port" "auth_ldap.port" (include "rabbitmq.ldap.port" .))
  (list "tls" "auth_ldap.use_ssl" (eq $l.tls "ldaps" | toString))
  (list "tls" "auth_ldap.use_starttls" (eq $l.tls "starttls" | toString))) -}}
{{- if $l.authority -}}
{{- $sni := ternary (first $l.servers | default "") "" (eq $l.tls "starttls") -}}
{{- $entries = concat $entries (list
  (list "authority" "auth_ldap.ssl_options.cacertfile" "/etc/rabbitmq-ldap/ca.crt")
  (list "authority" "auth_ldap.ssl_options.verify" "verify_peer")
  (list "authority" "auth_ldap.ssl_options.hostname_verification" "wildcard")
  (list "servers" "auth_ldap.ssl_options.sni" $sni)) -}}
{{- end -}}
{{- $timeout := include "rabbitmq.seconds" $l.timeout | trimSuffix "s" | int64 | mul 1000 -}}
{{- $q := $l.queries -}}
{{- $entries = concat $entries (list
  (list "userDnPattern" "auth_ldap.user_dn_pattern" $l.userDnPattern)
  (list "lookup.attribute" "auth_ldap.dn_lookup_attribute" $l.lookup.attribute)
  (list "lookup.baseDn" "auth_ldap.dn_lookup_base" $l.lookup.baseDn)
  (list "groupLookupBase" "auth_ldap.group_lookup_base" $l.groupLookupBase)
  (list "timeout" "auth_ldap.timeout" $timeout)
  (list "connectionPoolSize" "auth_ldap.connection_pool_size" (default "" $l.connectionPoolSize))
  (list "queries.vhostAccess" "auth_ldap.queries.vhost_access" (default "" $q.vhostAccess))
  (list "queries.resourceAccess" "auth_ldap.queries.resource_access" (default "" $q.resourceAccess))
  (list "queries.topicAccess" "auth_ldap.queries.topic_access" (default "" $q.topicAccess))
  (list "queries.tags" "auth_ldap.queries.tags" (default "" $q.tags))) -}}
{{- end -}}
{{- include "rabbitmq.authentication.ofPart" (list "authentication.ldap" $entries) -}}
{{- end }}

{{/* Settings of RabbitMQ that the boot program reads from Secrets, as a YAML list: setting, file, secret and key. */}}
{{- define "rabbitmq.secretSettings" -}}
- setting: '{rabbit, default_user, {binary, "username"}}.'
  file: username
  secret: {{ include "rabbitmq.credentialsSecret" . | quote }}
  key: {{ include "rabbitmq.usernameKey" . | quote }}
- setting: '{rabbit, default_pass, {binary, "password"}}.'
  file: password
  secret: {{ include "rabbitmq.credentialsSecret" . | quote }}
  key: {{ include "rabbitmq.passwordKey" . | quote }}
{{- with .Values.authentication.oauth2 }}
{{- if and .enabled .management.enabled .management.clientSecret }}
- setting: '{rabbitmq_management, oauth_client_secret, {string, "oauth2-client-secret"}}.'
  file: oauth2-client-secret
  secret: {{ .management.clientSecret | quote }}
  key: {{ .management.clientSecretKey | quote }}
{{- end }}
{{- end }}
{{- with .Values.authentication.ldap }}
{{- if and .enabled .lookup.bindDn .lookup.bindPassword }}
{{- $dn := .lookup.bindDn | replace `\` `\\` | replace `"` `\"` }}
{{- $term := printf `{rabbitmq_auth_backend_ldap, dn_lookup_bind, {"%s", {string, "ldap-bind-password"}}}.` $dn }}
- setting: {{ toJson $term }}
  file: ldap-bind-password
  secret: {{ .lookup.bindPassword | quote }}
  key: {{ .lookup.bindPasswordKey | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* Volumes with keys and authorities in the pods of brokers, and their mounts, as YAML lists. */}}
{{- define "rabbitmq.authentication.volumes" -}}
{{- with .Values.authentication.oauth2 }}
{{- if and .enabled .signingKeysSecret }}
- name: oauth2-keys
  secret:
    secretName: {{ .signingKeysSecret | quote }}
    items:
      {{- range .signingKeys }}
      - key: {{ .key | quote }}
        path: {{ .key | quote }}
      {{- end }}
{{- end }}
{{- if and .enabled .authority }}
- name: oauth2-authority
  secret:
    secretName: {{ .authority | quote }}
    items:
      - key: {{ .authorityKey | quote }}
        path: ca.crt
{{- end }}
{{- end }}
{{- with .Values.authentication.ldap }}
{{- if and .enabled .authority }}
- name: ldap-authority
  secret:
    secretName: {{ .authority | quote }}
    items:
      - key: {{ .authorityKey | quote }}
        path: ca.crt
{{- end }}
{{- end }}
{{- with .Values.definitions }}
{{- if .existingSecret }}
- name: definitions
  secret:
    secretName: {{ .existingSecret | quote }}
    items:
      - key: {{ .key | quote }}
        path: definitions.json
{{- end }}
{{- end }}
{{- end }}
{{- define "rabbitmq.authentication.volumeMounts" -}}
{{- $paths := dict "oauth2-keys" "/etc/rabbitmq-oauth2/keys" "oauth2-authority" "/etc/rabbitmq-oauth2/authority" -}}
{{- $paths = merge $paths (dict "ldap-authority" "/etc/rabbitmq-ldap" "definitions" "/etc/rabbitmq-definitions") -}}
{{- range include "rabbitmq.authentication.volumes" . | fromYamlArray }}
- name: {{ .name }}
  mountPath: {{ get $paths .name }}
  readOnly: true
{{- end }}
{{- end }}

{{/* Providers and directories that brokers can connect to, as in networkPolicy.allowTo, as a JSON list. */}}
{{- define "rabbitmq.authentication.peers" -}}
{{- $peers := list -}}
{{- with .Values.authentication.oauth2 -}}
{{- if and .enabled .peers -}}
{{- $url := default .issuer .jwksUrl -}}
{{- $port := regexReplaceAll `^https://[^/?#]*?(?::([0-9]+))?(?:[/?#].*)?$` $url "${1}" | default "443" | int -}}
{{- $peers = append $peers (dict "to" .peers "ports" (list $port)) -}}
{{- end -}}
{{- end -}}
{{- with .Values.authentication.ldap -}}
{{- if and .enabled .peers -}}
{{- $port := include "rabbitmq.ldap.port" $ | int -}}
{{- $peers = append $peers (dict "to" .peers "ports" (list $port)) -}}
{{- end -}}
{{- end -}}
{{- toJson $peers -}}
{{- end }}

{{- define "rabbitmq.errors.authentication" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- with .Values.authentication.oauth2 -}}
{{- if .enabled -}}
{{- $id := "" -}}
{{- if empty .resourceServerId -}}
{{- $errors = append $errors (index $messages "oauth2-resource-server") -}}
{{- end -}}
{{- if and (empty .issuer) (empty .jwksUrl) (empty .signingKeys) -}}
{{- $errors = append $errors (index $messages "oauth2-keys-missing") -}}
{{- end -}}
{{- if and .signingKeys (empty .signingKeysSecret) -}}
{{- $errors = append $errors (index $messages "oauth2-keys-secret-missing") -}}
{{- else if and .signingKeysSecret (empty .signingKeys) -}}
{{- $errors = append $errors (printf (index $messages "oauth2-keys-secret-unused") (quote .signingKeysSecret)) -}}
{{- end -}}
{{- if and .management.enabled (empty .management.clientId) -}}
{{- $errors = append $errors (index $messages "oauth2-client") -}}
{{- end -}}
{{- if and .management.enabled (empty .issuer) (empty .management.providerUrl) -}}
{{- $errors = append $errors (index $messages "oauth2-provider-missing") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with .Values.authentication.ldap -}}
{{- if .enabled -}}
{{- if empty .servers -}}
{{- $errors = append $errors (index $messages "ldap-servers") -}}
{{- end -}}
{{- if and (eq .tls "none") .authority -}}
{{- $errors = append $errors (index $messages "ldap-authority-unused") -}}
{{- else if and (ne .tls "none") (empty .authority) -}}
{{- $errors = append $errors (index $messages "ldap-authority-missing") -}}
{{- end -}}
{{- if and .queries (eq .authorization "internal") -}}
{{- $errors = append $errors (index $messages "ldap-queries-unused") -}}
{{- end -}}
{{- with .lookup -}}
{{- if or .attribute .baseDn .bindDn .bindPassword -}}
{{- if empty .attribute -}}
{{- $errors = append $errors (index $messages "ldap-lookup-attribute") -}}
{{- end -}}
{{- if empty .baseDn -}}
{{- $errors = append $errors (index $messages "ldap-lookup-base") -}}
{{- end -}}
{{- if and .bindDn (empty .bindPassword) -}}
{{- $errors = append $errors (index $messages "ldap-bind-password") -}}
{{- else if and .bindPassword (empty .bindDn) -}}
{{- $errors = append $errors (index $messages "ldap-bind-dn") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $unknown := include "rabbitmq.conf.unknownKeys" . | fromJsonArray -}}
{{- $releases := .Files.Get "files/authentication-keys.yaml" | fromYaml -}}
{{- $seen := list -}}
{{- range include "rabbitmq.authentication.entries" . | fromJsonArray -}}
{{- $key := regexReplaceAll "\\.[0-9]+$" .key ".1" -}}
{{- if and (has $key $unknown) (not (has .field $seen)) -}}
{{- $format := index $messages "authentication-release" -}}
{{- $needed := printf "RabbitMQ %s" (get $releases $key) -}}
{{- $errors = append $errors (printf $format .field $needed (include "rabbitmq.version" $)) -}}
{{- $seen = append $seen .field -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.warnings.authentication" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- with .Values.authentication.ldap -}}
{{- if .enabled -}}
{{- $open := or (empty .queries.vhostAccess) (empty .queries.resourceAccess) -}}
{{- $isSaid := contains "vhost_access_query" $.Values.advancedConfiguration -}}
{{- if and (eq (include "rabbitmq.ldap.authorization" $) "ldap") $open (not $isSaid) -}}
{{- $warnings = append $warnings (index $messages "ldap-everything") -}}
{{- end -}}
{{- if eq .tls "none" -}}
{{- $warnings = append $warnings (index $messages "ldap-plain") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if .Values.definitions.existingSecret -}}
{{- $id := ternary "definitions-login" "definitions-user" (empty .Values.credentials.existingSecret) -}}
{{- $secret := include "rabbitmq.credentialsSecret" . | quote -}}
{{- $vhost := include "rabbitmq.defaultVhost" . | quote -}}
{{- if eq $id "definitions-login" -}}
{{- $user := quote .Values.credentials.username -}}
{{- $warnings = append $warnings (printf (index $messages $id) $secret $user $vhost) -}}
{{- else -}}
{{- $warnings = append $warnings (printf (index $messages $id) $secret $vhost) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}
