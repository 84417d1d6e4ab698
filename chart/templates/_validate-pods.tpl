{{- define "rabbitmq.errors.image" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- with .Values.image -}}
{{- $tagged := "" -}}
{{- if regexMatch "^v?[0-9]{1,2}(\\.[0-9]+){0,2}(-management)?(-alpine)?$" .tag -}}
{{- $tagged = regexFind "[0-9.]+" .tag -}}
{{- end -}}
{{- $isWithin := hasPrefix (printf "%s." $tagged) (printf "%s." .release) -}}
{{- $hasSeries := hasPrefix (printf "%s." .release) $tagged -}}
{{- if and .release $tagged (not (or $isWithin $hasSeries)) -}}
{{- $image := include "rabbitmq.image" $ | quote -}}
{{- $errors = append $errors (printf (index $messages "image-release") $image $tagged .release) -}}
{{- end -}}
{{- if regexMatch "(^|/)bitnami(legacy|secure)?/" (include "rabbitmq.image" $) -}}
{{- $image := include "rabbitmq.image" $ | quote -}}
{{- $errors = append $errors (printf (index $messages "image-layout") $image) -}}
{{- end -}}
{{- end -}}
{{- if and (hasKey .Values "enabled") (not .Values.enabled) -}}
{{- $errors = append $errors (index $messages "enabled") -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* Environment, containers and volumes that the values add to the pods of brokers. */}}
{{- define "rabbitmq.errors.additions" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- $facts := .Files.Get "files/pods.yaml" | fromYaml -}}
{{- $seen := list -}}
{{- range .Values.pod.env -}}
{{- $name := quote .name -}}
{{- $isReplaced := and (eq .name "ERL_INETRC") $.Values.ipv6 -}}
{{- $isReplaced = or $isReplaced (and (eq .name "RABBITMQ_PLUGINS_DIR") $.Values.pluginDownloads) -}}
{{- $ofTls := or $.Values.tls.enabled $.Values.ipv6 -}}
{{- $id := "" -}}
{{- $isOnVolume := regexMatch "^/var/lib/rabbitmq/mnesia(/|$)|\\$" (default "" .value) -}}
{{- if has .name $seen -}}
{{- $id = "env-twice" -}}
{{- else if or $isReplaced (has .name $facts.ownEnv) -}}
{{- $id = "env-own" -}}
{{- else if hasKey $facts.movedEnv .name -}}
{{- $errors = append $errors (printf (index $messages "env-of-configuration") $name (get $facts.movedEnv .name)) -}}
{{- else if and (has .name $facts.dataEnv) (not $isOnVolume) -}}
{{- $errors = append $errors (printf (index $messages "env-of-data") $name (quote .value)) -}}
{{- else if and $ofTls (has .name $facts.distributionEnv) -}}
{{- $id = ternary "env-of-ipv6" "env-of-tls" $.Values.ipv6 -}}
{{- else if has .name $facts.scalingEnv -}}
{{- $id = "env-of-scaling" -}}
{{- else if regexMatch $facts.refusedEnv .name -}}
{{- $id = "env-refused" -}}
{{- end -}}
{{- if $id -}}
{{- $errors = append $errors (printf (index $messages $id) $name) -}}
{{- end -}}
{{- $seen = append $seen .name -}}
{{- end -}}
{{- $taken := list "setup" "rabbitmq" (ternary "setup" "fetch-plugins" (empty .Values.pluginDownloads)) -}}
{{- range $prop := list "initContainers" "sidecars" -}}
{{- range get $.Values.pod $prop -}}
{{- if has .name $taken -}}
{{- $errors = append $errors (printf (index $messages "container-twice") $prop (quote .name)) -}}
{{- end -}}
{{- $taken = append $taken .name -}}
{{- end -}}
{{- end -}}
{{- $volumes := include "rabbitmq.ownVolumes" . | fromJsonArray -}}
{{- range .Values.pod.volumes -}}
{{- if has .name $volumes -}}
{{- $errors = append $errors (printf (index $messages "volume-twice") (quote .name)) -}}
{{- end -}}
{{- $volumes = append $volumes .name -}}
{{- end -}}
{{- $paths := get $facts.mountPaths (ternary "tls" "plain" .Values.tls.enabled) -}}
{{- range .Values.pod.volumeMounts -}}
{{- $mount := printf "%s at %s" (quote .name) .mountPath -}}
{{- $path := regexReplaceAll "(.)/$" (regexReplaceAll "/+" .mountPath "/") "${1}" -}}
{{- if not (has .name $volumes) -}}
{{- $errors = append $errors (printf (index $messages "mount-volume-missing") $mount) -}}
{{- end -}}
{{- if has $path $facts.hiddenPaths -}}
{{- $errors = append $errors (printf (index $messages "mount-hides-configuration") $mount) -}}
{{- else if has $path $paths -}}
{{- $errors = append $errors (printf (index $messages "mount-path-twice") $mount) -}}
{{- end -}}
{{- range $folder := get $facts.readOnlyPaths (ternary "tls" "plain" $.Values.tls.enabled) -}}
{{- if hasPrefix (printf "%s/" $folder) $path -}}
{{- $errors = append $errors (printf (index $messages "mount-inside-read-only") $mount) -}}
{{- end -}}
{{- end -}}
{{- $paths = append $paths $path -}}
{{- end -}}
{{- range $prop := list "initContainers" "sidecars" -}}
{{- range $container := get $.Values.pod $prop -}}
{{- range $container.volumeMounts -}}
{{- if not (has .name $volumes) -}}
{{- $mount := printf "%s at %s" (quote .name) .mountPath -}}
{{- $name := quote $container.name -}}
{{- $errors = append $errors (printf (index $messages "container-mount-missing") $prop $name $mount) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if not (or .Values.serviceAccount.create .Values.serviceAccount.name) -}}
{{- $errors = append $errors (index $messages "service-account-name") -}}
{{- end -}}
{{- if and .Values.serviceAccount.annotations (not .Values.serviceAccount.create) -}}
{{- $name := include "rabbitmq.serviceAccountName" . | quote -}}
{{- $errors = append $errors (printf (index $messages "service-account-annotations") $name) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* Names of the volumes that the chart gives the pods of brokers, as a JSON list. */}}
{{- define "rabbitmq.ownVolumes" -}}
{{- $facts := .Files.Get "files/pods.yaml" | fromYaml -}}
{{- $names := get $facts.volumes (ternary "tls" "plain" .Values.tls.enabled) -}}
{{- range include "rabbitmq.authentication.volumes" . | fromYamlArray -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- toJson $names -}}
{{- end }}

{{- define "rabbitmq.errors.service" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- with .Values.service -}}
{{- $type := .type -}}
{{- if and .externalTrafficPolicy (eq $type "ClusterIP") -}}
{{- $errors = append $errors (printf (index $messages "service-outside-only") .externalTrafficPolicy $type) -}}
{{- end -}}
{{- $ranges := join ", " .loadBalancerSourceRanges -}}
{{- $balanced := dict "loadBalancerClass" .loadBalancerClass "loadBalancerSourceRanges" $ranges -}}
{{- range $field, $value := $balanced -}}
{{- if and $value (ne $type "LoadBalancer") -}}
{{- $errors = append $errors (printf (index $messages "service-load-balancer-only") $field (quote $value) $type) -}}
{{- end -}}
{{- end -}}
{{- $names := list -}}
{{- range include "rabbitmq.ports" $ | fromYamlArray -}}
{{- $names = append $names .name -}}
{{- end -}}
{{- $numbers := list -}}
{{- range $name, $number := .nodePorts -}}
{{- $port := printf "%s: %d" (quote $name) (int $number) -}}
{{- if eq $type "ClusterIP" -}}
{{- $errors = append $errors (printf (index $messages "node-port-of-cluster-ip") $port) -}}
{{- else if not (has $name $names) -}}
{{- $errors = append $errors (printf (index $messages "node-port-name") $port (join ", " $names)) -}}
{{- else if has (int $number) $numbers -}}
{{- $errors = append $errors (printf (index $messages "node-port-twice") $port) -}}
{{- end -}}
{{- $numbers = append $numbers (int $number) -}}
{{- end -}}
{{- if and (gt (len .ipFamilies) 1) (has .ipFamilyPolicy (list "" "SingleStack")) -}}
{{- $policy := default "SingleStack" .ipFamilyPolicy -}}
{{- $errors = append $errors (printf (index $messages "service-ip-families") (join ", " .ipFamilies) $policy) -}}
{{- end -}}
{{- if and $.Values.ipv6 .ipFamilies (not (has "IPv6" .ipFamilies)) -}}
{{- $errors = append $errors (printf (index $messages "service-without-ip-family") (join ", " .ipFamilies)) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}
