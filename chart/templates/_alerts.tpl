{{/* Labels that say which cluster an alert is about, and those of the values, as YAML. */}}
{{- define "rabbitmq.alertIdentity" -}}
{{- $own := dict "namespace" .Release.Namespace "rabbitmq_cluster" (include "rabbitmq.fullname" .) -}}
{{- merge $own .Values.prometheusRule.labels | include "rabbitmq.texts" -}}
{{- end }}

{{/*
Queues of which values expect something, as a JSON list: vhost, queue; number: what is expected. Takes the root context
and the key of what is expected.
*/}}
{{- define "rabbitmq.expectations" -}}
{{- $key := last . -}}
{{- $expectations := list -}}
{{- if include "rabbitmq.topology.isDeclared" (first .) -}}
{{- range $vhost, $values := (include "rabbitmq.topology" (first .) | fromJson).virtualHosts -}}
{{- range $queue, $options := $values.queues -}}
{{- if hasKey (default dict $options.expect) $key -}}
{{- $number := get $options.expect $key | include "rabbitmq.text" -}}
{{- $expectations = append $expectations (dict "vhost" $vhost "queue" $queue "number" $number) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $expectations -}}
{{- end }}

{{/* The expression of a rule; of one for queues, that of each queue. Takes the root context and the rule. */}}
{{- define "rabbitmq.expression" -}}
{{- $rule := last . -}}
{{- $key := dig "when" "expects" "" $rule -}}
{{- if $key -}}
{{- $expressions := list -}}
{{- range include "rabbitmq.expectations" (list (first .) $key) | fromJsonArray -}}
{{- $names := dict `"%VHOST%"` (toRawJson .vhost) `"%QUEUE%"` (toRawJson .queue) -}}
{{- $expression := replace "%EXPECTATION%" .number $rule.expr -}}
{{- range $placeholder, $name := $names -}}
{{- $expression = replace $placeholder $name $expression -}}
{{- end -}}
{{- $expressions = append $expressions $expression -}}
{{- end -}}
{{- join " or " $expressions -}}
{{- else -}}
{{- $rule.expr -}}
{{- end -}}
{{- end }}

{{/* A rule with the changes of the values, as YAML; empty if it is off. Takes the root context and the rule. */}}
{{- define "rabbitmq.rule" -}}
{{- $root := first . -}}
{{- $rule := last . -}}
{{- if $rule.record -}}
{{- omit $rule "when" | toYaml -}}
{{- else -}}
{{- $change := get $root.Values.prometheusRule.changes $rule.alert | default dict -}}
{{- if ternary $change.enabled true (kindIs "bool" $change.enabled) -}}
{{- $threshold := toString $rule.threshold -}}
{{- if hasKey $change "threshold" -}}
{{- $threshold = include "rabbitmq.text" $change.threshold -}}
{{- end -}}
{{- with $rule.share -}}
{{- $threshold = include "rabbitmq.text" (mulf $threshold .) -}}
{{- end -}}
{{- $runbook := $rule.annotations.runbook_url -}}
{{- with $root.Values.prometheusRule.runbooks -}}
{{- $runbook = printf "%s/%s.md" (regexReplaceAll "/+$" . "") $rule.alert -}}
{{- end -}}
{{- $severity := dict "severity" (default $rule.labels.severity $change.severity) -}}
{{- $identity := include "rabbitmq.alertIdentity" $root | fromYaml -}}
{{- $annotations := merge (dict) (default dict $change.annotations) (dict "runbook_url" $runbook) $rule.annotations -}}
alert: {{ $rule.alert }}
expr: {{ include "rabbitmq.expression" . | replace "%THRESHOLD%" $threshold | toJson }}
{{- $for := $change.for | default "" -}}
{{- with ternary $rule.for (include "rabbitmq.seconds" (default "0s" $for)) (empty $for) }}
for: {{ . }}
{{- end }}
labels:
  {{- merge $severity (default dict $change.labels) $identity | include "rabbitmq.texts" | nindent 2 }}
annotations:
  {{- include "rabbitmq.texts" $annotations | nindent 2 }}
{{- end -}}
{{- end -}}
{{- end }}

{{/* An alert of the values, as YAML. Takes the root context and the alert. */}}
{{- define "rabbitmq.additionalAlert" -}}
{{- $identity := include "rabbitmq.alertIdentity" (first .) | fromYaml -}}
{{- with last . -}}
alert: {{ .name }}
expr: {{ toJson .expr }}
{{- with .for }}
for: {{ include "rabbitmq.seconds" . }}
{{- end }}
labels:
  {{- merge (dict "severity" .severity) (default dict .labels) $identity | include "rabbitmq.texts" | nindent 2 }}
annotations:
  summary: {{ toJson .summary }}
  {{- with .description }}
  description: {{ toJson . }}
  {{- end }}
  {{- with .runbookUrl }}
  runbook_url: {{ toJson . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "rabbitmq.errors.alerts" -}}
{{- $errors := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).errors -}}
{{- if include "rabbitmq.monitored" . -}}
{{- with .Values.serviceMonitor -}}
{{- $timeout := default "0s" .timeout | trimSuffix "s" | int -}}
{{- $interval := trimSuffix "s" .interval | int -}}
{{- if gt $timeout $interval -}}
{{- $seconds := list (toString $timeout) (toString $interval) -}}
{{- $errors = append $errors (printf (index $messages "scrape-timeout") (first $seconds) (last $seconds)) -}}
{{- end -}}
{{- end -}}
{{- $own := list "severity" "rabbitmq_cluster" "namespace" "alertname" -}}
{{- $labels := dict "prometheusRule.labels" .Values.prometheusRule.labels -}}
{{- $thresholds := dict -}}
{{- range include "rabbitmq.ruleGroups" . | fromYamlArray -}}
{{- range .rules -}}
{{- with .alert -}}{{- $_ := set $thresholds . "" -}}{{- end -}}
{{- if contains "%THRESHOLD%" .expr -}}{{- $_ := set $thresholds .alert "true" -}}{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $change := .Values.prometheusRule.changes -}}
{{- if not (hasKey $thresholds $name) -}}
{{- $errors = append $errors (printf (index $messages "alert-unknown") (quote $name)) -}}
{{- else if and (hasKey $change "threshold") (empty (get $thresholds $name)) -}}
{{- $threshold := include "rabbitmq.text" $change.threshold -}}
{{- $errors = append $errors (printf (index $messages "alert-threshold") $name $threshold) -}}
{{- end -}}
{{- $_ := set $labels (printf "prometheusRule.changes.%s.labels" $name) (default dict $change.labels) -}}
{{- end -}}
{{- range .Values.prometheusRule.additional -}}
{{- if hasKey $thresholds .name -}}
{{- $errors = append $errors (printf (index $messages "alert-exists") (quote .name)) -}}
{{- end -}}
{{- $_ := set $thresholds .name "" -}}
{{- $_ := set $labels (printf "prometheusRule.additional: labels of %s" (quote .name)) (default dict .labels) -}}
{{- end -}}
{{- range $field, $map := $labels -}}
{{- range $label := keys $map | sortAlpha -}}
{{- if has $label $own -}}
{{- $errors = append $errors (printf (index $messages "alert-label") $field (quote $label)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $errors -}}
{{- end }}

{{- define "rabbitmq.warnings.alerts" -}}
{{- $warnings := list -}}
{{- $messages := (.Files.Get "files/messages.yaml" | fromYaml).warnings -}}
{{- if include "rabbitmq.monitored" . -}}
{{- if .Values.serviceMonitor.perObject -}}
{{- $warnings = append $warnings (index $messages "per-object-expensive") -}}
{{- end -}}
{{- $present := list -}}
{{- range include "rabbitmq.ruleGroups" . | fromYamlArray -}}
{{- range .rules -}}
{{- if include "rabbitmq.ruleApplies" (list $ .when) -}}
{{- $present = append $present (default "" .alert) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $name, $_ := .Values.prometheusRule.changes -}}
{{- if not (has $name $present) -}}
{{- $cluster := include "rabbitmq.fullname" $ | quote -}}
{{- $warnings = append $warnings (printf (index $messages "alert-not-here") $name $cluster) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $warnings -}}
{{- end }}
