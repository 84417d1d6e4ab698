{{/* Errors in federation upstream sets and shovels. Takes the dict of "rabbitmq.errors.topologyNames" with hosts. */}}
{{- define "rabbitmq.errors.links" -}}
{{- $errors := list -}}
{{- $vhost := printf `"%s"` .vhost -}}
{{- range $name, $set := .values.federationUpstreamSets -}}
{{- if eq $name "all" -}}
{{- $errors = append $errors (index $.messages "federation-set-all") -}}
{{- end -}}
{{- range $set.upstreams -}}
{{- if not (hasKey (default dict $.values.federationUpstreams) .) -}}
{{- $message := index $.messages "federation-upstream-unknown" -}}
{{- $errors = append $errors (printf $message (printf `"%s"` $name) $vhost (printf `"%s"` .)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $shovel := .values.shovels -}}
{{- range $option, $end := dict "destination" $shovel.destination "source" $shovel.source -}}
{{- $what := printf `%s of shovel "%s" in virtual host %s` $option $name $vhost -}}
{{- $item := merge (dict "what" $what "end" $end) $ -}}
{{- $errors = concat $errors (include "rabbitmq.errors.shovelEnd" $item | fromJsonArray) -}}
{{- end -}}
{{- $ends := include "rabbitmq.topology.shovelledQueues" (list $.vhost $shovel) | fromJson -}}
{{- if and $ends.source $ends.destination -}}
{{- $left := list $.hosts $ends.source (list) -}}
{{- if include "rabbitmq.topology.leadsTo" (append $left $ends.destination) -}}
{{- $errors = append $errors (printf (index $.messages "shovel-loop") (printf `"%s"` $name) $vhost) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* Takes what the errors of links take, with end: the values of an end; what: its name in messages. */}}
{{- define "rabbitmq.errors.shovelEnd" -}}
{{- $errors := list -}}
{{- $hasQueue := hasKey .end "queue" -}}
{{- if eq $hasQueue (hasKey .end "exchange") -}}
{{- $which := ternary "both a queue and" "neither a queue nor" $hasQueue -}}
{{- $errors = append $errors (printf (index .messages "shovel-end-objects") .what $which) -}}
{{- else if .end.uri -}}
{{- if hasKey .end "virtualHost" -}}
{{- $errors = append $errors (printf (index .messages "shovel-end-virtual-host") .what) -}}
{{- end -}}
{{- else -}}
{{- $place := default .vhost .end.virtualHost -}}
{{- $host := get .hosts $place | default dict -}}
{{- $known := concat (default dict $host.queues | keys) (default list $host.importedQueues) -}}
{{- if not $hasQueue -}}
{{- $known = ternary (include "rabbitmq.topology.knownExchanges" $host | fromJsonArray) list (hasKey .hosts $place) -}}
{{- end -}}
{{- $kind := ternary "queue" "exchange" $hasQueue -}}
{{- $name := get .end $kind -}}
{{- if not (has $name $known) -}}
{{- $names := list (printf `%s "%s"` $kind $name) (printf `"%s"` $place) (printf "%ss" $kind) -}}
{{- $message := index .messages "shovel-end-unknown" -}}
{{- $errors = append $errors (printf $message .what (index $names 0) (index $names 1) (index $names 2)) -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{/* Queues of this cluster that a shovel reads and writes, as JSON. Takes its virtual host, and its values. */}}
{{- define "rabbitmq.topology.shovelledQueues" -}}
{{- $vhost := first . -}}
{{- $queues := dict -}}
{{- range $option, $end := pick (last .) "source" "destination" -}}
{{- if and $end.queue (not $end.uri) -}}
{{- $_ := set $queues $option (list (default $vhost $end.virtualHost) $end.queue | toJson) -}}
{{- end -}}
{{- end -}}
{{- toJson $queues -}}
{{- end }}

{{/*
True if shovels move messages of a queue to another one. Takes virtual hosts, the other queue, queues that were on the
way, and the queue.
*/}}
{{- define "rabbitmq.topology.leadsTo" -}}
{{- $hosts := first . -}}
{{- $target := index . 1 -}}
{{- $seen := index . 2 -}}
{{- $queue := last . -}}
{{- if eq $queue $target -}}
true
{{- else if not (has $queue $seen) -}}
{{- $leads := false -}}
{{- range $vhost, $values := $hosts -}}
{{- range $name, $shovel := $values.shovels -}}
{{- $ends := include "rabbitmq.topology.shovelledQueues" (list $vhost $shovel) | fromJson -}}
{{- if and (not $leads) $ends.destination (eq (default "" $ends.source) $queue) -}}
{{- $leads = include "rabbitmq.topology.leadsTo" (list $hosts $target (append $seen $queue) $ends.destination) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $leads -}}
true
{{- end -}}
{{- end -}}
{{- end }}
