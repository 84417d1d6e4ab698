'use strict';

/**
 * Fails where the API breaks what was released: jsii-diff against `api/released.jsii.gz`, which a release puts there.
 * A new major version, or before 1.0.0 a new minor one, may break it; breaks are reported in any case.
 * With `--self-test`, fails unless a removed prop is found.
 */
const { spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { gunzipSync } = require('zlib');

const root = path.join(__dirname, '../..');
const released = path.join(root, 'api/released.jsii.gz');
const current = JSON.parse(fs.readFileSync(path.join(root, '.jsii'), 'utf8'));

/** What jsii-diff says of an API against the current one; empty where nothing breaks. */
function breaks(assembly) {
  // below node_modules, for the peers to be found from there
  const folder = path.join(root, 'node_modules/.cache/api');
  fs.mkdirSync(folder, { recursive: true });
  fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  fs.writeFileSync(path.join(folder, '.jsii'), JSON.stringify(assembly));
  const { stdout, stderr, status } = spawnSync('npx', ['jsii-diff', '--error-on=all', folder, root], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' },
  });
  return status === 0 ? '' : `${stdout}${stderr}`.trim();
}

/** The part of a version that has to rise before an API may break. */
const compatible = version => version.split('.').slice(0, version.startsWith('0.') ? 2 : 1).join('.');

function selfTest() {
  const older = structuredClone(current);
  const props = older.types['cdk8s-rabbitmq.RabbitMQClusterProps'].properties;
  props.push({ ...props[0], name: 'nowRemoved' });
  const said = breaks(older);
  const unchanged = breaks(current);
  if (!said.includes('nowRemoved') || unchanged !== '') {
    throw new Error(`a removed prop isn't found, or one that isn't there is: ${said || 'nothing'}; ${unchanged || 'nothing'}`);
  }
  console.log('API: a removed prop is found, and nothing where nothing changed');
}

function main() {
  if (process.argv.includes('--self-test')) {
    selfTest();
  }
  if (!fs.existsSync(released)) {
    console.log('API: nothing was released yet, so that nothing can break');
    return;
  }
  const before = JSON.parse(gunzipSync(fs.readFileSync(released)));
  const said = breaks(before);
  const allowed = compatible(before.version) !== compatible(current.version);
  console.log(said === '' ? `API: nothing of ${before.version} breaks` : `API: ${allowed ? 'allowed in' : 'not allowed in'} ${current.version}, breaks ${before.version}:\n${said}`);
  process.exitCode = said === '' || allowed ? 0 : 1;
}

main();
