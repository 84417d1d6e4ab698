import { UsageError } from '../../core/errors';
import { asText } from '../../topology/objects';
import { isMap } from '../draft';

type Map = Readonly<Record<string, unknown>>;

/** A resource of a Terraform state. */
export interface TerraformResource {
  /** The address in Terraform, such as `module.shop.rabbitmq_queue.work["eu"]`. */
  readonly address: string;
  readonly type: string;
  readonly attributes: unknown;
}

/** The format of terraform.tfstate since Terraform 0.12. */
const VERSION = 4;

/** Whether a document is of Terraform or OpenTofu: a state, or something else of theirs. */
export function isState(document: unknown): document is Map {
  return isMap(document) && ['terraform_version', 'format_version', 'lineage'].some(key => key in document);
}

/**
 * The resources of `terraform.tfstate`, or of the output of `terraform show -json`, in the order of their addresses.
 *
 * @throws UsageError for another version, a plan, an encrypted or a damaged state
 */
export function resourcesOfState(state: Map): TerraformResource[] {
  if ('planned_values' in state || 'resource_changes' in state) {
    throw new UsageError('the file is a Terraform plan: pass the output of terraform show -json without the file of a plan');
  }
  if ('encrypted_data' in state) {
    throw new UsageError('the state is encrypted: pass the output of tofu show -json');
  }
  if (!('format_version' in state) && state.version !== VERSION) {
    throw new UsageError(`the Terraform state has version ${JSON.stringify(state.version) ?? 'none'}, and ${VERSION} is needed: pass the output of terraform show -json`);
  }
  const resources = 'format_version' in state ? shownResources(state) : storedResources(state);
  return resources.sort((a, b) => (a.address < b.address ? -1 : 1));
}

function shownResources({ values }: Map): TerraformResource[] {
  // an empty state has no values
  return values === undefined ? [] : resourcesOfModule(mapOf(mapOf(values, 'values').root_module, 'values.root_module'));
}

function resourcesOfModule(module: Map): TerraformResource[] {
  const resources = mapsOf(module.resources, 'resources')
    .filter(({ mode, deposed_key: deposed }) => mode === 'managed' && deposed === undefined);
  return [
    ...resources.map(({ address, type, values }) => ({
      address: asText(address), type: asText(type), attributes: values,
    })),
    ...mapsOf(module.child_modules, 'child_modules').flatMap(resourcesOfModule),
  ];
}

function storedResources(state: Map): TerraformResource[] {
  return mapsOf(state.resources, 'resources').filter(({ mode }) => mode === 'managed').flatMap(({ module, type, name, instances }) =>
    mapsOf(instances, 'instances').filter(({ deposed }) => deposed === undefined).map(({ index_key: index, attributes }) => ({
      address: `${module === undefined ? '' : `${asText(module)}.`}${asText(type)}.${asText(name)}${index === undefined ? '' : `[${JSON.stringify(index)}]`}`,
      type: asText(type),
      attributes,
    })));
}

function mapsOf(value: unknown, key: string): readonly Map[] {
  if (value === undefined) {
    return [];
  }
  if (!Array.isArray(value) || !value.every(isMap)) {
    throw new UsageError(`the Terraform state is damaged: ${key} is not a list of objects. Pass the output of terraform show -json`);
  }
  return value;
}

function mapOf(value: unknown, key: string): Map {
  if (!isMap(value)) {
    throw new UsageError(`the Terraform state is damaged: ${key} is not an object. Pass the output of terraform show -json`);
  }
  return value;
}
