// Where the hostile books call to: a server that only remembers.
import { createServer } from "node:http";

const PORT = 8399;

export async function beacon() {
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url);
    response.end();
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(PORT, "127.0.0.1", listening);
  });
  return { heard, close: () => new Promise((closed) => server.close(closed)) };
}
