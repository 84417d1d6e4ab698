{{/* The application's name. */}}
{{- define "rabbitmq.name" -}}
rabbitmq
{{- end }}

{{/* The cluster's name, with which the name of every object starts. */}}
{{- define "rabbitmq.fullname" -}}
{{- .Values.cluster.name -}}
{{- end }}

{{/* Name and version of the chart, as a label has them. */}}
{{- define "rabbitmq.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/*
Labels of selectors, which can't change. Takes a dict:
  context: the root context; component: broker, bootstrap, user, exporter or backup; user: the name of a platform user
*/}}
{{- define "rabbitmq.selectorLabels" -}}
app: {{ ternary "rabbitmq" (printf "rabbitmq-%s" .component) (has .component (list "broker" "tools")) }}
cluster: {{ include "rabbitmq.fullname" .context | quote }}
app.kubernetes.io/component: {{ .component }}
{{- if eq .component "topology" }}
cdk8s-rabbitmq/topology: {{ include "rabbitmq.topologyName" .context }}
{{- end }}
{{- end }}

{{/* Labels of an object that outlives releases of RabbitMQ. Takes the dict of "rabbitmq.selectorLabels". */}}
{{- define "rabbitmq.lastingLabels" -}}
{{ include "rabbitmq.selectorLabels" . }}
app.kubernetes.io/name: {{ include "rabbitmq.name" .context }}
app.kubernetes.io/instance: {{ include "rabbitmq.fullname" .context | quote }}
app.kubernetes.io/part-of: rabbitmq
app.kubernetes.io/managed-by: {{ .context.Release.Service }}
{{- end }}

{{/*
Labels of an object. Takes the dict of "rabbitmq.selectorLabels"; extra: further labels, which replace none of these
*/}}
{{- define "rabbitmq.labels" -}}
{{- $labels := include "rabbitmq.lastingLabels" . | fromYaml -}}
{{- $_ := set $labels "app.kubernetes.io/version" (include "rabbitmq.version" .context) -}}
{{- $_ := set $labels "helm.sh/chart" (include "rabbitmq.chart" .context) -}}
{{- merge $labels (default dict .extra) | include "rabbitmq.texts" -}}
{{- end }}

{{/*
Labels of a pod. Takes the dict of "rabbitmq.selectorLabels". They don't name the chart: its update restarts no pod.
*/}}
{{- define "rabbitmq.podLabels" -}}
{{- $labels := include "rabbitmq.lastingLabels" . | fromYaml -}}
{{- $_ := set $labels "app.kubernetes.io/version" (include "rabbitmq.version" .context) -}}
{{- merge $labels .context.Values.podLabels | include "rabbitmq.texts" -}}
{{- end }}

{{/* Metadata of the cluster's own objects but for the name. Takes the dict of "rabbitmq.selectorLabels". */}}
{{- define "rabbitmq.metadata" -}}
namespace: {{ .context.Release.Namespace | quote }}
labels:
  {{- include "rabbitmq.labels" (set . "extra" .context.Values.commonLabels) | nindent 2 }}
{{- with .context.Values.commonAnnotations }}
annotations:
  {{- include "rabbitmq.texts" . | nindent 2 }}
{{- end }}
{{- end }}

{{/* The image's reference. */}}
{{- define "rabbitmq.image" -}}
{{- $registry := default .Values.image.registry (.Values.global).imageRegistry -}}
{{- with .Values.image -}}
{{- with $registry }}{{ . }}/{{ end }}{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}
{{- end }}

{{/* True if the tag names another image after a release: latest, 4, 4.3-debian13. */}}
{{- define "rabbitmq.imageFloats" -}}
{{- $series := include "rabbitmq.version" . | regexFind "^[0-9]+\\.[0-9]+" -}}
{{- $tag := .Values.image.tag -}}
{{- $number := "" -}}
{{- if regexMatch "^v?[0-9]+(\\.[0-9]+)?([^0-9.].*)?$" $tag -}}
{{- $number = regexFind "^v?[0-9]+(\\.[0-9]+)?" $tag | trimPrefix "v" -}}
{{- end -}}
{{- $isSeries := and $number (hasPrefix (printf "%s." $number) (printf "%s." $series)) -}}
{{- if or $isSeries (regexMatch "^(latest|stable|edge|nightly|main|master|management|alpine)(-|$)" $tag) -}}
true
{{- end -}}
{{- end }}

{{/* The release of RabbitMQ, such as 4.3.6. */}}
{{- define "rabbitmq.version" -}}
{{- default (regexFind "^[0-9]+\\.[0-9]+(\\.[0-9]+)?" .Values.image.tag) .Values.image.release -}}
{{- end }}

{{/* The storage class of volumes. Takes the root context and the class of one kind of volume. */}}
{{- define "rabbitmq.storageClass" -}}
{{- default (last .) ((first .).Values.global).storageClass -}}
{{- end }}

{{/* The name of the brokers' ServiceAccount. */}}
{{- define "rabbitmq.serviceAccountName" -}}
{{- default (include "rabbitmq.fullname" .) .Values.serviceAccount.name -}}
{{- end }}

{{/* All plugins of the values, as a JSON list. */}}
{{- define "rabbitmq.plugins" -}}
{{- $downloaded := include "rabbitmq.downloadedPlugins" . | fromJsonArray -}}
{{- $plugins := concat .Values.plugins .Values.communityPlugins $downloaded -}}
{{- $plugins = concat $plugins (include "rabbitmq.topology.plugins" . | fromJsonArray) -}}
{{- with .Values.authentication -}}
{{- if .oauth2.enabled -}}
{{- $plugins = append $plugins "rabbitmq_auth_backend_oauth2" -}}
{{- end -}}
{{- if .ldap.enabled -}}
{{- $plugins = append $plugins "rabbitmq_auth_backend_ldap" -}}
{{- end -}}
{{- end -}}
{{- uniq $plugins | toJson -}}
{{- end }}

{{/* The release, or the first one of a series if the image names none: 4.3.0 for 4.3. */}}
{{- define "rabbitmq.earliestVersion" -}}
{{- $version := include "rabbitmq.version" . -}}
{{- ternary (printf "%s.0" $version) $version (regexMatch "^[0-9]+\\.[0-9]+$" $version) -}}
{{- end }}

{{/* What distinguishes the image's release series, as YAML. */}}
{{- define "rabbitmq.series" -}}
{{- $series := include "rabbitmq.version" . | regexFind "^[0-9]+\\.[0-9]+" -}}
{{- merge (dict "name" $series) (get (.Files.Get "files/series.yaml" | fromYaml) $series) | toYaml -}}
{{- end }}

{{/* The number of brokers that the cluster starts with, and the highest that it can have. An autoscaler's are odd. */}}
{{- define "rabbitmq.replicas" -}}
{{- if .Values.hpa.enabled -}}
{{- $number := .Values.hpa.minReplicas | int | max 3 | min 7 -}}
{{- add $number (ternary 1 0 (eq (mod $number 2) 0)) -}}
{{- else -}}
{{- .Values.cluster.replicaCount | int -}}
{{- end -}}
{{- end }}
{{- define "rabbitmq.maxReplicas" -}}
{{- if .Values.hpa.enabled -}}
{{- $number := .Values.hpa.maxReplicas | int | max 5 | min 9 -}}
{{- sub $number (ternary 1 0 (eq (mod $number 2) 0)) -}}
{{- else -}}
{{- .Values.cluster.replicaCount | int -}}
{{- end -}}
{{- end }}

{{/* Secrets of the administrator, the Erlang cookie and the certificate. */}}
{{- define "rabbitmq.credentialsSecret" -}}
{{- default (printf "%s-credentials" (include "rabbitmq.fullname" .)) .Values.credentials.existingSecret -}}
{{- end }}
{{- define "rabbitmq.usernameKey" -}}
{{- ternary .Values.credentials.usernameKey "username" (not (empty .Values.credentials.existingSecret)) -}}
{{- end }}
{{- define "rabbitmq.passwordKey" -}}
{{- ternary .Values.credentials.passwordKey "password" (not (empty .Values.credentials.existingSecret)) -}}
{{- end }}
{{- define "rabbitmq.erlangCookieSecret" -}}
{{- $own := printf "%s-erlang-cookie" (include "rabbitmq.fullname" .) -}}
{{- default $own .Values.credentials.existingErlangCookieSecret -}}
{{- end }}
{{- define "rabbitmq.tlsSecret" -}}
{{- default (printf "%s-tls" (include "rabbitmq.fullname" .)) .Values.tls.existingSecret -}}
{{- end }}

{{/* True if the Secret of the brokers' certificate has an authority. */}}
{{- define "rabbitmq.hasAuthority" -}}
{{- if and .Values.tls.enabled (not .Values.tls.publiclyTrusted) -}}
true
{{- end -}}
{{- end }}
{{- define "rabbitmq.authorityKey" -}}
{{- ternary .Values.tls.authorityKey "ca.crt" (not (empty .Values.tls.existingSecret)) -}}
{{- end }}

{{/* True if the issued certificate is for the Services and pods. */}}
{{- define "rabbitmq.hasInternalNames" -}}
{{- with .Values.tls -}}
{{- if ternary .internalNames (not .publiclyTrusted) (kindIs "bool" .internalNames) -}}
true
{{- end -}}
{{- end -}}
{{- end }}

{{/* The name that clients verify in the brokers' certificate, if it is another than that of the Service. */}}
{{- define "rabbitmq.serverName" -}}
{{- with .Values.tls -}}
{{- $isIssued := empty .existingSecret -}}
{{- if and .enabled .serverName -}}
{{- .serverName -}}
{{- else if and .enabled $isIssued (not (include "rabbitmq.hasInternalNames" $)) -}}
{{- $hosts := list -}}
{{- range .dnsNames -}}
{{- if not (hasPrefix "*" .) -}}
{{- $hosts = append $hosts . -}}
{{- end -}}
{{- end -}}
{{- $hosts | first | default "" -}}
{{- end -}}
{{- end -}}
{{- end }}
{{- define "rabbitmq.verifiedName" -}}
{{- $service := printf "%s.%s.svc" (include "rabbitmq.fullname" .) .Release.Namespace -}}
{{- include "rabbitmq.serverName" . | default $service -}}
{{- end }}

{{/* The virtual host that RabbitMQ creates, and that clients use if they name none. */}}
{{- define "rabbitmq.defaultVhost" -}}
{{- (include "rabbitmq.conf.said" (list . "default_vhost") | fromYaml).value | default "/" | trimAll "'" -}}
{{- end }}

{{/* True if a Job creates Secrets. */}}
{{- define "rabbitmq.bootstraps" -}}
{{- if include "rabbitmq.secretManifests" . | fromJson -}}
true
{{- end -}}
{{- end }}

{{/* True if plain ports are open. */}}
{{- define "rabbitmq.plain" -}}
{{- if not (and .Values.tls.enabled .Values.tls.only) -}}
true
{{- end -}}
{{- end }}

{{/* True if there is a PodDisruptionBudget: by default, with several brokers. */}}
{{- define "rabbitmq.disruptionBudget" -}}
{{- $default := gt (include "rabbitmq.replicas" . | int) 1 -}}
{{- if ternary .Values.podDisruptionBudget.enabled $default (kindIs "bool" .Values.podDisruptionBudget.enabled) -}}
true
{{- end -}}
{{- end }}

{{/* True if something is monitored. */}}
{{- define "rabbitmq.monitored" -}}
{{- with .Values -}}
{{- if or .serviceMonitor.enabled .prometheusRule.enabled .dashboards.enabled .exporter.enabled -}}
true
{{- end -}}
{{- end -}}
{{- end }}
