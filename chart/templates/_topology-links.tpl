{{/* Options of a link by their names in RabbitMQ, as JSON. Takes names by option, and the values of the link. */}}
{{- define "rabbitmq.topology.linkOptions" -}}
{{- $values := last . -}}
{{- $options := dict -}}
{{- $forms := dict "reconnectDelay" "number of seconds" "expires" "milliseconds" -}}
{{- range $option, $key := merge (dict "ackMode" "ack-mode" "reconnectDelay" "reconnect-delay") (first .) -}}
{{- if hasKey $values $option -}}
{{- $converted := include "rabbitmq.topology.value" (list (get $forms $option) (get $values $option)) | fromJson -}}
{{- $_ := set $options $key $converted.value -}}
{{- end -}}
{{- end -}}
{{- toJson $options -}}
{{- end }}

{{/* What the program apply-topology replaces by a value of a Secret, as JSON. Takes the Secret and its key. */}}
{{- define "rabbitmq.topology.fromSecret" -}}
{{- dict "fromSecret" .existingSecret "key" (default "uri" .key) | toJson -}}
{{- end }}

{{/* Federation upstreams and their sets as JSON, by component and name. Takes the values of a virtual host. */}}
{{- define "rabbitmq.topology.federation" -}}
{{- $upstreams := dict -}}
{{- range $name, $upstream := .federationUpstreams -}}
{{- $keys := dict "exchange" "exchange" "queue" "queue" "prefetchCount" "prefetch-count" -}}
{{- $keys = merge $keys (dict "maxHops" "max-hops" "expires" "expires") -}}
{{- $value := include "rabbitmq.topology.linkOptions" (list $keys $upstream) | fromJson -}}
{{- $_ := set $value "uri" (include "rabbitmq.topology.fromSecret" $upstream.uri | fromJson) -}}
{{- range $key, $more := $upstream.additional -}}
{{- $_ := set $value $key $more -}}
{{- end -}}
{{- $_ := set $upstreams $name (merge (dict "value" $value) (pick $upstream "removalPolicy")) -}}
{{- end -}}
{{- $sets := dict -}}
{{- range $name, $set := .federationUpstreamSets -}}
{{- $value := list -}}
{{- range $set.upstreams -}}
{{- $value = append $value (dict "upstream" .) -}}
{{- end -}}
{{- $_ := set $sets $name (merge (dict "value" $value) (pick $set "removalPolicy")) -}}
{{- end -}}
{{- dict "federation-upstream" $upstreams "federation-upstream-set" $sets | toJson -}}
{{- end }}

{{/* A name as a part of a URI. */}}
{{- define "rabbitmq.uriPart" -}}
{{- $escaped := urlquery . | replace "+" "%20" -}}
{{- range $code, $character := dict "%21" "!" "%27" "'" "%28" "(" "%29" ")" "%2A" "*" -}}
{{- $escaped = replace $code $character $escaped -}}
{{- end -}}
{{- $escaped -}}
{{- end }}

{{/* A shovel as a parameter, as JSON. Takes the name of its virtual host, and its values. */}}
{{- define "rabbitmq.topology.shovel" -}}
{{- $vhost := first . -}}
{{- $values := last . -}}
{{- $keys := dict "prefetchCount" "src-prefetch-count" -}}
{{- $value := include "rabbitmq.topology.linkOptions" (list $keys $values) | fromJson -}}
{{- range $prefix, $end := dict "src" $values.source "dest" $values.destination -}}
{{- $_ := set $value (printf "%s-protocol" $prefix) "amqp091" -}}
{{- $uri := include "rabbitmq.uriPart" (default $vhost $end.virtualHost) | printf "amqp:///%s" -}}
{{- $_ := set $value (printf "%s-uri" $prefix) $uri -}}
{{- with $end.uri -}}
{{- $_ := set $value (printf "%s-uri" $prefix) (include "rabbitmq.topology.fromSecret" . | fromJson) -}}
{{- end -}}
{{- range $option, $key := dict "queue" "queue" "exchange" "exchange" "routingKey" "exchange-key" -}}
{{- if hasKey $end $option -}}
{{- $_ := set $value (printf "%s-%s" $prefix $key) (get $end $option) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $key, $more := $values.additional -}}
{{- $_ := set $value $key $more -}}
{{- end -}}
{{- merge (dict "value" $value) (pick $values "removalPolicy") | toJson -}}
{{- end }}

{{/* URIs and egress of upstreams, and of both ends of shovels, as a JSON list in the order of the library. */}}
{{- define "rabbitmq.topology.remotes" -}}
{{- $remotes := list -}}
{{- if include "rabbitmq.topology.isDeclared" . -}}
{{- $hosts := (include "rabbitmq.topology" . | fromJson).virtualHosts -}}
{{- range $vhost, $values := $hosts -}}
{{- range $name, $upstream := $values.federationUpstreams -}}
{{- $remotes = append $remotes (pick $upstream "uri" "egress") -}}
{{- end -}}
{{- end -}}
{{- range $vhost, $values := $hosts -}}
{{- range $name, $shovel := $values.shovels -}}
{{- $remotes = append $remotes (pick $shovel.source "uri" "egress") -}}
{{- $remotes = append $remotes (pick $shovel.destination "uri" "egress") -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $remotes -}}
{{- end }}

{{/* Peers that brokers may connect to for links, as a JSON list. */}}
{{- define "rabbitmq.topology.egress" -}}
{{- $targets := list -}}
{{- range include "rabbitmq.topology.remotes" . | fromJsonArray -}}
{{- with .egress -}}
{{- $targets = append $targets (merge (dict) . (dict "ports" (list 5672 5671))) -}}
{{- end -}}
{{- end -}}
{{- toJson $targets -}}
{{- end }}
