import { epochMs } from '../../base/units';
import { callTreeToFrame } from '../../frames/callTreeToFrame';
import { textProfile } from '../../profile/textProfile';
import type { PanelView } from '../panelViews';
import { parameterName } from './parameterName';

function nameOf(targets: object[] | undefined, views: PanelView[] = [], pod = 'a') {
  const data = { request: targets && { targets } } as unknown as Parameters<typeof parameterName>[0]['data'];
  return parameterName({ id: 4, data, replaceVariables: (text) => text.replaceAll('$pod', pod) }, views);
}

/** A view of a profile that says which service and time it is of. */
function viewOf(service: string, to = 1000): PanelView {
  const question = {
    profileTypeId: 'cpu',
    labelSelector: `{service_name="${service}"}`,
    from: epochMs(0),
    to: epochMs(to),
  };
  const meta = { version: 1, kind: 'profile', title: service, question } as const;
  const frame = callTreeToFrame(textProfile('main 5'), { refId: 'A', name: service, meta });
  return { key: 'A/0', label: service, series: [], profile: { frame, position: 0 } };
}

test("a panel's parameter has its id, and letters that no address escapes", () => {
  expect(nameOf([{ refId: 'A' }])).toMatch(/^pyrolens-4\.[0-9a-z]+$/);
});

test('it is another for another value of a variable, and the same whatever order fields came in', () => {
  const target = { refId: 'A', labelSelector: '{pod="$pod"}' };
  expect(nameOf([target], [], 'b')).not.toBe(nameOf([target]));
  expect(nameOf([{ labelSelector: '{pod="$pod"}', refId: 'A' }])).toBe(nameOf([target]));
});

test('in Explore, where no request is known, it goes by what was asked, at any time', () => {
  expect(nameOf(undefined, [viewOf('orders')])).not.toBe(nameOf(undefined, [viewOf('checkout')]));
  expect(nameOf(undefined, [viewOf('checkout', 2000)])).toBe(nameOf(undefined, [viewOf('checkout')]));
});
