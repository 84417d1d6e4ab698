{{/*
Alternatives of a regular expression, at each | that is in no group, class or escape; group: what is in the group that
it starts with, if nothing repeats the group. As JSON.
*/}}
{{- define "rabbitmq.patternParts" -}}
{{- $alternatives := list -}}
{{- $part := "" -}}
{{- $group := "" -}}
{{- $after := "" -}}
{{- $depth := 0 -}}
{{- $isEscaped := false -}}
{{- $inClass := false -}}
{{- $isLeft := false -}}
{{- range $character := splitList "" . -}}
{{- $isPlain := not (or $isEscaped $inClass) -}}
{{- if $isLeft -}}
{{- $after = print $after $character -}}
{{- else -}}
{{- $group = print $group $character -}}
{{- end -}}
{{- if and $isPlain (eq $character "|") (eq $depth 0) -}}
{{- $alternatives = append $alternatives $part -}}
{{- $part = "" -}}
{{- else -}}
{{- $part = print $part $character -}}
{{- end -}}
{{- if and $isPlain (eq $character "(") -}}
{{- $depth = add1 $depth | int -}}
{{- else if and $isPlain (eq $character ")") -}}
{{- $depth = sub $depth 1 | int -}}
{{- $isLeft = or $isLeft (eq $depth 0) -}}
{{- end -}}
{{- if $isEscaped -}}
{{- $isEscaped = false -}}
{{- else if eq $character `\` -}}
{{- $isEscaped = true -}}
{{- else -}}
{{- $inClass = ternary (ne $character "]") (eq $character "[") $inClass -}}
{{- end -}}
{{- end -}}
{{- $isGroup := and $isLeft (regexMatch `^\((\?:|\?P?<\w+>|[^?])` $group) (not (regexMatch `^[?*{]` $after)) -}}
{{- $group = regexReplaceAll `^\((\?:|\?P?<\w+>)?` $group "" | trimSuffix ")" -}}
{{- dict "alternatives" (append $alternatives $part) "group" (ternary $group "" $isGroup) | toJson -}}
{{- end }}

{{/* True if a pattern is tied to the start or the end of a name, or says that it isn't by .* at the start. */}}
{{- define "rabbitmq.isAnchored" -}}
{{- $parts := regexReplaceAll `^\(\?[a-zA-Z]+\)` . "" | include "rabbitmq.patternParts" | fromJson -}}
{{- $isAnchored := true -}}
{{- range $part := $parts.alternatives -}}
{{- $isTied := or (regexMatch `^(\^|\\A|\.[*+])` .) (regexMatch `(^|[^\\])(\\\\)*(\$|\\[zZ])$` .) -}}
{{- if and (not $isTied) (gt (len $parts.alternatives) 1) -}}
{{- $isTied = include "rabbitmq.isAnchored" . -}}
{{- else if and (not $isTied) $parts.group -}}
{{- $isTied = include "rabbitmq.isAnchored" $parts.group -}}
{{- end -}}
{{- $isAnchored = and $isAnchored $isTied -}}
{{- end -}}
{{- if $isAnchored -}}
true
{{- end -}}
{{- end }}

{{/*
What is likely not meant about a pattern, as a JSON list: unanchored if it matches in the middle of a name without
saying so, repeats-letter if it is anchored and repeats its last letter only.
*/}}
{{- define "rabbitmq.patternFaults" -}}
{{- $faults := list -}}
{{- if and . (not (include "rabbitmq.isAnchored" .)) -}}
{{- $faults = append $faults "unanchored" -}}
{{- end -}}
{{- $repeats := false -}}
{{- range (include "rabbitmq.patternParts" . | fromJson).alternatives -}}
{{- $repeats = or $repeats (regexMatch `^\^[\w.:@/\\-]*[\w:@/-]{2}\*\$?$` .) -}}
{{- end -}}
{{- toJson (ternary (append $faults "repeats-letter") $faults $repeats) -}}
{{- end }}
