import { act, renderHook } from '@testing-library/react';
import { linkText, type LinkedView } from './linkText';
import { usePanelLink } from './usePanelLink';

const onLink = jest.fn();
const onView = jest.fn();
const searching = (search: string): LinkedView => ({ state: { search } });
const nothing: LinkedView = {};
const hook = (link: string | undefined) =>
  renderHook((props: { link: string | undefined; view: LinkedView }) => usePanelLink({ ...props, onLink, onView }), {
    initialProps: { link, view: nothing },
  });
const wait = () => act(() => jest.advanceTimersByTime(1000));

beforeEach(() => {
  jest.useFakeTimers();
  onLink.mockClear();
  onView.mockClear();
});
afterEach(() => jest.useRealTimers());

test('what is typed is told once, when it is typed', () => {
  const { rerender } = hook('');
  rerender({ link: '', view: searching('j') });
  rerender({ link: '', view: searching('js') });
  wait();
  expect(onLink.mock.calls).toEqual([[linkText(searching('js')).text]]);
});

test('a link that was told comes back as no news; another does', () => {
  const { rerender } = hook('');
  rerender({ link: '', view: searching('js') });
  wait();
  const [[told]] = onLink.mock.calls as [[string]];
  rerender({ link: told, view: searching('js') });
  expect(onView).not.toHaveBeenCalled();
  rerender({ link: '', view: searching('js') });
  expect(onView.mock.calls).toEqual([[{}]]);
  rerender({ link: '', view: {} });
  wait();
  expect(onLink).toHaveBeenCalledTimes(1);
});

test('where nobody keeps links nothing is told', () => {
  const { rerender } = hook(undefined);
  rerender({ link: undefined, view: searching('js') });
  wait();
  expect(onLink).not.toHaveBeenCalled();
});

test('a link to what is seen already changes nothing', () => {
  const { rerender } = hook(undefined);
  rerender({ link: undefined, view: searching('js') });
  rerender({ link: linkText(searching('js')).text, view: searching('js') });
  wait();
  expect(onView).not.toHaveBeenCalled();
  expect(onLink).not.toHaveBeenCalled();
});
