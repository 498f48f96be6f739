import path from 'node:path';
import { expect, test } from '@grafana/plugin-e2e';

/** plugin-e2e's own sign-in keeps the session in a folder at the top of the repository; ours is with the artefacts. */
test('an administrator signs in', async ({ request, user }) => {
  const answer = await request.post('/login', { data: user });
  expect(answer.status(), await answer.text()).toBe(200);
  await request.storageState({ path: path.resolve(import.meta.dirname, '../../artifacts/e2e/admin.json') });
});
