// The local server that a browser under our control takes for its proxy. It answers plain-HTTP requests for any host
// from the routes it was given, everything else with 404, and refuses CONNECT, so that nothing leaves the machine and
// content scripts for real news hosts run on our own pages. In `passThrough` it forwards instead, for live pages.
// It keeps a log of who asked for what. It listens on the loopback interface only.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface Answer {
  body: string | Uint8Array;
  /** With its charset. HTML in UTF-8 when left out. */
  type?: string;
  status?: number;
}

export interface LoggedRequest {
  method: string;
  /** With the port, when there is one. */
  host: string;
  /** Without scheme for CONNECT. */
  url: string;
  /** As the browser tells it; an extension's own requests give its origin away here. */
  origin: string | null;
  referer: string | null;
}

export interface LocalProxy {
  port: number;
  /** In order of arrival, since the start or the last `forget()`. */
  requests: readonly LoggedRequest[];
  /** `address` without its query; an answer may be made anew for each request. */
  serve(address: string, answer: Answer | (() => Answer | Promise<Answer>)): void;
  forget(): void;
  /** Why a host could not be reached, in `passThrough`. */
  failures: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export async function startProxy(options: { passThrough?: boolean } = {}): Promise<LocalProxy> {
  const routes = new Map<string, Answer | (() => Answer | Promise<Answer>)>();
  const requests: LoggedRequest[] = [];
  const failures = new Map<string, string>();
  const sockets = new Set<Socket>();

  const log = (message: IncomingMessage): LoggedRequest => {
    const { method = 'GET', url = '', headers } = message;
    const host = method === 'CONNECT' ? url : URL.canParse(url) ? new URL(url).host : (headers.host ?? '');
    const entry = { method, host, url, origin: headers.origin ?? null, referer: headers.referer ?? null };
    requests.push(entry);
    return entry;
  };

  const server = createServer(async (message, response) => {
    const { url, host } = log(message);
    const route = routes.get(addressOf(url));
    if (!route) {
      if (options.passThrough) forward(message, response, (why) => failures.set(host, why));
      else notFound(response);
      return;
    }
    try {
      send(response, typeof route === 'function' ? await route() : route);
    } catch (error) {
      send(response, { status: 500, type: 'text/plain; charset=utf-8', body: String(error) });
    }
  });
  server.on('connect', (message: IncomingMessage, socket: Socket) => {
    const { host } = log(message);
    if (options.passThrough) tunnel(message.url ?? '', socket, (why) => failures.set(host.replace(/:443$/, ''), why));
    else socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });

  return {
    port: (server.address() as AddressInfo).port,
    requests,
    failures,
    serve: (address, answer) => routes.set(addressOf(address), answer),
    forget: () => {
      requests.length = 0;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function addressOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function send(response: ServerResponse, { body, type = 'text/html; charset=utf-8', status = 200 }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

const notFound = (response: ServerResponse) =>
  send(response, { status: 404, type: 'text/plain; charset=utf-8', body: 'Not found' });

/** A host that cannot be reached gets no answer, as without a proxy: the browser shows its own error page. */
function forward(message: IncomingMessage, response: ServerResponse, failed: (why: string) => void): void {
  if (!URL.canParse(message.url ?? '')) {
    notFound(response);
    return;
  }
  const onward = request(
    message.url ?? '',
    { agent: false, method: message.method ?? 'GET', headers: message.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', (error) => {
    failed(error.message);
    response.destroy();
  });
  message.pipe(onward);
}

function tunnel(authority: string, socket: Socket, failed: (why: string) => void): void {
  if (!URL.canParse(`http://${authority}`)) {
    socket.destroy();
    return;
  }
  const { hostname, port } = new URL(`http://${authority}`);
  const onward = connect(Number(port || 443), hostname, () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', (error) => {
    failed(error.message);
    socket.destroy();
  });
  socket.on('close', () => onward.destroy());
}
