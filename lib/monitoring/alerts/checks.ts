import { ALERTS } from './catalogue';
import { RabbitMQAlertOptions, RabbitMQAlertChangeOptions, RabbitMQAlertingOptions } from './options';
import { wholeSeconds } from '../../kubernetes/seconds';
import { closest } from '../../validation/distance';

/** The labels that every alert has, which no option may set. */
const OWN_LABELS = ['severity', 'rabbitmq_cluster', 'namespace', 'alertname'];

/** @throws if an option is wrong in itself */
export function requireAlerting({ changes = {}, additional = [], labels = {} }: RabbitMQAlertingOptions): void {
  requireLabels('alerting.labels', labels);
  for (const [name, change] of Object.entries(changes)) {
    requireChange(name, change);
  }
  const taken = new Set(ALERTS.map(({ name }) => name));
  for (const alert of additional) {
    requireAlert(alert);
    if (taken.has(alert.name)) {
      throw new Error(`alerting.additional has "${alert.name}", which exists already. Rename it, or change the built-in alert with alerting.changes`);
    }
    taken.add(alert.name);
  }
}

function requireChange(
  name: string,
  { threshold, labels = {}, annotations = {}, for: holds }: RabbitMQAlertChangeOptions,
): void {
  const field = `alerting.changes.${name}`;
  const alert = ALERTS.find(candidate => candidate.name === name);
  if (alert === undefined) {
    const nearest = closest(name, ALERTS.map(candidate => candidate.name));
    throw new Error(`alerting.changes has "${name}", which is not a built-in alert.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} docs/monitoring.md lists them`);
  }
  if (threshold !== undefined && alert.threshold === undefined) {
    throw new Error(`${field}.threshold is ${threshold}, but ${name} has no threshold. Remove it`);
  }
  if (threshold !== undefined && !(Number.isFinite(threshold) && threshold >= 0)) {
    throw new Error(`${field}.threshold is ${threshold}: it must be a number of 0 or more, in ${alert.threshold?.of ?? ''}`);
  }
  if (holds !== undefined) {
    wholeSeconds(`${field}.for`, holds);
  }
  requireLabels(`${field}.labels`, labels);
  requireNames(`${field}.annotations`, 'an annotation', annotations);
}

function requireAlert({ name, expr, summary, labels = {}, for: holds }: RabbitMQAlertOptions): void {
  if (!/^[a-zA-Z_]\w*$/.test(name)) {
    throw new Error(`alerting.additional has an alert named "${name}": use letters, digits and "_", not starting with a digit`);
  }
  for (const [field, value] of Object.entries({ expr, summary })) {
    if (value.trim() === '') {
      throw new Error(`alerting.additional: ${field} of "${name}" is empty. ${field === 'expr' ? 'Set a PromQL expression' : 'Describe the problem'}`);
    }
  }
  if (holds !== undefined) {
    wholeSeconds(`alerting.additional: for of "${name}"`, holds);
  }
  requireLabels(`alerting.additional: labels of "${name}"`, labels);
}

function requireLabels(field: string, labels: Record<string, string>): void {
  for (const label of Object.keys(labels)) {
    if (OWN_LABELS.includes(label)) {
      throw new Error(`${field} has "${label}", which every alert has already. Choose another label`);
    }
  }
  requireNames(field, 'a label', labels);
}

function requireNames(field: string, what: string, named: Record<string, string>): void {
  for (const name of Object.keys(named)) {
    if (!/^[a-zA-Z_]\w*$/.test(name)) {
      throw new Error(`${field} has "${name}": ${what} of Prometheus is letters, digits and "_", not starting with a digit`);
    }
  }
}
