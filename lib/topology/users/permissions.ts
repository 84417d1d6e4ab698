import { requirePermission, Right, RIGHTS } from './permission';
import { RabbitMQPermissionOptions } from './user-props';
import { exactly } from '../names';

/** The rights of a user in one virtual host: free patterns, and names that were granted. */
interface Rights {
  patterns?: RabbitMQPermissionOptions;
  readonly names: Readonly<Record<Right, string[]>>;
}

/** The rights of a user in all virtual hosts. */
export class Permissions {
  private readonly byVhost = new Map<string, Rights>();

  public constructor(private readonly user: string, private readonly defaultVhost: string) {}

  /** The virtual hosts, in the order in which they were named. */
  public get vhosts(): string[] {
    return [...this.byVhost.keys()];
  }

  /** @throws if the virtual host has patterns already, or one is not a regular expression */
  public add(permission: RabbitMQPermissionOptions): void {
    const { vhost = this.defaultVhost } = permission;
    requirePermission(this.user, vhost, permission);
    const rights = this.in(vhost);
    if (rights.patterns) {
      throw new Error(`user "${this.user}" has two permissions for virtual host "${vhost}": merge them into one, as RabbitMQ keeps one.`);
    }
    rights.patterns = permission;
  }

  /** Adds an exact name. */
  public grant(vhost: string, right: Right, name: string): void {
    this.in(vhost).names[right].push(name);
  }

  /** The free patterns in a virtual host. */
  public patterns(vhost: string): Record<Right, string | undefined> {
    const { patterns } = this.in(vhost);
    return { configure: patterns?.configure, write: patterns?.write, read: patterns?.read };
  }

  /** The exact names in a virtual host. */
  public names(vhost: string): Readonly<Record<Right, readonly string[]>> {
    return this.in(vhost).names;
  }

  /** What RabbitMQ gets. An empty pattern matches no name. */
  public rendered(vhost: string): Record<Right, string> {
    const { patterns, names } = this.in(vhost);
    const pattern = (right: Right): string => {
      const free = patterns?.[right];
      if (free === undefined || free === '' || free === '^$') {
        return exactly(names[right]);
      }
      return names[right].length === 0 ? free : `(?:${free})|${exactly(names[right])}`;
    };
    return Object.fromEntries(RIGHTS.map(right => [right, pattern(right)])) as Record<Right, string>;
  }

  private in(vhost: string): Rights {
    const rights = this.byVhost.get(vhost) ?? { names: { configure: [], write: [], read: [] } };
    this.byVhost.set(vhost, rights);
    return rights;
  }
}
