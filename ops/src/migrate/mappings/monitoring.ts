import { type Draft, isEmpty, isMap } from '../draft';
import { list, type Mapping, type Mappings, nothing, scalar, seconds, texts, textsOf, time, to, unless, whenOn } from './mapping';

/** Families of /metrics/detailed that the chart scrapes in any case. */
const FAMILIES = ['queue_coarse_metrics', 'queue_consumer_count'];
const SEVERITIES: Readonly<Record<string, string>> = { error: 'critical', page: 'critical', warn: 'warning', none: 'info' };
/** A text that Helm writes as a template of Prometheus: `{{ "{{ $value }}" }}`, and with backquotes. */
const ESCAPED = /\{\{-?\s*(["'`])(\{\{.*?\}\})\1\s*-?\}\}/g;

function isScraped(draft: Draft): boolean {
  return ['enabled', 'default.enabled', 'perObject.enabled', 'detailed.enabled']
    .some(key => draft.theirValue(`metrics.serviceMonitor.${key}`) === true);
}

/** Annotations by which Prometheus finds pods, unless the operator scrapes them. */
const metrics = whenOn((_value, draft) => {
  const { 'prometheus.io/port': port, ...annotations } = textsOf(draft.theirValue('metrics.podAnnotations') ?? { 'prometheus.io/scrape': 'true' });
  if (draft.isBitnami && !isScraped(draft) && annotations['prometheus.io/scrape'] === 'true' && port !== '') {
    draft.merge('podAnnotations', { ...annotations, 'prometheus.io/port': '15692' });
    draft.note('metrics.podAnnotations', 'metrics are at port 15692, and the annotations on all pods. A NetworkPolicy allows Prometheus in '
    + 'serviceMonitor.prometheusNamespace only if serviceMonitor, prometheusRule or dashboards is enabled');
  }
});

const path = unless('/metrics', scalar((value, draft, key) => {
  if (value === '/metrics/per-object') {
    draft.set('serviceMonitor.perObject', true);
  } else if (value !== '/metrics/detailed') {
    draft.set('serviceMonitor.path', String(value));
  } else {
    draft.note(key, `/metrics is scraped, and of /metrics/detailed ${FAMILIES.join(' and ')}: serviceMonitor.perObject adds all others`);
  }
}));

const detailed: Mapping = (_value, draft, key) => {
  draft.set('serviceMonitor.enabled', true);
  const family = draft.theirValue('metrics.serviceMonitor.detailed.family');
  const vhost = draft.theirValue('metrics.serviceMonitor.detailed.vhost');
  const others = (Array.isArray(family) ? family : []).filter(each => !FAMILIES.includes(String(each)));
  if (others.length > 0 || isEmpty(family) || !isEmpty(vhost)) {
    draft.note(key, `of detailed metrics, ${FAMILIES.join(' and ')} of all virtual hosts are scraped: serviceMonitor.perObject adds all others`);
  }
};

/** An alert of Prometheus, or a note about a rule that has no counterpart. */
function rule(given: unknown, draft: Draft, key: string): void {
  const text = JSON.stringify(given);
  const unescaped = text.replaceAll(/\{\{-?\s*(\\"|'|`)(\{\{.*?\}\})\1\s*-?\}\}/g, '');
  if (!isMap(given) || typeof given.alert !== 'string') {
    draft.note(key, 'left out a recording rule, or a rule without a name: write a PrometheusRule in extraObjects');
    return;
  }
  const place = `${key}: ${given.alert.includes('{{') ? '' : given.alert}`;
  if (unescaped.includes('{{')) {
    draft.note(place, 'is a template of the other chart: write what comes out of it in prometheusRule.additional');
    return;
  }
  const { severity = 'warning', ...labels } = plain(given.labels);
  const { summary = given.alert, description, runbook_url: runbookUrl, ...annotations } = plain(given.annotations);
  const known = SEVERITIES[severity] ?? severity;
  draft.append('prometheusRule.additional', {
    name: given.alert,
    expr: String(given.expr).trim(),
    severity: known,
    summary,
    ...description !== undefined && { description },
    ...given.for !== undefined && { for: seconds(given.for) ?? given.for },
    ...runbookUrl !== undefined && { runbookUrl },
    ...Object.keys(labels).length > 0 && { labels },
  });
  const changed = [
    ...known === severity ? [] : [`its severity is ${known} instead of ${severity}`],
    ...Object.keys(annotations).length > 0 ? [`it has no further annotations (${Object.keys(annotations).join(', ')})`] : [],
    ...isMap(given.labels) && given.labels.severity !== undefined ? [] : ['its severity is warning'],
    ...given.keep_firing_for === undefined ? [] : ['it has no keep_firing_for'],
  ];
  if (changed.length > 0) {
    draft.note(place, changed.join(', and '));
  }
}

/** Texts without what Helm needs around templates of Prometheus. */
function plain(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(textsOf(value)).map(([name, each]) => [name, each.replaceAll(ESCAPED, '$2').trim()]));
}

const on = whenOn(to('serviceMonitor.enabled'));
const interval = time('serviceMonitor.interval');
const timeout = time('serviceMonitor.timeout');
const perObject = whenOn((_value, draft) => {
  draft.set('serviceMonitor.enabled', true);
  draft.set('serviceMonitor.perObject', true);
});

/** Times of an endpoint, if it is the one that counts. */
const ifOn = (endpoint: string, take: Mapping): Mapping => (value, draft, key) => {
  const isOn = draft.theirValue(`metrics.serviceMonitor.${endpoint}.enabled`) === true;
  if (isOn && draft.theirValue('metrics.serviceMonitor.default.enabled') !== true) {
    take(value, draft, key);
  }
};

/** Times of the endpoint before it had a name. */
const ifOld = (take: Mapping): Mapping => (value, draft, key) => {
  if (!['default', 'perObject', 'detailed'].some(name => draft.theirValue(`metrics.serviceMonitor.${name}.enabled`) === true)) {
    take(value, draft, key);
  }
};

/** Metrics and alerts. */
export const MONITORING_MAPPINGS: Mappings = {
  'metrics.enabled': metrics,
  'metrics.podAnnotations': nothing,
  'metrics.serviceMonitor.enabled': on,
  'metrics.serviceMonitor.default.enabled': on,
  'metrics.serviceMonitor.perObject.enabled': perObject,
  'metrics.serviceMonitor.detailed.enabled': whenOn(detailed),
  'metrics.serviceMonitor.detailed.family': nothing,
  'metrics.serviceMonitor.detailed.vhost': nothing,
  'metrics.serviceMonitor.interval': ifOld(interval),
  'metrics.serviceMonitor.default.interval': interval,
  'metrics.serviceMonitor.perObject.interval': ifOn('perObject', interval),
  'metrics.serviceMonitor.detailed.interval': ifOn('detailed', interval),
  'metrics.serviceMonitor.scrapeTimeout': ifOld(timeout),
  'metrics.serviceMonitor.default.scrapeTimeout': timeout,
  'metrics.serviceMonitor.perObject.scrapeTimeout': ifOn('perObject', timeout),
  'metrics.serviceMonitor.detailed.scrapeTimeout': ifOn('detailed', timeout),
  'metrics.serviceMonitor.path': path,
  'metrics.serviceMonitor.labels': texts('serviceMonitor.labels'),
  'metrics.prometheusRule.enabled': to('prometheusRule.enabled'),
  'metrics.prometheusRule.additionalLabels': texts('serviceMonitor.labels'),
  'metrics.prometheusRule.rules': list((value, draft, key) => {
    (value as readonly unknown[]).forEach((each) => { rule(each, draft, key); });
  }),
};
