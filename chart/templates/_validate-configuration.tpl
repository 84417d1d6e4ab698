{{/* Secrets in the plain text of configuration, by the name of their key or as part of a URI. */}}
{{- define "rabbitmq.hasSecretInUri" -}}
{{- if regexMatch `://[^\s/:@]+:([^\s/@$][^\s/@]*|\$([^(\s/@][^\s/@]*)?)@` . -}}
true
{{- end -}}
{{- end }}
{{- define "rabbitmq.isSecretInPlainText" -}}
{{- $isSecret := regexMatch `(^|[._])(pass|password|secret|secret_key|acl_token)$|\.key\.\w*Private\w*$` .key -}}
{{- $isHidden := regexMatch `^'?(\$\(.+\)|encrypted:.+)'?$` .value -}}
{{- if or (and $isSecret (not $isHidden)) (include "rabbitmq.hasSecretInUri" .value) -}}
true
{{- end -}}
{{- end }}

{{/* What RabbitMQ knows of a key of rabbitmq.conf, as YAML. Takes the table of keys and the key. */}}
{{- define "rabbitmq.configurationKey" -}}
{{- $table := first . -}}
{{- $key := last . -}}
{{- $found := get $table.keys $key -}}
{{- range $pattern, $fact := $table.patterns -}}
{{- if and (empty $found) (regexMatch $pattern $key) -}}
{{- $found = $fact -}}
{{- end -}}
{{- end -}}
{{- toYaml (default dict $found) -}}
{{- end }}

{{/* True if a value is of a type that templates check. Takes the type and the value. */}}
{{- define "rabbitmq.isOfType" -}}
{{- $value := last . -}}
{{- with first . -}}
{{- $isVariable := regexMatch `\$\(.+\)` $value -}}
{{- $isInteger := and (hasKey . "min") (regexMatch "^[+-]?[0-9]+$" $value) -}}
{{- if $isInteger -}}
{{- $isInteger = and (ge (float64 $value) (float64 .min)) (le (float64 $value) (float64 .max)) -}}
{{- end -}}
{{- $isDecimal := and (hasKey . "decimal") (regexMatch "^[+-]?[0-9]+\\.[0-9]+([eE][+-]?[0-9]+)?$" $value) -}}
{{- if $isDecimal -}}
{{- $isDecimal = and (ge (float64 $value) (float64 .decimal.min)) (le (float64 $value) (float64 .decimal.max)) -}}
{{- end -}}
{{- if or $isVariable (has $value (default list .words)) $isInteger $isDecimal -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* What a key takes, if a value is something else. Takes the root context, the key's facts and the value. */}}
{{- define "rabbitmq.configurationAllowed" -}}
{{- $root := first . -}}
{{- $known := index . 1 -}}
{{- $value := last . -}}
{{- if not (regexMatch `\$\(.+\)` $value) -}}
{{- if $known.bytes -}}
{{- $sizes := $root.Files.Get "files/sizes.yaml" | fromYaml -}}
{{- $isOld := semverCompare "<3.13.0" (include "rabbitmq.earliestVersion" $root) -}}
{{- $size := ternary $sizes.until312 $sizes.since313 $isOld -}}
{{- if not (regexMatch $size.pattern $value) -}}
{{- $size.allowed -}}
{{- end -}}
{{- else if $known.type -}}
{{- if not (include "rabbitmq.isOfType" (list $known.type $value)) -}}
{{- $known.type.allowed -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Lines of rabbitmqConf that are neither a setting nor a comment, without what may be a secret, as one text. */}}
{{- define "rabbitmq.conf.wrongLines" -}}
{{- $wrong := list -}}
{{- range $i, $raw := regexSplit "\r?\n" .Values.rabbitmqConf -1 -}}
{{- $line := trim $raw -}}
{{- $setting := `^(?:\\\.|[\w-])+(?:\.(?:\\\.|[\w-])+)*\s*=\s*(?:'[^']*'|[^\s#][^#]*?)\s*(?:#.*)?$` -}}
{{- if and $line (not (hasPrefix "#" $line)) (not (regexMatch $setting $line)) -}}
{{- $start := ternary (print (regexFind "^[^=]*=" $line) " …") (trunc 60 $line) (contains "=" $line) -}}
{{- $wrong = append $wrong (printf "rabbitmqConf line %d is %s" (add1 $i) (toRawJson $start)) -}}
{{- end -}}
{{- end -}}
{{- join ", " $wrong -}}
{{- end }}

{{- define "rabbitmq.errors.configuration" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- with include "rabbitmq.conf.wrongLines" . -}}
{{- $errors = append $errors (printf (index $messages "configuration-line") .) -}}
{{- end -}}
{{- $said := include "rabbitmq.conf.statements" . | fromJsonArray -}}
{{- if $said -}}
{{- $series := (include "rabbitmq.series" . | fromYaml).name -}}
{{- $table := .Files.Get "files/configuration-keys.json" | fromJson -}}
{{- $derived := .Files.Get "files/derived-keys.txt" | trim -}}
{{- $backends := .Files.Get "files/backend-plugins.yaml" | fromYaml -}}
{{- $plugins := include "rabbitmq.plugins" . | fromJsonArray -}}
{{- $isOld := semverCompare "<3.13.7" (include "rabbitmq.earliestVersion" .) -}}
{{- range $said -}}
{{- $key := .key -}}
{{- $value := .value -}}
{{- $name := .name -}}
{{- $known := include "rabbitmq.configurationKey" (list $table $key) | fromYaml -}}
{{- $allowed := include "rabbitmq.configurationAllowed" (list $ $known $value) -}}
{{- if regexMatch $derived $key -}}
{{- $errors = append $errors (printf (index $messages "configuration-derived") $name) -}}
{{- else if not (has $series (default list $known.series)) -}}
{{- $errors = append $errors (printf (index $messages "configuration-key") $name $series) -}}
{{- else if include "rabbitmq.isSecretInPlainText" (dict "key" $key "value" $value) -}}
{{- $errors = append $errors (printf (index $messages "configuration-secret") $name) -}}
{{- else if and (hasPrefix "'" $value) $isOld -}}
{{- $version := include "rabbitmq.version" $ -}}
{{- $errors = append $errors (printf (index $messages "configuration-quotes") $name $version) -}}
{{- else if and (eq $key "default_vhost") (regexMatch `\$[({]` $value) -}}
{{- $errors = append $errors (printf (index $messages "default-vhost-variable") $name $value) -}}
{{- else if and (eq $key "consumer_timeout") (regexMatch "^[0-9]+$" $value) (lt (float64 $value) 60000.0) -}}
{{- $errors = append $errors (printf (index $messages "consumer-timeout") $name $value) -}}
{{- else if and (regexMatch `^((http_dispatch\.)?auth_backends\.\d+|auth_cache\.cached_backend)(\.auth[nz])?$` $key)
  (not (has (get $backends (trimPrefix "rabbit_auth_backend_" $value) | default "none") (append $plugins "none"))) -}}
{{- $plugin := get $backends (trimPrefix "rabbit_auth_backend_" $value) -}}
{{- $is := printf "is %s" $value -}}
{{- $errors = append $errors (printf (index $messages "auth-backend-plugin") $name $is $plugin) -}}
{{- else if $allowed -}}
{{- $errors = append $errors (printf (index $messages "configuration-value") $name $value $allowed) -}}
{{- end -}}
{{- end -}}
{{- $errors = concat $errors (include "rabbitmq.errors.login" . | fromJsonArray) -}}
{{- end -}}
{{- with .Values.advancedConfiguration -}}
{{- $terms := "default_pass|password|passcode|secret|client_secret|oauth_client_secret|secret_key|other_bind" -}}
{{- $isSecret := regexMatch (printf `\{\s*(%s)\s*,\s*(<<)?\s*"` $terms) . -}}
{{- if or $isSecret (include "rabbitmq.hasSecretInUri" .) -}}
{{- $errors = append $errors (index $messages "advanced-secret") -}}
{{- end -}}
{{- $terms = regexReplaceAll `(?m)(^|\s)%.*` . "" -}}
{{- $named := regexFind `\{\s*(tcp_listeners|ssl_listeners)\s*,` $terms -}}
{{- $nested := regexFind `\{\s*(tcp_config|ssl_config|listener)\s*,\s*\[[^\]]*\{\s*port\s*,` $terms -}}
{{- with default $nested $named -}}
{{- $errors = append $errors (printf (index $messages "advanced-listeners") (regexFind "[a-z_]+" . | quote)) -}}
{{- end -}}
{{- $before := `(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*?` -}}
{{- $rabbit := printf `\{\s*'?rabbit'?\s*,\s*\[%s\{\s*%%s\s*,` $before -}}
{{- range $id, $message := $messages -}}
{{- $setting := printf $rabbit (trimPrefix "advanced-rabbit-" $id) -}}
{{- if and (hasPrefix "advanced-rabbit-" $id) (regexMatch $setting $terms) -}}
{{- $errors = append $errors $message -}}
{{- end -}}
{{- end -}}
{{- if ne (include "rabbitmq.terms" .) "list." -}}
{{- $errors = append $errors (index $messages "advanced-syntax") -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/*
"list." for a list of Erlang terms with a dot at its end: comments are removed, strings, quoted atoms and characters
become one letter, and what is in brackets becomes one word, from the inside.
*/}}
{{- define "rabbitmq.terms" -}}
{{- $opaque := `"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\$\\?[\s\S]` -}}
{{- $withoutComments := regexReplaceAll (printf "(%s)|%%.*" $opaque) . "${1}" -}}
{{- $terms := regexReplaceAll $opaque $withoutComments "x" | trim -}}
{{- range until 64 -}}
{{- $terms = regexReplaceAll `\{[^\[\]{}()"']*\}|\([^\[\]{}()"']*\)` $terms "x" -}}
{{- $terms = regexReplaceAll `\[[^\[\]{}()"']*\]` $terms "list" -}}
{{- end -}}
{{- regexReplaceAll `\s` $terms "" -}}
{{- end }}

{{/* Keys that lock users out, or that ask for what brokers don't have. */}}
{{- define "rabbitmq.errors.login" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $names := list -}}
{{- $asksInternal := or .Values.authentication.oauth2.enabled .Values.authentication.ldap.enabled -}}
{{- range include "rabbitmq.conf.statements" . | fromJsonArray -}}
{{- if regexMatch `^(auth_backends\.\d+(\.authn)?|auth_cache\.cached_backend(\.authn)?)$` .key -}}
{{- $names = append $names .name -}}
{{- $asksInternal = or $asksInternal (regexMatch "^(rabbit_auth_backend_)?internal$" .value) -}}
{{- else if and (regexMatch `^management\.(oauth_)?disable_basic_auth$` .key) (eq .value "true") -}}
{{- $errors = append $errors (printf (index $messages "basic-login-off") .name) -}}
{{- else if and (regexMatch `^auth_mechanisms\.` .key) (eq .value "EXTERNAL") -}}
{{- if not (has "rabbitmq_auth_mechanism_ssl" (include "rabbitmq.plugins" $ | fromJsonArray)) -}}
{{- $errors = append $errors (index $messages "auth-mechanism-plugin") -}}
{{- else if not (and $.Values.tls.enabled (ne $.Values.tls.clientCertificates "none")) -}}
{{- $errors = append $errors (index $messages "external-without-certificates") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if and $names (not $asksInternal) -}}
{{- $errors = append $errors (printf (index $messages "internal-users-missing") (join ", " $names)) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}
