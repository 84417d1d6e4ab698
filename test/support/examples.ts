import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { readdirSync } from 'fs';
import { join } from 'path';
import { Manifest } from './manifest';

type Example = new (scope: Construct, id: string) => Construct;

const FOLDER = join(__dirname, '../../examples');

/** Every example but the app that makes the profiles, by its file's name. */
export const EXAMPLES: Readonly<Record<string, Example>> = Object.fromEntries(
  readdirSync(FOLDER).filter(file => file.endsWith('.ts') && file !== 'main.ts').map(file => file.replace(/\.ts$/, '')).map(name => [name, exampleIn(name)]));

/** The manifests of each chart of an example. */
export function chartsOf(name: string): Manifest[][] {
  const app: App = new App();
  new EXAMPLES[name](app, name);
  return app.charts.map(chart => chart.toJson() as Manifest[]).filter(manifests => manifests.length > 0);
}

function exampleIn(name: string): Example {
  const exported = Object.values(jest.requireActual<Record<string, Example>>(join(FOLDER, name)));
  if (exported.length !== 1) {
    throw new Error(`examples/${name}.ts exports ${exported.length} things: one is the example`);
  }
  return exported[0];
}
