import { Chart } from 'cdk8s';
import { S3Server } from './s3-server';
import { RabbitMQCluster } from '../../../lib';
import { builtCli, type Run } from '../ops/cli';
import { Deployment, manifestsOf } from '../support/deployment';
import { createNamespace, deleteNamespace } from '../support/namespaces';

const NAME = 'kept';
const PLACE = 's3://backups/rabbitmq';
const { VERSITYGW: program = '' } = process.env;

// needs a program that isn't in node_modules: go install github.com/versity/versitygw/cmd/versitygw@v1.8.0
(program === '' ? describe.skip : describe)('backups in S3-compatible storage, by the command line', () => {
  let namespace: string;
  let deployment: Deployment;
  let server: S3Server;

  beforeAll(async () => {
    server = await S3Server.start(program, 'backups');
    namespace = await createNamespace('backup-');
    deployment = Deployment.of(manifestsOf((app) => {
      const chart = new Chart(app, 'kept', { namespace });
      new RabbitMQCluster(chart, 'RabbitMQ', { name: NAME, replicas: 1 });
      return chart;
    }), namespace);
    await deployment.up();
    await deployment.broker(0).run(['rabbitmqctl', 'add_vhost', 'tenant']);
  });

  afterAll(async () => {
    server.stop();
    await deleteNamespace(namespace);
  });

  const run = (...args: string[]): Promise<Run> => builtCli([...args, '-n', namespace, '-c', NAME, '--s3-endpoint', server.url], server.credentials);
  const vhosts = async (): Promise<string> => deployment.broker(0).run(['rabbitmqctl', '--silent', 'list_vhosts']);

  test('are made, listed, and restored', async () => {
    const made = await run('backup', '--to', PLACE, '-o', 'json');
    expect(made).toMatchObject({ code: 0 });
    const { location } = JSON.parse(made.stdout);
    expect(location).toMatch(/^s3:\/\/backups\/rabbitmq\/kept-\d{8}T\d{6}Z\.backup$/);
    const listed = await run('backups', '--from', PLACE, '-o', 'json');
    expect(JSON.parse(listed.stdout)).toMatchObject([{ location, manifest: { cluster: NAME, counts: { vhosts: 2 } } }]);
    await deployment.broker(0).run(['rabbitmqctl', 'delete_vhost', 'tenant']);
    expect(await run('restore', PLACE, '--yes')).toMatchObject({ code: 0 });
    expect(await vhosts()).toContain('tenant');
  });

  test('that aren\'t there, or may not be read, are said to be so', async () => {
    expect(await run('restore', 's3://backups/rabbitmq/none.backup', '--yes')).toMatchObject({ code: 15, stderr: expect.stringContaining('there is no s3://backups/rabbitmq/none.backup') });
    expect(await run('backup', '--to', 's3://nowhere')).toMatchObject({ code: 15, stderr: expect.stringContaining('there is no bucket "nowhere"') });
    const line = ['backup', '--to', PLACE, '-n', namespace, '-c', NAME, '--s3-endpoint', server.url];
    const { code, stderr } = await builtCli(line, { ...server.credentials, AWS_SECRET_ACCESS_KEY: 'another' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('SignatureDoesNotMatch') });
  });
});
