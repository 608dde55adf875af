// The server that stands between a browser under test and the world.
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalProxy, startProxy } from '../../scripts/lib/proxy.ts';

let proxy: LocalProxy | null = null;
afterEach(async () => {
  await proxy?.close();
  proxy = null;
});

/** Asks through the proxy, as a browser does; null when the connection is closed without an answer. */
function ask(
  port: number,
  url: string,
  method = 'GET',
): Promise<{ status: number; type: string | undefined; body: string } | null> {
  return new Promise((done) => {
    const asked = request({ host: '127.0.0.1', port, path: url, method, headers: { host: 'x' } }, (answer) => {
      let body = '';
      answer.on('data', (data) => (body += data));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, type: answer.headers['content-type'], body }));
    });
    asked.on('connect', (answer) => done({ status: answer.statusCode ?? 0, type: undefined, body: '' }));
    asked.on('error', () => done(null));
    asked.end();
  });
}

describe('the local proxy', () => {
  it('answers for any host from its routes, whatever the query, and 404 to all else', async () => {
    proxy = await startProxy();
    proxy.serve('http://www.example.org/a', { body: '<p>A' });
    proxy.serve('http://www.example.org/b', () => ({ body: '{}', type: 'application/json', status: 201 }));
    expect(await ask(proxy.port, 'http://www.example.org/a?x=1')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<p>A',
    });
    expect(await ask(proxy.port, 'http://www.example.org/b')).toMatchObject({ status: 201, type: 'application/json' });
    expect(await ask(proxy.port, 'http://example.org/a')).toMatchObject({ status: 404 });
    expect(await ask(proxy.port, 'http://www.example.org/c')).toMatchObject({ status: 404 });
  });

  it('refuses tunnels, and logs every request with its host', async () => {
    proxy = await startProxy();
    expect(await ask(proxy.port, 'www.example.org:443', 'CONNECT')).toMatchObject({ status: 403 });
    await ask(proxy.port, 'http://other.example.org:81/x');
    expect(proxy.requests.map(({ method, host }) => `${method} ${host}`)).toEqual([
      'CONNECT www.example.org:443',
      'GET other.example.org:81',
    ]);
    proxy.forget();
    expect(proxy.requests).toEqual([]);
  });

  it('passes through when it is told to, and says why a host could not be reached', async () => {
    const other = await startProxy();
    other.serve('http://127.0.0.1/hello', { body: 'hello' });
    proxy = await startProxy({ passThrough: true });
    proxy.serve('http://www.example.org/own', { body: 'own' });
    expect(await ask(proxy.port, 'http://www.example.org/own')).toMatchObject({ body: 'own' });
    // What it forwards reaches the other server, which has no such route for that port.
    expect(await ask(proxy.port, `http://127.0.0.1:${other.port}/hello`)).toMatchObject({ status: 404 });
    expect(other.requests).toHaveLength(1);
    await other.close();
    expect(await ask(proxy.port, `http://127.0.0.1:${other.port}/hello`)).toBeNull();
    expect(proxy.failures.get(`127.0.0.1:${other.port}`)).toMatch(/ECONNREFUSED/);
  });
});
