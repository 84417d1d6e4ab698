import { App } from 'cdk8s';
import { DevChart } from './dev';
import { ProdChart } from './prod';
import { TestChart } from './test';

const app = new App();
new DevChart(app, 'dev');
new TestChart(app, 'test');
new ProdChart(app, 'prod');
app.synth();
