import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { miniSearch } from './.vitepress/search.mjs';

/** Fails if the search of the built site does not find the right pages: `search-test.mjs FOLDER`. */
const { default: MiniSearch } = await import(pathToFileURL(createRequire(import.meta.url).resolve('minisearch')).href);

/** What people search for, and the page that has the answer. */
const QUERIES = [
  ['quorum lost', 'runbooks/RabbitMQQuorumLost'],
  ['rotate password', 'backup#rotate-passwords'],
  ['ingress', 'ingress'],
  ['disk alarm', 'runbooks/RabbitMQDiskAlarm'],
  ['upgrade', 'upgrade'],
  ['split brain', 'runbooks/RabbitMQPartition'],
  ['helm values', 'helm'],
  ['memory limit', 'cluster#memory'],
  ['definitions', 'backup'],
  ['KEDA', 'autoscaling'],
  ['TLS certificate', 'security'],
  ['backup to S3', 'backup#back-up-to-s3'],
  ['memory alarm', 'runbooks/RabbitMQMemoryAlarm'],
  ['node down', 'runbooks/RabbitMQNodeDown'],
  ['network partition', 'runbooks/RabbitMQPartition'],
  ['pod pending', 'runbooks/RabbitMQPodNotStarting'],
  ['certificate expired', 'runbooks/RabbitMQCertificateExpiring'],
  ['CrashLoopBackOff', 'runbooks/RabbitMQPodNotStarting'],
  ['troubleshooting', 'troubleshooting'],
  ['changelog', 'reference/changelog'],
  ['Istio', 'service-mesh'],
  ['OpenShift', 'openshift'],
  ['IPv6', 'cluster#ipv6'],
  ['federation', 'second-site'],
  ['disaster recovery', 'second-site'],
  ['support bundle', 'cli/support-bundle'],
  ['airgapped', 'air-gap'],
  ['connect application', 'connect'],
  ['uninstall', 'uninstall'],
];
/** How many of the queries have to have the right page first. */
const FIRST = 27;
/** The rank within which each query has to find it. */
const WITHIN = 5;

const chunks = join(process.argv[2], 'assets/chunks');
const file = readdirSync(chunks).find(name => name.startsWith('@localSearchIndexroot'));
const { default: json } = await import(`data:text/javascript;base64,${Buffer.from(readFileSync(join(chunks, file))).toString('base64')}`);
const index = MiniSearch.loadJSON(json, {
  fields: ['title', 'titles', 'text'], storeFields: ['title', 'titles'], ...miniSearch.options, searchOptions: miniSearch.searchOptions,
});

const page = id => id.replace(/^\//, '').replace(/(\.html)?(#|$)/, '$2');
const isRight = (id, wanted) => wanted.includes('#') ? page(id) === wanted : page(id).replace(/#.*/, '') === wanted;
const ranks = QUERIES.map(([query, wanted]) => {
  const hits = index.search(query);
  return { query, wanted, rank: hits.findIndex(({ id }) => isRight(id, wanted)) + 1, first: hits[0]?.id ?? 'nothing' };
});
const first = ranks.filter(({ rank }) => rank === 1).length;
for (const { query, wanted, rank, first: found } of ranks.filter(one => one.rank !== 1)) {
  console.log(`search: "${query}" finds ${wanted} at rank ${rank || 'none'}; first is ${found}`);
}
console.log(`search: ${first} of ${QUERIES.length} queries find the right page first`);
process.exitCode = first < FIRST || ranks.some(({ rank }) => rank === 0 || rank > WITHIN) ? 1 : 0;
