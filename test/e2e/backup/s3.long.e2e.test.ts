import { S3Server } from './s3-server';
import { builtCli, type Run } from '../ops/cli';
import { useCluster } from '../support/use-cluster';

const NAME = 'kept';
const PLACE = 's3://backups/rabbitmq';
const { VERSITYGW: program = '' } = process.env;

// needs a program that isn't in node_modules: go install github.com/versity/versitygw/cmd/versitygw@v1.8.0
(program === '' ? describe.skip : describe)('backups in S3-compatible storage, by the command line', () => {
  const suite = useCluster('backup-', { name: NAME, replicas: 1 }, async (deployment, defer) => {
    const server = await S3Server.start(program, 'backups');
    defer(() => { server.stop(); });
    await deployment.broker(0).run(['rabbitmqctl', 'add_vhost', 'tenant']);
    return { server };
  });

  const run = (...args: string[]): Promise<Run> => {
    const { namespace, server } = suite();
    return builtCli([...args, '-n', namespace, '-c', NAME, '--s3-endpoint', server.url], server.credentials);
  };
  const vhosts = async (): Promise<string> => suite().deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_vhosts']);

  test('are made, listed, and restored', async () => {
    const made = await run('backup', '--to', PLACE, '-o', 'json');
    expect(made).toMatchObject({ code: 0 });
    const { location } = JSON.parse(made.stdout);
    expect(location).toMatch(/^s3:\/\/backups\/rabbitmq\/kept-\d{8}T\d{6}Z\.backup$/);
    const listed = await run('backups', '--from', PLACE, '-o', 'json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ location, manifest: { cluster: NAME, counts: { vhosts: 2 } } }]);
    await suite().deployment.broker(0).run(['rabbitmqctl', 'delete_vhost', 'tenant']);
    expect(await run('restore', PLACE, '--yes')).toMatchObject({ code: 0 });
    expect(await vhosts()).toContain('tenant');
  });

  test('that aren\'t there, or may not be read, are said to be so', async () => {
    const { namespace, server } = suite();
    expect(await run('restore', 's3://backups/rabbitmq/none.backup', '--yes')).toMatchObject({ code: 15, stderr: expect.stringContaining('there is no s3://backups/rabbitmq/none.backup') });
    expect(await run('backup', '--to', 's3://nowhere')).toMatchObject({ code: 15, stderr: expect.stringContaining('there is no bucket "nowhere"') });
    const line = ['backup', '--to', PLACE, '-n', namespace, '-c', NAME, '--s3-endpoint', server.url];
    const { code, stderr } = await builtCli(line, { ...server.credentials, AWS_SECRET_ACCESS_KEY: 'another' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('SignatureDoesNotMatch') });
  });
});
