import { App } from 'cdk8s';
import { ProdChart } from '../examples/prod';

/** The prod profile alone. */
const app = new App();
new ProdChart(app, 'prod');
app.synth();
