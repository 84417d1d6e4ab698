import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { presence } from './learn';
import { refusalTemplate } from './refusals';
import { Sample, samples } from './samples';
import { valuesSchema } from './schema';
import { CLOSE, OPEN } from './slots';
import { warningsTemplate } from './warnings';
import { mapTemplate, Seen } from './yaml';

/** Makes `chart/` from the objects that the library makes of many values, and from what is in `static/`. */
const COUNT = Number(process.env.CHART_SAMPLES ?? 640);
const CONTEXT = '{{- $c := include "rabbitmq.context" . | fromYaml }}';

function main(folder: string): void {
  const found = samples(COUNT);
  const told = [['_refuse.tpl', refusalTemplate()], ['_warnings.tpl', warningsTemplate()]];
  rmSync(join(folder, 'templates'), { recursive: true, force: true });
  mkdirSync(join(folder, 'templates'), { recursive: true });
  cpSync(join(__dirname, 'static'), folder, { recursive: true });
  writeFileSync(join(folder, 'values.schema.json'), `${JSON.stringify(valuesSchema(), undefined, 2)}\n`);
  told.forEach(([file, text]) => { writeFileSync(join(folder, 'templates', file), text); });
  writeFileSync(join(folder, 'templates', '_configuration.tpl'), configurationDefaults(found));
  for (const id of new Set(found.flatMap(({ objects }) => [...objects.keys()]))) {
    writeFileSync(join(folder, 'templates', fileName(id)), template(id, found));
  }
  process.stdout.write(`chart: ${readdirSync(join(folder, 'templates')).length} templates from ${found.length} samples\n`);
}

const CONFIG_MAP = 'ConfigMap -config';
/** Files that a broker reads while it runs, or that follow the number of brokers. */
const NOT_AT_BOOT = ['20-cluster-size.conf', 'rabbitmq_membership.config', 'rabbitmq_boot.config'];

/** The files, which the StatefulSet has a checksum of. */
function filesTemplate(seen: readonly Seen[]): { defines: string[]; lines: string[] } {
  const files = mapTemplate(seen.map(({ options, value }) => ({ options, value: (value as ConfigMap).data })), 0);
  const rest = seen.map(({ options, value }) => ({ options, value: { ...value as object, data: 'zzfiles' } }));
  return {
    defines: ['{{- define "rabbitmq.files" }}', CONTEXT, '{{- $_ := set $c "configuration" (include "rabbitmq.configuration" .) }}', ...files, '{{ end }}'],
    lines: mapTemplate(rest, 0).map(line => line.replace('data: zzfiles', 'data: {{- include "rabbitmq.files" . | nindent 2 }}')),
  };
}

const CONF = '10-rabbitmq.conf';
interface ConfigMap { readonly data: Readonly<Record<string, string>> }

/** The library's own lines of rabbitmq.conf, over which a helper lays those of the values. */
function configurationDefaults(found: readonly Sample[]): string {
  const lines = found.map(({ options, objects }) => ({ options, value: { lines: (objects.get(CONFIG_MAP) as ConfigMap).data[CONF] } }));
  const [, ...text] = mapTemplate(lines, 0);
  return ['{{- define "rabbitmq.configuration.defaults" }}', CONTEXT, ...text.map(line => line.replace(/^ {2}/, '')), '{{- end }}', ''].join('\n');
}

/** A sample in which a helper writes rabbitmq.conf. */
function withoutConfiguration(value: unknown): unknown {
  const { data } = value as ConfigMap;
  return { ...value as object, data: { ...data, [CONF]: `${OPEN}$c.configuration${CLOSE}` } };
}

/** `StatefulSet ` and `ConfigMap -config` by their kind and the end of their name. */
function fileName(id: string): string {
  const [kind, suffix] = id.split(' ');
  return `${kind.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}${suffix}.yaml`;
}

function template(id: string, found: readonly Sample[]): string {
  const seen: Seen[] = found.filter(({ objects }) => objects.has(id)).map(({ options, objects }) => ({
    options,
    value: id === CONFIG_MAP ? withoutConfiguration(objects.get(id)) : objects.get(id),
  }));
  const condition = presence(found.map(({ options, objects }) => ({ options, isThere: objects.has(id) })));
  const needed = condition?.includes(' ') ? `(${condition})` : condition;
  const isThere = needed === undefined ? '$.Values.cluster.enabled' : `and $.Values.cluster.enabled ${needed}`;
  const body = id.startsWith('Job ') ? jobTemplate(id, found) : id === CONFIG_MAP ? filesTemplate(seen) : { defines: [], lines: mapTemplate(seen, 0) };
  if (id === 'StatefulSet ') {
    keepReplicas(body.lines);
    body.lines.unshift(`{{- $_ := set $c "configurationChecksum" (omit (include "rabbitmq.files" . | fromYaml) ${NOT_AT_BOOT.map(file => `"${file}"`).join(' ')} | toRawJson | sha256sum | trunc 16) }}`);
  }
  return [...body.defines, CONTEXT, `{{- if ${isThere} }}`, ...body.lines, '{{- end }}', ''].join('\n');
}

/**
 * Where an autoscaler decides on the number of brokers, a manifest without one would have Kubernetes put 1 whenever helm takes the
 * number away: the chart says the one that there is. Without a cluster to ask, as for `helm template`, it says none.
 */
function keepReplicas(lines: string[]): void {
  const at = lines.findIndex(line => line.trim() === '{{- if not $c.hpa }}');
  if (at < 0 || !lines[at + 1].startsWith('  replicas: ') || lines[at + 2] !== '{{- end }}') {
    throw new Error('the StatefulSet\'s replicas aren\'t where they were');
  }
  lines.splice(at + 2, 0,
    '{{- else if lookup "apps/v1" "StatefulSet" $c.namespace $c.name }}',
    '  replicas: {{ (lookup "apps/v1" "StatefulSet" $c.namespace $c.name).spec.replicas | int }}',
    '{{- else if lookup "v1" "ServiceAccount" $c.namespace "default" }}',
    '  replicas: {{ $c.replicas }}');
}

/** The name of a Job ends in a hash of its content: of its pod, or of its spec and the ConfigMap that it applies. */
function jobTemplate(id: string, found: readonly Sample[]): { defines: string[]; lines: string[] } {
  const suffix = id.split(' ')[1];
  const jobs = found.filter(({ objects }) => objects.has(id)).map(({ options, objects }) => ({
    options,
    job: objects.get(id) as { spec: { template: object } },
    applied: objects.get(`ConfigMap ${suffix}`) as ConfigMap,
  }));
  const isInit = suffix.endsWith('-init');
  const name = `rabbitmq.content${suffix}`;
  const hashed = isInit ? '(merge (dict "apiVersion" "v1" "kind" "Pod") $content)' : '$content';
  const content = mapTemplate(jobs.map(({ options, job, applied }) => ({
    options, value: isInit ? job.spec.template : { spec: job.spec, data: [applied.data] },
  })), 0);
  const rest = jobs.map(({ options, job }) => ({
    options, value: { ...job, spec: isInit ? { ...job.spec, template: 'zzcontent' } : 'zzcontent' },
  }));
  return {
    defines: [`{{- define "${name}" }}`, CONTEXT, ...content, '{{- end }}'],
    lines: [
      `{{- $content := include "${name}" . | fromYaml }}`,
      `{{- $_ := set $c "contentHash" (${hashed} | toRawJson | sha256sum | trunc 5) }}`,
      ...mapTemplate(rest, 0).map(line => line
        .replace('template: zzcontent', 'template: {{- toYaml $content | nindent 4 }}')
        .replace('spec: zzcontent', 'spec: {{- toYaml $content.spec | nindent 2 }}')),
    ],
  };
}

main(process.argv[2] ?? join(__dirname, '../../chart'));
