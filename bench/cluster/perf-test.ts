import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { argumentsOf, type Load } from '../../ops/src/perf-test/manifests';
import { figuresIn, type PerfTestFigures } from '../../ops/src/perf-test/results';
import type { AmqpTarget } from '../../ops/src/load-generator/amqp';

const run = promisify(execFile);

const FOLDER = resolve('dist/bench/perf-test');
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId><artifactId>perf-test</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.rabbitmq</groupId><artifactId>perf-test</artifactId><version>2.22.1</version></dependency>
  </dependencies>
</project>
`;

/** Gets RabbitMQ's PerfTest with all it needs from Maven's registry, and returns the class path. */
export async function getPerfTest(): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, 'pom.xml'), POM);
  await run('mvn', ['--batch-mode', '--quiet', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], { cwd: FOLDER, timeout: 300_000 });
  return join(FOLDER, 'jars', '*');
}

/** Puts load on brokers by PerfTest, which runs here. */
export async function perfTest(
  classPath: string,
  { username, password, host, port }: AmqpTarget,
  load: Load,
): Promise<PerfTestFigures> {
  const uri = `amqp://${encodeURIComponent(username)}:${encodeURIComponent(password)}@${host}:${port}/%2f`;
  const { stdout } = await run('java', ['-Xmx512m', '-cp', classPath, 'com.rabbitmq.perf.PerfTest', '--uri', uri, ...argumentsOf(load)],
    { timeout: (load.durationS + 60) * 1000, maxBuffer: 16 * 1024 * 1024 });
  return figuresIn(stdout);
}
