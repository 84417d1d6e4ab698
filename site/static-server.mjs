import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.png': 'image/png',
};

/** Serves a built site on a free port of this machine, without `.html` in addresses as hosts of static sites do. */
export async function serve(root) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const file = [path, `${path}.html`, `${path}index.html`].map(name => join(root, name))
      .find(name => existsSync(name) && statSync(name).isFile());
    response.writeHead(file ? 200 : 404, {
      'content-type': TYPES[extname(file ?? '')] ?? 'text/plain',
      // their names have a hash: the browser compiles the scripts of the theme once, not once per page
      ...path.startsWith('/assets/') && { 'cache-control': 'max-age=31536000, immutable' },
    });
    file ? createReadStream(file).pipe(response) : response.end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
