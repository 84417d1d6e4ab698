import type { S3Client } from '@aws-sdk/client-s3';
import { MAX_MANIFEST_LENGTH } from './backup-file';
import type { BackupStore } from './store';
import { messageOf, NotFoundError, OperationError } from '../core/errors';

/**
 * How S3-compatible storage is reached. Credentials are those of the environment, a profile, or the machine: the AWS
 * SDK's own chain.
 */
export interface S3Options {
  /**
   * The URL of the storage.
   * @default - AWS's own in the region
   */
  readonly endpoint?: string;
  /** @default - that of the environment, or us-east-1 */
  readonly region?: string;
}

type Library = typeof import('@aws-sdk/client-s3');

/** Backups in a bucket. */
export class S3Store implements BackupStore {
  public static async open(bucket: string, prefix: string, options: S3Options, signal: AbortSignal): Promise<S3Store> {
    // takes a third of a second, which other commands do without
    const library = await import('@aws-sdk/client-s3');
    const client = new library.S3Client({
      endpoint: options.endpoint,
      region: options.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
      // every storage knows it; a bucket as a host name takes DNS that small ones haven't
      forcePathStyle: options.endpoint !== undefined,
      maxAttempts: 3,
    });
    return new S3Store(library, client, bucket, prefix, signal);
  }

  private constructor(
    private readonly library: Library,
    private readonly client: S3Client,
    private readonly bucket: string,
    private readonly prefix: string,
    private readonly signal: AbortSignal,
  ) {}

  public async write(name: string, content: Buffer): Promise<void> {
    await this.answered(
      name,
      this.client.send(new this.library.PutObjectCommand({ ...this.object(name), Body: content }), {
        abortSignal: this.signal,
      }),
    );
  }

  public async read(name: string): Promise<Buffer> {
    return this.get(name);
  }

  public async readStart(name: string): Promise<Buffer> {
    return this.get(name, `bytes=0-${MAX_MANIFEST_LENGTH - 1}`);
  }

  public async list(): Promise<string[]> {
    const names: string[] = [];
    const pages = this.library.paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: this.prefix, Delimiter: '/' }, { abortSignal: this.signal });
    await this.answered('', (async () => {
      for await (const { Contents: objects = [] } of pages) {
        names.push(...objects.map(({ Key: key = '' }) => key.slice(this.prefix.length)));
      }
    })());
    return names.filter(name => name.endsWith('.backup')).sort();
  }

  public async close(): Promise<void> {
    this.client.destroy();
    return Promise.resolve();
  }

  private object(name: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.bucket, Key: `${this.prefix}${name}` };
  }

  private async get(name: string, range?: string): Promise<Buffer> {
    return this.answered(
      name,
      (async () => {
        const { Body: body } = await this.client.send(
          new this.library.GetObjectCommand({ ...this.object(name), Range: range }),
          { abortSignal: this.signal },
        );
        return Buffer.from((await body?.transformToByteArray()) ?? []);
      })(),
    );
  }

  private async answered<T>(name: string, request: Promise<T>): Promise<T> {
    try {
      return await request;
    } catch (error) {
      const where = `s3://${this.bucket}/${this.prefix}${name}`;
      const reason = (error as Error).name;
      if (reason === 'NoSuchKey' || reason === 'NotFound' || reason === 'NoSuchBucket') {
        throw new NotFoundError(`there is no ${reason === 'NoSuchBucket' ? `bucket "${this.bucket}"` : where}`, { cause: error });
      }
      throw new OperationError(`${where}: ${reason === 'Error' ? '' : `${reason}: `}${messageOf(error)}`, { cause: error });
    }
  }
}
