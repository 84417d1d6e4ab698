/** Size and place of the terminal beside the dashboard. */
const DASHBOARD = { width: 1344, height: 830, scale: 0.62 };
const TERMINAL = { x: 850, width: 590, line: 18, top: 62 };

/** What `rabbitmq-k8s status` and `health` print of the cluster that the dashboard shows. */
const STATUS = [
  '$ rabbitmq-k8s status -n production -c orders',
  '',
  'Cluster     production/orders',
  'Image       rabbitmq:4.3.6-management',
  'Age         12d',
  'Brokers     5 of 5 Ready',
  'Members     5 of 5 running',
  'Alarms      none',
  'Partitions  none',
  'Queues      4 (1 classic, 2 quorum, 1 stream) with 70 messages',
  '',
  'NODE      STATE  VERSION  ON        RESTARTS  AGE  VOLUME',
  'orders-0  Ready  4.3.6    worker-0  0         12d  50Gi ssd',
  'orders-1  Ready  4.3.6    worker-1  0         12d  50Gi ssd',
  'orders-2  Ready  4.3.6    worker-2  0         12d  50Gi ssd',
  'orders-3  Ready  4.3.6    worker-3  0         12d  50Gi ssd',
  'orders-4  Ready  4.3.6    worker-4  0         12d  50Gi ssd',
  '',
  '$ rabbitmq-k8s health -n production -c orders',
  '',
  '✔ production/orders is healthy',
];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The picture of the README: a dashboard beside a terminal. */
export function overview(dashboard: string): string {
  const width = TERMINAL.x + TERMINAL.width + 20;
  const height = Math.round(DASHBOARD.height * DASHBOARD.scale) + 20;
  const nested = dashboard.replace(/<svg ([^>]*?) width="\d+" height="\d+"/, `<svg $1 x="10" y="10" width="${Math.round(DASHBOARD.width * DASHBOARD.scale)}" height="${height - 20}"`);
  const lines = STATUS.map((line, index) => {
    const cssClass = line.startsWith('$') ? 'prompt' : line.startsWith('✔') ? 'good' : 'text';
    return `<text x="${TERMINAL.x + 18}" y="${TERMINAL.top + index * TERMINAL.line}" class="${cssClass}" xml:space="preserve">${escape(line)}</text>`;
  });
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map((color, index) => `<circle cx="${TERMINAL.x + 20 + 20 * index}" cy="28" r="6" fill="${color}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="overview-title">\n`
    + '<title id="overview-title">The overview dashboard next to the output of rabbitmq-k8s status</title>\n'
    + '<style>.frame{fill:#0f172a}.text,.prompt,.good{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13.5px;fill:#e2e8f0}.prompt{fill:#7dd3fc}.good{fill:#86efac}</style>\n'
    + `${nested}\n<rect class="frame" x="${TERMINAL.x}" y="10" width="${TERMINAL.width}" height="${height - 20}" rx="10"/>\n${dots.join('')}\n${lines.join('\n')}\n</svg>\n`;
}
