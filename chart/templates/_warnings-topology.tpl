{{/* Settings of a topology that are valid but probably unintended, as a JSON list. */}}
{{- define "rabbitmq.warnings.topology" -}}
{{- $warnings := list -}}
{{- if include "rabbitmq.topology.isDeclared" . -}}
{{- $topology := include "rabbitmq.topology" . | fromJson -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- $facts := .Files.Get "files/topology.yaml" | fromYaml -}}
{{- $names := list -}}
{{- range $vhost, $_ := $topology.virtualHosts -}}
{{- $names = append $names (dict "kind" "virtual host" "name" $vhost) -}}
{{- end -}}
{{- range $name, $_ := $topology.users -}}
{{- $names = append $names (dict "kind" "user" "name" $name) -}}
{{- end -}}
{{- $item := dict "objects" $names "where" "" "messages" $messages -}}
{{- $warnings = include "rabbitmq.warnings.names" $item | fromJsonArray -}}
{{- range $vhost, $values := $topology.virtualHosts -}}
{{- $host := dict "root" $ "vhost" $vhost "values" $values "messages" $messages "facts" $facts -}}
{{- $_ := set $host "hosts" $topology.virtualHosts -}}
{{- $names := include "rabbitmq.topology.named" $values | fromJsonArray -}}
{{- $item := dict "objects" $names "where" (printf ` in virtual host "%s"` $vhost) "messages" $messages -}}
{{- $warnings = concat $warnings
  (include "rabbitmq.warnings.names" $item | fromJsonArray)
  (include "rabbitmq.warnings.virtualHost" (set $host "users" $topology.users) | fromJsonArray)
  (include "rabbitmq.warnings.queues" $host | fromJsonArray)
  (include "rabbitmq.warnings.bindings" $host | fromJsonArray)
  (include "rabbitmq.warnings.policies" $host | fromJsonArray)
  (include "rabbitmq.warnings.deadLetters" $host | fromJsonArray) -}}
{{- end -}}
{{- range $name, $values := $topology.users -}}
{{- $user := dict "root" $ "name" $name "values" $values "hosts" $topology.virtualHosts "messages" $messages -}}
{{- $warnings = include "rabbitmq.warnings.permissions" $user | fromJsonArray | concat $warnings -}}
{{- end -}}
{{- range $facts.virtualHostKeys -}}
{{- with include "rabbitmq.conf.said" (list $ .) | fromYaml -}}
{{- $vhost := trimAll "'" .value -}}
{{- if not (or (hasKey $topology.virtualHosts $vhost) (eq $vhost (include "rabbitmq.defaultVhost" $))) -}}
{{- $message := index $messages "virtual-host-of-plugin-undeclared" -}}
{{- $warnings = append $warnings (printf $message .name (printf `"%s"` $vhost)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{/* Objects of a virtual host, as a JSON list: kind, name; isImported: if others declare it. Takes its values. */}}
{{- define "rabbitmq.topology.named" -}}
{{- $values := . -}}
{{- $objects := list -}}
{{- range $name, $_ := $values.exchanges -}}
{{- $objects = append $objects (dict "kind" "exchange" "name" $name) -}}
{{- end -}}
{{- range $name, $_ := $values.queues -}}
{{- $objects = append $objects (dict "kind" "queue" "name" $name) -}}
{{- end -}}
{{- range $name, $partitions := include "rabbitmq.topology.partitions" $values | fromJson -}}
{{- $objects = append $objects (dict "kind" "exchange" "name" $name) -}}
{{- range $partitions -}}
{{- $objects = append $objects (dict "kind" "queue" "name" .) -}}
{{- end -}}
{{- end -}}
{{- $others := default dict $values.parameters -}}
{{- range $kind, $field := dict "policy" "policies" "operator policy" "operatorPolicies" "shovel" "shovels"
  "federation-upstream" "federationUpstreams" "federation-upstream-set" "federationUpstreamSets" -}}
{{- $others = merge (dict $kind (get $values $field | default dict)) $others -}}
{{- end -}}
{{- range $kind, $named := $others -}}
{{- range $name, $_ := $named -}}
{{- $objects = append $objects (dict "kind" $kind "name" $name) -}}
{{- end -}}
{{- end -}}
{{- range $kind, $names := dict "exchange" $values.importedExchanges "queue" $values.importedQueues -}}
{{- range $names -}}
{{- $objects = append $objects (dict "kind" $kind "name" . "isImported" true) -}}
{{- end -}}
{{- end -}}
{{- toJson $objects -}}
{{- end }}

{{/* Takes a dict: objects: a list of "rabbitmq.topology.named"; where: what follows a name in messages; messages. */}}
{{- define "rabbitmq.warnings.names" -}}
{{- $warnings := list -}}
{{- $groups := dict -}}
{{- range .objects -}}
{{- if and (ne .name (trim .name)) (not .isImported) -}}
{{- $object := printf `%s "%s"%s` .kind .name $.where -}}
{{- $warnings = append $warnings (printf (index $.messages "name-spaces") $object) -}}
{{- end -}}
{{- $key := printf "%s %s" .kind (lower .name) -}}
{{- $_ := set $groups $key (append (get $groups $key | default list) .) -}}
{{- end -}}
{{- range $groups -}}
{{- $first := first . -}}
{{- $differs := false -}}
{{- range . -}}
{{- $differs = or $differs (ne .name $first.name) -}}
{{- end -}}
{{- if $differs -}}
{{- $object := printf `%s "%s"%s` $first.kind $first.name $.where -}}
{{- $warnings = append $warnings (printf (index $.messages "names-differ-in-case") $object $first.kind) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{/*
This and what follows takes a dict: root: the root context; vhost, values: the name and the values of a virtual host;
hosts: all of them; users; messages; facts: files/topology.yaml
*/}}
{{- define "rabbitmq.warnings.virtualHost" -}}
{{- $warnings := list -}}
{{- $limits := default dict .values.limits -}}
{{- if hasKey $limits "maxConnections" -}}
{{- $count := 0 -}}
{{- range .users -}}
{{- if hasKey (default dict .permissions) $.vhost -}}
{{- $count = add1 $count -}}
{{- end -}}
{{- end -}}
{{- $most := $limits.maxConnections | int64 -}}
{{- if gt (int64 $count) $most -}}
{{- $message := index .messages "virtual-host-connections" -}}
{{- $vhost := printf `"%s"` .vhost -}}
{{- $warnings = append $warnings (printf $message $vhost (toString $most) (toString $count)) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.queues" -}}
{{- $warnings := list -}}
{{- $sizes := dict -}}
{{- range $name, $queue := .values.queues -}}
{{- $where := printf `queue "%s" in virtual host "%s"` $name $.vhost -}}
{{- $isTransient := not (dig "durable" true $queue) -}}
{{- if and $isTransient (not (include "rabbitmq.isBefore" (list $.root "4.3"))) -}}
{{- $warnings = append $warnings (printf (index $.messages "queue-transient-of-series") $where) -}}
{{- end -}}
{{- range $argument, $_ := $queue.arguments -}}
{{- $series := get $.facts.ignoredArguments $argument -}}
{{- if and $series (not (include "rabbitmq.isBefore" (list $.root $series))) -}}
{{- $message := index $.messages "queue-argument-ignored" -}}
{{- $warnings = append $warnings (printf $message $where (printf `"%s"` $argument) $series) -}}
{{- end -}}
{{- end -}}
{{- with $queue.groupSize -}}
{{- $_ := set $sizes $name . -}}
{{- end -}}
{{- end -}}
{{- range $stream, $partitions := include "rabbitmq.topology.partitions" .values | fromJson -}}
{{- range $partition := $partitions -}}
{{- with (get $.values.superStreams $stream).groupSize -}}
{{- $_ := set $sizes $partition . -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $brokers := include "rabbitmq.maxReplicas" .root | int64 -}}
{{- range $name, $size := $sizes -}}
{{- $where := printf `queue "%s" in virtual host "%s"` $name $.vhost -}}
{{- $size = int64 $size -}}
{{- if eq (mod $size 2) 0 -}}
{{- $warnings = append $warnings (printf (index $.messages "queue-group-even") $where (toString $size)) -}}
{{- end -}}
{{- if gt $size $brokers -}}
{{- $message := index $.messages "queue-group-above-brokers" -}}
{{- $warnings = append $warnings (printf $message $where (toString $size) (toString $brokers)) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.bindings" -}}
{{- $warnings := list -}}
{{- $builtIn := dict "amq.direct" "direct" "amq.topic" "topic" "amq.rabbitmq.trace" "topic" -}}
{{- range $kind := list "exchanges" "queues" -}}
{{- range $name, $object := get $.values $kind | default dict -}}
{{- range $object.bindings -}}
{{- $exchange := get (default dict $.values.exchanges) .source -}}
{{- $type := get $builtIn .source -}}
{{- if kindIs "map" $exchange -}}
{{- $type = default "direct" $exchange.type -}}
{{- if and (hasKey . "headers") (ne $type "headers") -}}
{{- $message := index $.messages "binding-arguments-ignored" -}}
{{- $warnings = append $warnings (printf $message (printf `"%s"` .source) (printf `"%s"` $name)) -}}
{{- end -}}
{{- end -}}
{{- $pattern := "" -}}
{{- if eq $type "direct" -}}
{{- $pattern = `(^|\.)[*#](\.|$)` -}}
{{- else if eq $type "topic" -}}
{{- $pattern = `[^.][*#]|[*#][^.]` -}}
{{- end -}}
{{- if and $pattern (regexMatch $pattern (default "" .routingKey)) -}}
{{- $names := list (printf `"%s"` .source) (printf `"%s"` $name) (printf `"%s"` $.vhost) -}}
{{- $message := index $.messages "binding-key-wildcard" -}}
{{- $key := printf `"%s"` .routingKey -}}
{{- $warnings = append $warnings (printf $message (index $names 0) (index $names 1) (index $names 2) $key) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{- define "rabbitmq.warnings.policies" -}}
{{- $warnings := list -}}
{{- $upstreams := dict "federation-upstream" (default dict .values.federationUpstreams) -}}
{{- $sets := default dict .values.federationUpstreamSets | merge (dict "all" dict) -}}
{{- $_ := set $upstreams "federation-upstream-set" $sets -}}
{{- range $policy := include "rabbitmq.topology.policies" . | fromJsonArray -}}
{{- range include "rabbitmq.patternFaults" .pattern | fromJsonArray -}}
{{- $message := index $.messages (printf "policy-pattern-%s" .) -}}
{{- $warnings = append $warnings (printf $message $policy.where (printf `"%s"` $policy.pattern)) -}}
{{- end -}}
{{- range $key, $value := .definition -}}
{{- $series := get $.facts.ignoredKeys $key -}}
{{- if and $series (not (include "rabbitmq.isBefore" (list $.root $series))) -}}
{{- $message := index $.messages "policy-key-ignored" -}}
{{- $warnings = append $warnings (printf $message $policy.where (printf `"%s"` $key) $series) -}}
{{- end -}}
{{- if and (hasKey $upstreams $key) (not (hasKey (get $upstreams $key | default dict) $value)) -}}
{{- $field := ternary "federationUpstreams" "federationUpstreamSets" (eq $key "federation-upstream") -}}
{{- $names := list (printf `%s "%s"` $key $value) $field -}}
{{- $message := index $.messages "federation-upstream-undeclared" -}}
{{- $warnings = append $warnings (printf $message $policy.where (first $names) (last $names)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{/* Exchanges that get messages nobody else takes, and that lead nowhere. */}}
{{- define "rabbitmq.warnings.deadLetters" -}}
{{- $warnings := list -}}
{{- $lasts := list -}}
{{- range include "rabbitmq.topology.references" . | fromJsonArray -}}
{{- if not (hasPrefix "source of" .what) -}}
{{- $lasts = append $lasts .name -}}
{{- end -}}
{{- end -}}
{{- $known := include "rabbitmq.topology.knownExchanges" (omit .values "importedExchanges") | fromJsonArray -}}
{{- range $name := uniq $lasts -}}
{{- if has $name $known -}}
{{- $leads := get (default dict $.values.exchanges) $name | default dict | dig "alternateExchange" "" | ne "" -}}
{{- range concat (default dict $.values.exchanges | values) (default dict $.values.queues | values) -}}
{{- range .bindings -}}
{{- $leads = or $leads (eq .source $name) -}}
{{- end -}}
{{- end -}}
{{- range $.values.policies -}}
{{- $isFederated := or .definition.federationUpstream .definition.federationUpstreamSet -}}
{{- $isFederated = or $isFederated (hasKey (default dict .definition.additional) "federation-upstream-pattern") -}}
{{- $leads = or $leads (and $isFederated (include "rabbitmq.matchesName" (list .pattern $name))) -}}
{{- end -}}
{{- range $vhost, $values := $.hosts -}}
{{- range $values.shovels -}}
{{- $isHere := and (not .source.uri) (eq $.vhost (default $vhost .source.virtualHost)) -}}
{{- $leads = or $leads (and $isHere (eq $name (default "" .source.exchange))) -}}
{{- end -}}
{{- end -}}
{{- if not $leads -}}
{{- $exchange := printf `exchange "%s" in virtual host "%s"` $name $.vhost -}}
{{- $warnings = append $warnings (printf (index $.messages "dead-letters-lost") $exchange) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}

{{/* Takes a dict: root: the root context; name, values: of a user; hosts: virtual hosts; messages. */}}
{{- define "rabbitmq.warnings.permissions" -}}
{{- $warnings := list -}}
{{- $user := printf `"%s"` .name -}}
{{- $vhosts := default dict .values.permissions | keys -}}
{{- $patterns := list -}}
{{- range $vhost, $rights := .values.permissions -}}
{{- range $right, $pattern := pick $rights "configure" "write" "read" -}}
{{- $item := dict "right" (printf "permissions.%s" $right) "vhost" $vhost "pattern" $pattern -}}
{{- $patterns = append $patterns $item -}}
{{- end -}}
{{- end -}}
{{- range $vhost, $exchanges := .values.topicPermissions -}}
{{- $host := get $.hosts $vhost | default dict -}}
{{- $known := include "rabbitmq.topology.knownExchanges" $host | fromJsonArray -}}
{{- $known = default dict $host.superStreams | keys | concat $known -}}
{{- range $exchange, $rights := $exchanges -}}
{{- if not (hasKey (default dict $.values.permissions) $vhost) -}}
{{- $vhosts = append $vhosts $vhost -}}
{{- end -}}
{{- if not (has $exchange $known) -}}
{{- $names := list (printf `"%s"` $vhost) (printf `"%s"` $exchange) -}}
{{- $message := index $.messages "exchange-undeclared" -}}
{{- $warnings = append $warnings (printf $message $user (first $names) (last $names)) -}}
{{- end -}}
{{- range $right, $pattern := $rights -}}
{{- $item := dict "right" (printf "topicPermissions.%s" $right) "vhost" $vhost "pattern" $pattern -}}
{{- $patterns = append $patterns $item -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $patterns -}}
{{- $item := . -}}
{{- range include "rabbitmq.patternFaults" .pattern | fromJsonArray -}}
{{- $names := list (printf `"%s"` $item.vhost) (printf `"%s"` $item.pattern) -}}
{{- $message := index $.messages (printf "permission-%s" .) -}}
{{- $warnings = append $warnings (printf $message $item.right $user (first $names) (last $names)) -}}
{{- end -}}
{{- end -}}
{{- range $vhosts -}}
{{- if not (or (hasKey $.hosts .) (eq . (include "rabbitmq.defaultVhost" $.root))) -}}
{{- $message := index $.messages "virtual-host-undeclared" -}}
{{- $warnings = append $warnings (printf $message $user (printf `"%s"` .)) -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}
