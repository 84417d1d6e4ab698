import { INetworkPolicyPeer, ISecret, k8s } from 'cdk8s-plus-28';
import { SecretSetting } from '../boot/secret-setting';
import { text } from '../../configuration/groups/format';
import { toEntry } from '../../configuration/groups/mapping';
import { Entry } from '../../configuration/effective';
import { RabbitMQVersion } from '../../rabbitmq/version';

/** Somebody that brokers have to reach. */
export interface Reached {
  readonly peer: INetworkPolicyPeer;
  readonly port: number;
}

/** What a way to log in adds to a cluster. */
export interface AuthenticationPart {
  readonly plugins: readonly string[];
  readonly entries: readonly Entry[];
  readonly secretSettings: readonly SecretSetting[];
  readonly volumes: readonly k8s.Volume[];
  readonly volumeMounts: readonly k8s.VolumeMount[];
  readonly reached: readonly Reached[];
}

/** Gathers the entries of a typed block; a value that isn't given makes none. */
export class Entries {
  public readonly all: Entry[] = [];

  public constructor(private readonly field: string, private readonly version: RabbitMQVersion) {}

  /** @throws if the release doesn't know the key, or the value can't stand in rabbitmq.conf */
  public add(prop: string, key: string, value: string | number | boolean | undefined): void {
    if (value !== undefined) {
      const field = `${this.field}.${prop}`;
      this.all.push(toEntry(key, text(String(value), field), { field, version: this.version }));
    }
  }

  /** @throws as `add` does */
  public addList(prop: string, key: string, values: readonly string[] = []): void {
    values.forEach((value, i) => {
      this.add(prop, `${key}.${i + 1}`, value);
    });
  }
}

/** A Secret's keys as files. */
export function mounted(name: string, mountPath: string, secret: ISecret, items: readonly k8s.KeyToPath[]): Pick<AuthenticationPart, 'volumes' | 'volumeMounts'> {
  return {
    volumes: [{ name, secret: { secretName: secret.name, items: [...items] } }],
    volumeMounts: [{ name, mountPath, readOnly: true }],
  };
}

/** Nothing mounted. */
export const NOTHING_MOUNTED: Pick<AuthenticationPart, 'volumes' | 'volumeMounts'> = { volumes: [], volumeMounts: [] };
