{{/* True if values declare virtual hosts, users or global parameters. */}}
{{- define "rabbitmq.topology.isDeclared" -}}
{{- $isDeclared := false -}}
{{- $topology := .Values.topology -}}
{{- range concat (values $topology.virtualHosts) (values $topology.users) (values $topology.globalParameters) -}}
{{- $isDeclared = or $isDeclared (kindIs "map" .) -}}
{{- end -}}
{{- if and .Values.cluster.enabled $isDeclared -}}
true
{{- end -}}
{{- end }}

{{/* The topology of the values as JSON, without objects that a values file takes away by null. */}}
{{- define "rabbitmq.topology" -}}
{{- if contains ":null" (toJson .Values.topology) -}}
{{- include "rabbitmq.withoutNulls" .Values.topology -}}
{{- else -}}
{{- toJson .Values.topology -}}
{{- end -}}
{{- end }}

{{/* A map without keys that are null, at any depth, as JSON. */}}
{{- define "rabbitmq.withoutNulls" -}}
{{- $kept := dict -}}
{{- range $key, $value := . -}}
{{- if kindIs "map" $value -}}
{{- $_ := set $kept $key (include "rabbitmq.withoutNulls" $value | fromJson) -}}
{{- else if not (kindIs "invalid" $value) -}}
{{- $_ := set $kept $key $value -}}
{{- end -}}
{{- end -}}
{{- toJson $kept -}}
{{- end }}

{{/* An object as a line of JSON, its keys in the order of the library. Below the first level they are sorted. */}}
{{- define "rabbitmq.topology.line" -}}
{{- $object := . -}}
{{- $fields := list -}}
{{- range $key := list
  "kind" "user" "vhost" "component" "name" "source" "destination" "destination_type" "hash" "secret"
  "removal" "recreate" "body" -}}
{{- if hasKey $object $key -}}
{{- $fields = append $fields (printf "%q:%s" $key (get $object $key | toRawJson)) -}}
{{- end -}}
{{- end -}}
{{- printf "{%s}" (join "," $fields) -}}
{{- end }}

{{/*
What happens to an object that is no longer declared, or declared otherwise, as JSON. Takes the values of the object,
and the default of removalPolicy.
*/}}
{{- define "rabbitmq.topology.lifecycle" -}}
{{- $values := first . -}}
{{- $lifecycle := dict -}}
{{- if eq (default (last .) $values.removalPolicy) "delete" -}}
{{- $_ := set $lifecycle "removal" "delete" -}}
{{- end -}}
{{- if eq (default "never" $values.recreate) "when-empty" -}}
{{- $_ := set $lifecycle "recreate" true -}}
{{- end -}}
{{- toJson $lifecycle -}}
{{- end }}

{{/* A time such as 500ms or 24h in milliseconds. */}}
{{- define "rabbitmq.milliseconds" -}}
{{- $factors := dict "ms" 1 "s" 1000 "m" 60000 "h" 3600000 -}}
{{- $number := regexFind "^[0-9]+" . -}}
{{- mul (int64 $number) (get $factors (trimPrefix $number .)) -}}
{{- end }}

{{/* An option as RabbitMQ has it, under "value" in JSON. Takes its form in files/topology.yaml, and its value. */}}
{{- define "rabbitmq.topology.value" -}}
{{- $form := first . | default "plain" -}}
{{- $value := last . -}}
{{- if eq $form "milliseconds" -}}
{{- $value = include "rabbitmq.milliseconds" $value | int64 -}}
{{- else if eq $form "bytes" -}}
{{- $value = include "rabbitmq.quantity" $value | float64 -}}
{{- else if eq $form "seconds" -}}
{{- $value = include "rabbitmq.seconds" $value -}}
{{- else if eq $form "number of seconds" -}}
{{- $value = include "rabbitmq.seconds" $value | trimSuffix "s" | int64 -}}
{{- end -}}
{{- dict "value" $value | toJson -}}
{{- end }}

{{- define "rabbitmq.topology.virtualHost" -}}
{{- $vhost := first . -}}
{{- $values := last . -}}
{{- $body := dict -}}
{{- range $option, $key := dict
  "description" "description" "tags" "tags" "defaultQueueType" "default_queue_type" "tracing" "tracing" -}}
{{- if hasKey $values $option -}}
{{- $_ := set $body $key (get $values $option) -}}
{{- end -}}
{{- end -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "retain") | fromJson -}}
{{- $object := merge (dict "kind" "vhost" "name" $vhost "body" $body) $lifecycle -}}
{{- $lines := list (include "rabbitmq.topology.line" $object) -}}
{{- if hasKey $values "limits" -}}
{{- $limits := include "rabbitmq.topology.limits" $values.limits | fromJson -}}
{{- $object := dict "kind" "vhost-limits" "vhost" $vhost "body" $limits -}}
{{- $lines = append $lines (include "rabbitmq.topology.line" $object) -}}
{{- end -}}
{{- toJson $lines -}}
{{- end }}

{{/* Limits of a virtual host or a user by their names in RabbitMQ, as JSON. */}}
{{- define "rabbitmq.topology.limits" -}}
{{- $limits := dict -}}
{{- range $option, $limit := . -}}
{{- $_ := set $limits (kebabcase $option) $limit -}}
{{- end -}}
{{- toJson $limits -}}
{{- end }}

{{/* A line of JSON. The following templates take the name of the virtual host, that of the object, and its values. */}}
{{- define "rabbitmq.topology.exchange" -}}
{{- $values := last . -}}
{{- $arguments := deepCopy (default dict $values.arguments) -}}
{{- with $values.alternateExchange -}}
{{- $_ := set $arguments "alternate-exchange" . -}}
{{- end -}}
{{- $body := dict "type" (default "direct" $values.type) "arguments" $arguments -}}
{{- $_ := set $body "durable" (dig "durable" true $values) -}}
{{- $_ := set $body "auto_delete" (dig "autoDelete" false $values) -}}
{{- $_ := set $body "internal" (dig "internal" false $values) -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "retain") | fromJson -}}
{{- $object := dict "kind" "exchange" "vhost" (first .) "name" (index . 1) "body" $body -}}
{{- include "rabbitmq.topology.line" (merge $object $lifecycle) -}}
{{- end }}

{{/* Options of a queue by their names in files/topology.yaml, as JSON. Takes the values of a queue, and its type. */}}
{{- define "rabbitmq.topology.queueOptions" -}}
{{- $values := first . -}}
{{- $options := omit $values "deadLetter" "delayedRetry" "groupSize" -}}
{{- range $key, $value := $values.deadLetter -}}
{{- $_ := set $options (printf "deadLetter%s" (title $key)) $value -}}
{{- end -}}
{{- with $values.delayedRetry -}}
{{- range $key, $value := merge (dict) . (dict "type" "all") -}}
{{- $_ := set $options (printf "delayedRetry%s" (title $key)) $value -}}
{{- end -}}
{{- end -}}
{{- with $values.groupSize -}}
{{- $_ := set $options (ternary "streamGroupSize" "quorumGroupSize" (eq (last $) "stream")) . -}}
{{- end -}}
{{- if not $values.singleActiveConsumer -}}
{{- $options = omit $options "singleActiveConsumer" -}}
{{- end -}}
{{- toJson $options -}}
{{- end }}

{{/* The same with files/topology.yaml before, and the values of the virtual host after it. */}}
{{- define "rabbitmq.topology.queue" -}}
{{- $values := index . 3 -}}
{{- $type := include "rabbitmq.topology.queueType" (list $values (last .)) -}}
{{- $facts := first . -}}
{{- $arguments := deepCopy (default dict $values.arguments) -}}
{{- $_ := set $arguments "x-queue-type" $type -}}
{{- range $option, $value := include "rabbitmq.topology.queueOptions" (list $values $type) | fromJson -}}
{{- with get $facts.queueArguments $option -}}
{{- $converted := include "rabbitmq.topology.value" (list .form $value) | fromJson -}}
{{- $_ := set $arguments .argument $converted.value -}}
{{- end -}}
{{- end -}}
{{- $body := dict "durable" (dig "durable" true $values) "auto_delete" (dig "autoDelete" false $values) -}}
{{- $_ := set $body "arguments" $arguments -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "retain") | fromJson -}}
{{- $object := dict "kind" "queue" "vhost" (index . 1) "name" (index . 2) "body" $body -}}
{{- include "rabbitmq.topology.line" (merge $object $lifecycle) -}}
{{- end }}

{{/* Routing keys of a super stream, in the order of its partitions, as a JSON list. Takes its values. */}}
{{- define "rabbitmq.topology.routingKeys" -}}
{{- $keys := default list .routingKeys -}}
{{- range $partition := until (default 0 .partitions | int) -}}
{{- $keys = append $keys (toString $partition) -}}
{{- end -}}
{{- toJson $keys -}}
{{- end }}

{{/* Names of the partitions of super streams, by the name of each. Takes the values of a virtual host. */}}
{{- define "rabbitmq.topology.partitions" -}}
{{- $partitions := dict -}}
{{- range $name, $stream := .superStreams -}}
{{- $names := list -}}
{{- range include "rabbitmq.topology.routingKeys" $stream | fromJsonArray -}}
{{- $names = append $names (printf "%s-%s" $name .) -}}
{{- end -}}
{{- $_ := set $partitions $name $names -}}
{{- end -}}
{{- toJson $partitions -}}
{{- end }}

{{/*
An exchange, and a stream and a binding for each partition, as a JSON list of lines. Takes
files/topology.yaml, the name of the virtual host, that of the super stream, and its values.
*/}}
{{- define "rabbitmq.topology.superStream" -}}
{{- $facts := first . -}}
{{- $vhost := index . 1 -}}
{{- $name := index . 2 -}}
{{- $values := omit (last .) "partitions" "routingKeys" -}}
{{- $stream := merge (dict "type" "stream") $values -}}
{{- $removal := pick $values "removalPolicy" -}}
{{- $exchange := merge (dict "arguments" (dict "x-super-stream" true)) $removal -}}
{{- $lines := list (include "rabbitmq.topology.exchange" (list $vhost $name $exchange)) -}}
{{- $bindings := list -}}
{{- range $order, $key := include "rabbitmq.topology.routingKeys" (last .) | fromJsonArray -}}
{{- $partition := printf "%s-%s" $name $key -}}
{{- $lines = append $lines (include "rabbitmq.topology.queue" (list $facts $vhost $partition $stream dict)) -}}
{{- $arguments := dict "x-stream-partition-order" $order -}}
{{- $binding := merge (dict "source" $name "routingKey" $key "arguments" $arguments) $removal -}}
{{- $bindings = append $bindings (include "rabbitmq.topology.binding" (list $vhost "queue" $partition $binding)) -}}
{{- end -}}
{{- concat $lines $bindings | toJson -}}
{{- end }}

{{/* The type of a queue. Takes its values and those of its virtual host. */}}
{{- define "rabbitmq.topology.queueType" -}}
{{- default (default "quorum" (last .).defaultQueueType) (first .).type -}}
{{- end }}

{{/* A binding. Takes the name of the virtual host, "queue" or "exchange", its name, and the values of the binding. */}}
{{- define "rabbitmq.topology.binding" -}}
{{- $values := last . -}}
{{- $arguments := deepCopy (default dict $values.headers) -}}
{{- if hasKey $values "headers" -}}
{{- $_ := set $arguments "x-match" (ternary "any" "all" (dig "matchAny" false $values)) -}}
{{- end -}}
{{- range $name, $value := $values.arguments -}}
{{- $_ := set $arguments $name $value -}}
{{- end -}}
{{- $body := dict "routing_key" (default "" $values.routingKey) "arguments" $arguments -}}
{{- $object := dict "kind" "binding" "vhost" (first .) "source" $values.source "body" $body -}}
{{- $_ := set $object "destination_type" (index . 1) -}}
{{- $_ := set $object "destination" (index . 2) -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "retain") | fromJson -}}
{{- include "rabbitmq.topology.line" (merge $object $lifecycle) -}}
{{- end }}

{{/* What a policy sets by its names in RabbitMQ, as JSON. Takes files/topology.yaml and a definition of values. */}}
{{- define "rabbitmq.topology.definition" -}}
{{- $facts := first . -}}
{{- $definition := deepCopy (default dict (last .).additional) -}}
{{- range $option, $value := omit (last .) "additional" -}}
{{- with get $facts.policyKeys $option -}}
{{- $converted := include "rabbitmq.topology.value" (list .form $value) | fromJson -}}
{{- $_ := set $definition .key $converted.value -}}
{{- end -}}
{{- end -}}
{{- toJson $definition -}}
{{- end }}

{{/* Takes files/topology.yaml, the kind, the name of the virtual host, that of the policy, and its values. */}}
{{- define "rabbitmq.topology.policy" -}}
{{- $values := last . -}}
{{- $definition := include "rabbitmq.topology.definition" (list (first .) $values.definition) | fromJson -}}
{{- $body := dict "pattern" $values.pattern "apply-to" (default "queues" $values.applyTo) "definition" $definition -}}
{{- $_ := set $body "priority" (dig "priority" 0 $values) -}}
{{- $object := dict "kind" (index . 1) "vhost" (index . 2) "name" (index . 3) "body" $body -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "retain") | fromJson -}}
{{- include "rabbitmq.topology.line" (merge $object $lifecycle) -}}
{{- end }}

{{/* A runtime parameter. Takes what says where it is, as a dict, and its values. */}}
{{- define "rabbitmq.topology.parameter" -}}
{{- $values := last . -}}
{{- $lifecycle := include "rabbitmq.topology.lifecycle" (list $values "retain") | fromJson -}}
{{- $object := merge (dict "body" (dict "value" $values.value)) (first .) $lifecycle -}}
{{- include "rabbitmq.topology.line" $object -}}
{{- end }}

{{/* All lines of a virtual host by object, as JSON. Takes files/topology.yaml, the name and the values. */}}
{{- define "rabbitmq.topology.virtualHostParts" -}}
{{- $facts := first . -}}
{{- $vhost := index . 1 -}}
{{- $values := last . -}}
{{- $parts := list (include "rabbitmq.topology.virtualHost" (list $vhost $values) | fromJsonArray) -}}
{{- range $name, $exchange := $values.exchanges -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.exchange" (list $vhost $name $exchange))) -}}
{{- end -}}
{{- range $name, $queue := $values.queues -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.queue" (list $facts $vhost $name $queue $values))) -}}
{{- end -}}
{{- range $name, $stream := $values.superStreams -}}
{{- $lines := include "rabbitmq.topology.superStream" (list $facts $vhost $name $stream) | fromJsonArray -}}
{{- $parts = append $parts $lines -}}
{{- end -}}
{{- range $kind := list "exchange" "queue" -}}
{{- range $name, $object := get $values (printf "%ss" $kind) | default dict -}}
{{- range $object.bindings -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.binding" (list $vhost $kind $name .))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $policy := $values.policies -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.policy" (list $facts "policy" $vhost $name $policy))) -}}
{{- end -}}
{{- range $name, $policy := $values.operatorPolicies -}}
{{- $line := include "rabbitmq.topology.policy" (list $facts "operator-policy" $vhost $name $policy) -}}
{{- $parts = append $parts (list $line) -}}
{{- end -}}
{{- $parameters := deepCopy (default dict $values.parameters) -}}
{{- range $component, $named := include "rabbitmq.topology.federation" $values | fromJson -}}
{{- $_ := set $parameters $component $named -}}
{{- end -}}
{{- $components := default dict $values.parameters | keys | sortAlpha -}}
{{- range $component := concat $components (list "federation-upstream" "federation-upstream-set") -}}
{{- range $name, $parameter := get $parameters $component -}}
{{- $object := dict "kind" "parameter" "vhost" $vhost "component" $component "name" $name -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.parameter" (list $object $parameter))) -}}
{{- end -}}
{{- end -}}
{{- toJson $parts -}}
{{- end }}

{{/* The lines of all objects, a list for each that the library declares, as JSON. */}}
{{- define "rabbitmq.topology.parts" -}}
{{- $parts := list -}}
{{- if include "rabbitmq.topology.isDeclared" . -}}
{{- $facts := .Files.Get "files/topology.yaml" | fromYaml -}}
{{- $topology := include "rabbitmq.topology" . | fromJson -}}
{{- $hosts := $topology.virtualHosts -}}
{{- range $name, $_ := $hosts -}}
{{- $parts = concat $parts (include "rabbitmq.topology.virtualHostParts" (list $facts $name .) | fromJsonArray) -}}
{{- end -}}
{{- range $vhost, $values := $hosts -}}
{{- range $name, $shovel := $values.shovels -}}
{{- $object := dict "kind" "parameter" "vhost" $vhost "component" "shovel" "name" $name -}}
{{- $parameter := include "rabbitmq.topology.shovel" (list $vhost $shovel) | fromJson -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.parameter" (list $object $parameter))) -}}
{{- end -}}
{{- end -}}
{{- range $name, $parameter := $topology.globalParameters -}}
{{- $object := dict "kind" "global-parameter" "name" $name -}}
{{- $parts = append $parts (list (include "rabbitmq.topology.parameter" (list $object $parameter))) -}}
{{- end -}}
{{- range include "rabbitmq.topology.users" . | fromYamlArray -}}
{{- $parts = append $parts (include "rabbitmq.topology.userLines" (set . "hosts" $hosts) | fromJsonArray) -}}
{{- end -}}
{{- end -}}
{{- toJson $parts -}}
{{- end }}

{{/* The number of these lists of all objects. */}}
{{- define "rabbitmq.topology.count" -}}
{{- $topology := include "rabbitmq.topology" . | fromJson -}}
{{- $count := include "rabbitmq.topology.users" . | fromYamlArray | len | add (len $topology.globalParameters) -}}
{{- range $vhost, $values := $topology.virtualHosts -}}
{{- $count = add1 $count -}}
{{- range $values.parameters -}}
{{- $count = add $count (len .) -}}
{{- end -}}
{{- range $field := list "exchanges" "queues" "superStreams" "policies" "operatorPolicies" "federationUpstreams"
  "federationUpstreamSets" "shovels" -}}
{{- range $name, $object := get $values $field | default dict -}}
{{- $count = add $count 1 (default list $object.bindings | len) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $count -}}
{{- end }}

{{/* Plugins that links to others, super streams and types of exchanges need, as a JSON list. */}}
{{- define "rabbitmq.topology.plugins" -}}
{{- $plugins := list -}}
{{- if include "rabbitmq.topology.isDeclared" . -}}
{{- $facts := .Files.Get "files/topology.yaml" | fromYaml -}}
{{- $version := include "rabbitmq.earliestVersion" . -}}
{{- range $vhost, $values := (include "rabbitmq.topology" . | fromJson).virtualHosts -}}
{{- if $values.federationUpstreams -}}
{{- $plugins = concat $plugins (list "rabbitmq_federation" "rabbitmq_federation_management") -}}
{{- end -}}
{{- if $values.shovels -}}
{{- $plugins = concat $plugins (list "rabbitmq_shovel" "rabbitmq_shovel_management") -}}
{{- end -}}
{{- if $values.superStreams -}}
{{- $plugins = append $plugins "rabbitmq_stream" -}}
{{- $plugins = append $plugins "rabbitmq_stream_management" -}}
{{- end -}}
{{- range $name, $exchange := $values.exchanges -}}
{{- with get $facts.exchangePlugins (default "direct" $exchange.type) -}}
{{- if semverCompare (printf "<%s.0" (default "99.0" .builtIn)) $version -}}
{{- $plugins = append $plugins .plugin -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- uniq $plugins | toJson -}}
{{- end }}
