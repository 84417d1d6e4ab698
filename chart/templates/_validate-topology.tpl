{{/* Errors in the topology, as a JSON list. */}}
{{- define "rabbitmq.errors.topology" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- if include "rabbitmq.topology.isDeclared" . -}}
{{- $topology := include "rabbitmq.topology" . | fromJson -}}
{{- $facts := .Files.Get "files/topology.yaml" | fromYaml -}}
{{- $name := include "rabbitmq.fullname" . -}}
{{- if gt (len $name) 43 -}}
{{- $errors = append $errors (printf (index $messages "topology-name") $name) -}}
{{- end -}}
{{- range $vhost, $values := $topology.virtualHosts -}}
{{- $host := dict "root" $ "vhost" $vhost "values" $values "messages" $messages "facts" $facts -}}
{{- $errors = concat $errors
  (include "rabbitmq.errors.topologyNames" $host | fromJsonArray)
  (include "rabbitmq.errors.virtualHost" $host | fromJsonArray)
  (include "rabbitmq.errors.references" $host | fromJsonArray)
  (include "rabbitmq.errors.exchanges" $host | fromJsonArray)
  (include "rabbitmq.errors.superStreams" $host | fromJsonArray)
  (include "rabbitmq.errors.queues" $host | fromJsonArray)
  (include "rabbitmq.errors.policies" $host | fromJsonArray)
  (include "rabbitmq.errors.rivals" $host | fromJsonArray)
  (include "rabbitmq.errors.links" (set $host "hosts" $topology.virtualHosts) | fromJsonArray) -}}
{{- end -}}
{{- range $name, $_ := $topology.globalParameters -}}
{{- $quoted := printf `"%s"` $name -}}
{{- if gt (len $name) 255 -}}
{{- $errors = append $errors (printf (index $messages "topology-name-long") "global parameter" $quoted) -}}
{{- else if hasPrefix "cdk8s-rabbitmq.topology." $name -}}
{{- $errors = append $errors (printf (index $messages "global-parameter-reserved") $quoted) -}}
{{- end -}}
{{- end -}}
{{- range $name, $values := $topology.users -}}
{{- $user := dict "root" $ "name" $name "values" $values "messages" $messages -}}
{{- $_ := set $user "hosts" $topology.virtualHosts -}}
{{- $errors = concat $errors
  (include "rabbitmq.errors.user" $user | fromJsonArray)
  (include "rabbitmq.errors.permissions" $user | fromJsonArray) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* True if the cluster runs a release before a series. Takes the root context and the series. */}}
{{- define "rabbitmq.isBefore" -}}
{{- if semverCompare (printf "<%s.0" (last .)) (include "rabbitmq.earliestVersion" (first .)) -}}
true
{{- end -}}
{{- end }}

{{/*
Names that RabbitMQ refuses. This and what follows takes a dict: root: the root context; vhost, values: the name and the
values of a virtual host; messages: formats of messages; facts: files/topology.yaml
*/}}
{{- define "rabbitmq.errors.topologyNames" -}}
{{- $errors := list -}}
{{- $kinds := dict "virtual host" (dict .vhost dict) -}}
{{- range $kind, $field := dict
  "exchange" "exchanges" "queue" "queues" "super stream" "superStreams"
  "policy" "policies" "operator-policy" "operatorPolicies" "shovel" "shovels"
  "federation-upstream" "federationUpstreams" "federation-upstream-set" "federationUpstreamSets" -}}
{{- $_ := set $kinds $kind (get $.values $field | default dict) -}}
{{- end -}}
{{- $kinds = merge $kinds (default dict .values.parameters) -}}
{{- range $kind, $objects := $kinds -}}
{{- range $name, $_ := $objects -}}
{{- if gt (len $name) 255 -}}
{{- $errors = append $errors (printf (index $.messages "topology-name-long") $kind (quote $name)) -}}
{{- else if and (has $kind (list "exchange" "queue" "super stream")) (hasPrefix "amq." $name) -}}
{{- $errors = append $errors (printf (index $.messages "topology-name-reserved") $kind (quote $name)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.virtualHost" -}}
{{- $errors := list -}}
{{- $vhost := printf `"%s"` .vhost -}}
{{- $queues := default dict .values.queues | len -}}
{{- range include "rabbitmq.topology.partitions" .values | fromJson -}}
{{- $queues = add $queues (len .) -}}
{{- end -}}
{{- if hasKey (default dict .values.limits) "maxQueues" -}}
{{- $limit := .values.limits.maxQueues | int -}}
{{- if gt (int $queues) $limit -}}
{{- $numbers := list (toString $limit) (toString $queues) -}}
{{- $message := index .messages "virtual-host-full" -}}
{{- $errors = append $errors (printf $message (first $numbers) (last $numbers) $vhost) -}}
{{- end -}}
{{- end -}}
{{- if and .values.defaultQueueType (include "rabbitmq.isBefore" (list .root "3.11")) -}}
{{- $version := include "rabbitmq.version" .root -}}
{{- $errors = append $errors (printf (index .messages "default-queue-type-of-series") $vhost $version) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* Exchanges that objects name, as a JSON list: what names one; name. */}}
{{- define "rabbitmq.topology.references" -}}
{{- $references := list -}}
{{- range $name, $exchange := .values.exchanges -}}
{{- with $exchange.alternateExchange -}}
{{- $what := printf `alternateExchange of exchange "%s"` $name -}}
{{- $references = append $references (dict "what" $what "name" .) -}}
{{- end -}}
{{- end -}}
{{- range $name, $queue := .values.queues -}}
{{- with $queue.deadLetter -}}
{{- $what := printf `deadLetter.exchange of queue "%s"` $name -}}
{{- $references = append $references (dict "what" $what "name" .exchange) -}}
{{- end -}}
{{- end -}}
{{- range $kind := list "exchange" "queue" -}}
{{- range $name, $object := get $.values (printf "%ss" $kind) | default dict -}}
{{- range $object.bindings -}}
{{- $what := printf `source of a binding of %s "%s"` $kind $name -}}
{{- $references = append $references (dict "what" $what "name" .source) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $policy := .values.policies -}}
{{- range $option := list "deadLetterExchange" "alternateExchange" -}}
{{- if hasKey $policy.definition $option -}}
{{- $what := printf `%s of policy "%s"` $option $name -}}
{{- $references = append $references (dict "what" $what "name" (get $policy.definition $option)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $references -}}
{{- end }}

{{/* Names of exchanges that objects can name, as a JSON list. Takes the values of a virtual host. */}}
{{- define "rabbitmq.topology.knownExchanges" -}}
{{- $builtIn := list "amq.direct" "amq.fanout" "amq.headers" "amq.match" "amq.topic" "amq.rabbitmq.trace" -}}
{{- concat $builtIn (default dict .exchanges | keys) (default list .importedExchanges) | toJson -}}
{{- end }}

{{- define "rabbitmq.errors.references" -}}
{{- $errors := list -}}
{{- $known := include "rabbitmq.topology.knownExchanges" .values | fromJsonArray -}}
{{- range include "rabbitmq.topology.references" . | fromJsonArray -}}
{{- if not (has .name (append $known "")) -}}
{{- $message := index $.messages "exchange-unknown" -}}
{{- $errors = append $errors (printf $message .what (printf `"%s"` $.vhost) (printf `"%s"` .name)) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.superStreams" -}}
{{- $errors := list -}}
{{- range $name, $stream := .values.superStreams -}}
{{- $hasNumber := hasKey $stream "partitions" -}}
{{- if eq $hasNumber (hasKey $stream "routingKeys") -}}
{{- $which := ternary "both" "neither" $hasNumber -}}
{{- $errors = append $errors (printf (index $.messages "super-stream-partitions") (printf `"%s"` $name) $which) -}}
{{- end -}}
{{- if hasKey (default dict $.values.exchanges) $name -}}
{{- $named := printf `exchange "%s" in virtual host "%s"` $name $.vhost -}}
{{- $errors = append $errors (printf (index $.messages "declared-twice") $named) -}}
{{- end -}}
{{- end -}}
{{- range $stream, $partitions := include "rabbitmq.topology.partitions" .values | fromJson -}}
{{- range $partitions -}}
{{- if gt (len .) 255 -}}
{{- $errors = append $errors (printf (index $.messages "topology-name-long") "partition" (printf `"%s"` .)) -}}
{{- else if hasKey (default dict $.values.queues) . -}}
{{- $named := printf `queue "%s" in virtual host "%s"` . $.vhost -}}
{{- $errors = append $errors (printf (index $.messages "declared-twice") $named) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.exchanges" -}}
{{- $errors := list -}}
{{- range $name, $exchange := .values.exchanges -}}
{{- $named := printf `exchange "%s"` $name -}}
{{- $type := default "direct" $exchange.type -}}
{{- if eq $type "x-delayed-message" -}}
{{- if not (kindIs "string" (get (default dict $exchange.arguments) "x-delayed-type" | default 0)) -}}
{{- $where := printf `%s in virtual host "%s"` $named $.vhost -}}
{{- $errors = append $errors (printf (index $.messages "exchange-delayed-type") $where) -}}
{{- end -}}
{{- else if and (eq $type "x-local-random") (include "rabbitmq.isBefore" (list $.root "4.0")) -}}
{{- $version := include "rabbitmq.version" $.root -}}
{{- $errors = append $errors (printf (index $.messages "exchange-type-of-series") $named $version) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.queues" -}}
{{- $errors := list -}}
{{- $version := include "rabbitmq.version" .root -}}
{{- range $name, $queue := .values.queues -}}
{{- $where := printf `queue "%s" in virtual host "%s"` $name $.vhost -}}
{{- $type := include "rabbitmq.topology.queueType" (list $queue $.values) -}}
{{- $options := include "rabbitmq.topology.queueOptions" (list $queue $type) | fromJson -}}
{{- range $option, $_ := $options -}}
{{- with get $.facts.queueArguments $option -}}
{{- $written := default $option .prop -}}
{{- $since := get (default dict .since) $type -}}
{{- if not (has $type .types) -}}
{{- $message := index $.messages "queue-argument-of-other-type" -}}
{{- $errors = append $errors (printf $message $written $where $type (join " and " .types)) -}}
{{- else if and $since (include "rabbitmq.isBefore" (list $.root $since)) -}}
{{- $message := index $.messages "queue-argument-of-other-series" -}}
{{- $errors = append $errors (printf $message $written $where $since $version) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $argument, $_ := $queue.arguments -}}
{{- $types := get $.facts.argumentTypes $argument | default (list $type) -}}
{{- if not (has $type $types) -}}
{{- $written := printf `"%s" in arguments` $argument -}}
{{- $message := index $.messages "queue-argument-of-other-type" -}}
{{- $errors = append $errors (printf $message $written $where $type (join " and " $types)) -}}
{{- end -}}
{{- end -}}
{{- with $queue.delayedRetry -}}
{{- $min := include "rabbitmq.milliseconds" .min -}}
{{- if gt (int64 $min) (include "rabbitmq.milliseconds" .max | int64) -}}
{{- $errors = append $errors (printf (index $.messages "queue-delayed-retry-range") $where $min) -}}
{{- end -}}
{{- end -}}
{{- if ne $type "classic" -}}
{{- $transient := not (dig "durable" true $queue) -}}
{{- if or $transient $queue.autoDelete -}}
{{- $what := ternary "durable is false" "autoDelete is true" $transient -}}
{{- $errors = append $errors (printf (index $.messages "queue-replicated-transient") $what $where $type) -}}
{{- end -}}
{{- end -}}
{{- if and (eq $type "quorum") (eq (default "" $queue.overflow) "reject-publish-dlx") -}}
{{- $errors = append $errors (printf (index $.messages "queue-overflow-of-other-type") $where) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* True if a pattern is a glob of a shell rather than a regular expression. Groups, classes and escapes aren't. */}}
{{- define "rabbitmq.isGlob" -}}
{{- $pattern := regexReplaceAll `\[[^\]]*\]` (regexReplaceAll `\\[\s\S]` . "%") "%" -}}
{{- range until 16 -}}
{{- $pattern = regexReplaceAll `\([^()]*\)` $pattern "%" -}}
{{- end -}}
{{- if regexMatch `(^|\|)(\^?\*|[\w.:@/-]*[\w:@/-]\*(\||$))` $pattern -}}
true
{{- end -}}
{{- end }}

{{/* A glob as the regular expression that it was meant to be. */}}
{{- define "rabbitmq.globAsPattern" -}}
{{- $patterns := list -}}
{{- range splitList "|" . -}}
{{- $dots := regexReplaceAll `\\?\.` (trimPrefix "^" .) `\.` -}}
{{- $patterns = append $patterns (printf "^%s" (replace "*" ".*" $dots)) -}}
{{- end -}}
{{- join "|" $patterns -}}
{{- end }}

{{/* True if a key has an effect on what a policy applies to. Takes facts, the key and the target. */}}
{{- define "rabbitmq.topology.keyFits" -}}
{{- $facts := first . -}}
{{- $key := index . 1 -}}
{{- $target := last . -}}
{{- $fits := eq $target "all" -}}
{{- if has $key $facts.exchangeKeys -}}
{{- $fits = or $fits (eq $target "exchanges") (and (ne $key "alternate-exchange") (ne $target "streams")) -}}
{{- else -}}
{{- range get $facts.targetTypes $target -}}
{{- $fits = or $fits (has . (get $facts.keyTypes $key | default (list .))) -}}
{{- end -}}
{{- end -}}
{{- if $fits -}}
true
{{- end -}}
{{- end }}

{{/* Policies and operator policies of a virtual host, as a JSON list. */}}
{{- define "rabbitmq.topology.policies" -}}
{{- $policies := list -}}
{{- range $field, $kind := dict "policies" "policy" "operatorPolicies" "operator policy" -}}
{{- range $name, $policy := get $.values $field | default dict -}}
{{- $definition := include "rabbitmq.topology.definition" (list $.facts $policy.definition) | fromJson -}}
{{- $where := printf `%s "%s" in virtual host "%s"` $kind $name $.vhost -}}
{{- $item := dict "kind" $kind "name" $name "where" $where "definition" $definition "pattern" $policy.pattern -}}
{{- $_ := set $item "target" (default "queues" $policy.applyTo) -}}
{{- $_ := set $item "priority" (dig "priority" 0 $policy | int) -}}
{{- $policies = append $policies $item -}}
{{- end -}}
{{- end -}}
{{- toJson $policies -}}
{{- end }}

{{- define "rabbitmq.errors.policies" -}}
{{- $errors := list -}}
{{- $messages := .messages -}}
{{- $version := include "rabbitmq.version" .root -}}
{{- range $policy := include "rabbitmq.topology.policies" . | fromJsonArray -}}
{{- $where := .where -}}
{{- if include "rabbitmq.isGlob" .pattern -}}
{{- $globs := list (printf `"%s"` .pattern) (include "rabbitmq.globAsPattern" .pattern | printf `"%s"`) -}}
{{- $errors = append $errors (printf (index $messages "policy-pattern-glob") $where (first $globs) (last $globs)) -}}
{{- end -}}
{{- $isNewTarget := has .target (list "classic_queues" "quorum_queues" "streams") -}}
{{- if and $isNewTarget (include "rabbitmq.isBefore" (list $.root "3.12")) -}}
{{- $target := printf `"%s"` .target -}}
{{- $errors = append $errors (printf (index $messages "policy-target-of-series") $where $target $version) -}}
{{- end -}}
{{- $isOperator := eq .kind "operator policy" -}}
{{- $series := ternary $.facts.operatorKeys $.facts.keySeries $isOperator -}}
{{- range $key, $_ := .definition -}}
{{- $quoted := printf `"%s"` $key -}}
{{- $since := get $series $key -}}
{{- if not (include "rabbitmq.topology.keyFits" (list $.facts $key $policy.target)) -}}
{{- $target := printf `"%s"` $policy.target -}}
{{- $errors = append $errors (printf (index $messages "policy-key-of-other-target") $where $quoted $target) -}}
{{- end -}}
{{- if and $isOperator (empty $since) -}}
{{- $errors = append $errors (printf (index $messages "operator-policy-key") $where $quoted) -}}
{{- else if and $since (include "rabbitmq.isBefore" (list $.root $since)) -}}
{{- $message := index $messages "policy-key-of-other-series" -}}
{{- $errors = append $errors (printf $message $where $quoted $since $version) -}}
{{- else if and (hasPrefix "ha-" $key) (not (include "rabbitmq.isBefore" (list $.root "4.0"))) -}}
{{- $errors = append $errors (printf (index $messages "policy-key-removed") $where $quoted) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* True if a pattern matches a name; not so for one that only RabbitMQ can read. */}}
{{- define "rabbitmq.matchesName" -}}
{{- if regexMatch (first .) (last .) -}}
true
{{- end -}}
{{- end }}

{{/* True if a pattern matches every name, as .* does. */}}
{{- define "rabbitmq.matchesAll" -}}
{{- if and (regexMatch `^\^?(\(\?:)?(\.[*+])?\)?\$?$` .) (ne . "^$") -}}
true
{{- end -}}
{{- end }}

{{/* Objects of a virtual host that a policy matches, as a JSON list: queue "a", exchange "b". */}}
{{- define "rabbitmq.topology.matched" -}}
{{- $host := first . -}}
{{- $policy := last . -}}
{{- $matched := list -}}
{{- $types := get $host.facts.targetTypes $policy.target -}}
{{- range $name, $queue := $host.values.queues -}}
{{- $type := include "rabbitmq.topology.queueType" (list $queue $host.values) -}}
{{- if and (has $type $types) (include "rabbitmq.matchesName" (list $policy.pattern $name)) -}}
{{- $matched = append $matched (printf `queue "%s"` $name) -}}
{{- end -}}
{{- end -}}
{{- range $stream, $partitions := include "rabbitmq.topology.partitions" $host.values | fromJson -}}
{{- range $partitions -}}
{{- if and (has "stream" $types) (include "rabbitmq.matchesName" (list $policy.pattern .)) -}}
{{- $matched = append $matched (printf `queue "%s"` .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if has $policy.target (list "all" "exchanges") -}}
{{- range $field := list "exchanges" "superStreams" -}}
{{- range $name, $_ := get $host.values $field | default dict -}}
{{- if include "rabbitmq.matchesName" (list $policy.pattern $name) -}}
{{- $matched = append $matched (printf `exchange "%s"` $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $matched -}}
{{- end }}

{{/* What two policies both match: the first declared object, or what the narrower pattern matches. */}}
{{- define "rabbitmq.topology.overlap" -}}
{{- $host := first . -}}
{{- $one := index . 1 -}}
{{- $other := last . -}}
{{- $mine := include "rabbitmq.topology.matched" (list $host $one) | fromJsonArray -}}
{{- $what := "" -}}
{{- range include "rabbitmq.topology.matched" (list $host $other) | fromJsonArray -}}
{{- if and (empty $what) (has . $mine) -}}
{{- $what = . -}}
{{- end -}}
{{- end -}}
{{- $types := get $host.facts.targetTypes $other.target -}}
{{- $bothAll := list "all" "exchanges" -}}
{{- $isShared := and (has $one.target $bothAll) (has $other.target $bothAll) -}}
{{- range get $host.facts.targetTypes $one.target -}}
{{- $isShared = or $isShared (has . $types) -}}
{{- end -}}
{{- $oneIsAll := eq (include "rabbitmq.matchesAll" $one.pattern) "true" -}}
{{- $isAny := or (eq $one.pattern $other.pattern) $oneIsAll (include "rabbitmq.matchesAll" $other.pattern) -}}
{{- if and (empty $what) $isShared $isAny -}}
{{- $what = printf `what matches "%s"` (ternary $other.pattern $one.pattern $oneIsAll) -}}
{{- end -}}
{{- $what -}}
{{- end }}

{{/* Policies of one priority that match the same. */}}
{{- define "rabbitmq.errors.rivals" -}}
{{- $errors := list -}}
{{- $policies := include "rabbitmq.topology.policies" . | fromJsonArray -}}
{{- range $index, $one := $policies -}}
{{- $found := false -}}
{{- range $other := slice $policies (add1 $index | int) -}}
{{- if and (not $found) (eq $one.kind $other.kind) (eq $one.priority $other.priority) -}}
{{- with include "rabbitmq.topology.overlap" (list $ $one $other) -}}
{{- $found = true -}}
{{- $name := printf `"%s"` $other.name -}}
{{- $priority := toString $one.priority -}}
{{- $message := index $.messages "policies-of-one-priority" -}}
{{- $errors = append $errors (printf $message $one.where $name . $priority) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/*
Takes a dict: root: the root context; name, values: the name and the values of a user; hosts: virtual hosts; messages
*/}}
{{- define "rabbitmq.errors.user" -}}
{{- $errors := list -}}
{{- $login := .root.Values.credentials -}}
{{- $administrator := ternary $login.username "" (empty $login.existingSecret) -}}
{{- $name := printf `"%s"` .name -}}
{{- if eq .name "guest" -}}
{{- $errors = append $errors (index .messages "user-name") -}}
{{- else if and (eq .name $administrator) (empty .values.existingSecret) -}}
{{- $cluster := include "rabbitmq.fullname" .root | printf `"%s"` -}}
{{- $errors = append $errors (printf (index .messages "user-administrator") $name $cluster) -}}
{{- end -}}
{{- $platform := ternary (list "topology-reader") list .root.Values.exporter.enabled -}}
{{- range include "rabbitmq.platformUsers" .root | fromYamlArray -}}
{{- $platform = append $platform .name -}}
{{- end -}}
{{- if has .name $platform -}}
{{- $errors = append $errors (printf (index .messages "user-of-platform") $name) -}}
{{- end -}}
{{- if and .values.passwordHash (or .values.existingSecret .values.secretName) -}}
{{- $other := ternary "existingSecret" "secretName" (not (empty .values.existingSecret)) -}}
{{- $errors = append $errors (printf (index .messages "user-secrets") $name $other) -}}
{{- else if and .values.existingSecret .values.secretName -}}
{{- $secrets := list (printf `"%s"` .values.secretName) (printf `"%s"` .values.existingSecret) -}}
{{- $errors = append $errors (printf (index .messages "user-secret-name") (first $secrets) (last $secrets)) -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.errors.permissions" -}}
{{- $errors := list -}}
{{- $user := printf `"%s"` .name -}}
{{- $patterns := list -}}
{{- range $vhost, $rights := .values.permissions -}}
{{- range $right := list "configure" "write" "read" -}}
{{- $item := dict "right" (printf "permissions.%s" $right) "vhost" $vhost -}}
{{- $patterns = append $patterns (set $item "pattern" (get $rights $right)) -}}
{{- end -}}
{{- $host := get $.hosts $vhost | default dict -}}
{{- $isDeclared := hasKey $.hosts $vhost -}}
{{- $exchanges := append (include "rabbitmq.topology.knownExchanges" $host | fromJsonArray) "amq.default" -}}
{{- $queues := concat (default dict $host.queues | keys) (default list $host.importedQueues) -}}
{{- $streams := default dict $host.superStreams | keys -}}
{{- $known := dict "publish" (concat $exchanges $streams) "consume" (concat $queues $streams) -}}
{{- $_ := set $known "declare" (concat $queues $exchanges) -}}
{{- $kinds := dict "publish" "exchange or super stream" "consume" "queue or super stream" -}}
{{- $_ := set $kinds "declare" "exchange or queue" -}}
{{- range $right := list "publish" "consume" "declare" -}}
{{- range get $rights $right | default list -}}
{{- if not (and $isDeclared (has . (get $known $right))) -}}
{{- $message := index $.messages "right-unknown" -}}
{{- $names := list (printf `"%s"` $vhost) (printf `"%s"` .) (get $kinds $right) -}}
{{- $message = printf $message $.name $right (index $names 0) (index $names 1) (index $names 2) -}}
{{- $errors = append $errors $message -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $vhost, $exchanges := .values.topicPermissions -}}
{{- range $exchange, $rights := $exchanges -}}
{{- range $right := list "write" "read" -}}
{{- $item := dict "right" (printf "topicPermissions.%s" $right) "vhost" $vhost -}}
{{- $patterns = append $patterns (set $item "pattern" (get $rights $right)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $patterns -}}
{{- /* Go has not all forms of Erlang's expressions: groups, escapes, ranges, long and possessive repetitions */ -}}
{{- $ofErlang := `\(\?|\(\*|\\[^0ABCDPSWabdfnprstvwxz_\W]|-\\|[{,][0-9]{4}|[*+?}]\+` -}}
{{- $isOfErlang := regexMatch $ofErlang (default "" .pattern) -}}
{{- $isSkipped := or (empty .pattern) $isOfErlang (include "rabbitmq.isGlob" .pattern) -}}
{{- if and (not $isSkipped) (not (regexMatch (printf "(%s)|^" .pattern) "")) -}}
{{- $wrong := printf `"%s"` .pattern -}}
{{- $message := index $.messages "permission-pattern" -}}
{{- $errors = append $errors (printf $message .right $user (printf `"%s"` .vhost) $wrong) -}}
{{- end -}}
{{- if include "rabbitmq.isGlob" .pattern -}}
{{- $glob := printf `"%s"` .pattern -}}
{{- $meant := include "rabbitmq.globAsPattern" .pattern | printf `"%s"` -}}
{{- $message := index $.messages "permission-glob" -}}
{{- $errors = append $errors (printf $message .right $user (printf `"%s"` .vhost) $glob $meant) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}
