'use strict';

/** Prints npm's software bill of materials of a workspace (`sbom.js [WORKSPACE]`), with what npm takes from clock, chance and folder taken from the release. */
const { execFileSync } = require('child_process');
const { createHash } = require('crypto');
const path = require('path');

const root = path.join(__dirname, '../..');
const [workspace] = process.argv.slice(2);
const args = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', ...(workspace ? [`--workspace=${workspace}`] : ['--workspaces=false'])];
const bom = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }));
const { name } = require(path.join(root, workspace ?? '.', 'package.json'));

delete bom.serialNumber;
bom.metadata.timestamp = new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString();
bom.metadata.component.name = name;
const digest = createHash('sha256').update(JSON.stringify(bom)).digest('hex');
bom.serialNumber = `urn:uuid:${digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-5$3-a$4-$5')}`;
console.log(JSON.stringify(bom, undefined, 2));
