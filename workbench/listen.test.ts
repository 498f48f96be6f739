import { createServer } from 'node:http';
import { CannotListenError, listen } from './listen';

test('a taken port is told in one sentence with a way out', async () => {
  const first = createServer();
  const port = await listen(first, 0, '127.0.0.1');
  try {
    const second = listen(createServer(), port, '127.0.0.1');
    await expect(second).rejects.toThrow(CannotListenError);
    await expect(second).rejects.toThrow(
      `Port ${port} is taken: choose another with \`npm start -- --port ${port + 1}\`, or 0 for any free one.`
    );
  } finally {
    first.close();
  }
});
