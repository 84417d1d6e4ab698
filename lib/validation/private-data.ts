/**
 * Data of objects of a public class that only modules of this library read. jsii has no package-private members, and
 * every other member is visible to users.
 */
export class PrivateData<Owner extends object, Data> {
  private readonly data = new WeakMap<Owner, Data>();

  public set(owner: Owner, data: Data): Data {
    this.data.set(owner, data);
    return data;
  }

  /** Undefined if the object has none. */
  public find(owner: Owner): Data | undefined {
    return this.data.get(owner);
  }

  /** @throws if the object was created by another copy of this library */
  public of(owner: Owner): Data {
    const data = this.find(owner);
    if (data === undefined) {
      throw new Error(`${owner.constructor.name} was created by another copy of cdk8s-rabbitmq. Install the package once: npm ls cdk8s-rabbitmq`);
    }
    return data;
  }
}
