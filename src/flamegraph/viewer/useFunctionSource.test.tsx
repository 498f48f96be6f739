import { act, renderHook, waitFor } from '@testing-library/react';
import { epochMs } from '../../base/units';
import type { ProfileSource } from '../../profile/profileSource';
import { useFunctionSource } from './useFunctionSource';

const question = { profileTypeId: 'cpu', labelSelector: '{}', from: epochMs(0), to: epochMs(1) };

function sourceWith(template: string | undefined, commonLabels?: ProfileSource['commonLabels']) {
  const source: ProfileSource = {
    version: 1,
    profile: () => new Promise(() => undefined),
    ...(template === undefined ? {} : { sourceLink: { template } }),
    ...(commonLabels === undefined ? {} : { commonLabels }),
  };
  return { source, question };
}

test('without a template there are no links', () => {
  expect(renderHook(() => useFunctionSource(undefined)).result.current).toBeUndefined();
  const questions = sourceWith(undefined);
  expect(renderHook(() => useFunctionSource(questions)).result.current).toBeUndefined();
});

test('a template that names no labels asks nobody', () => {
  const commonLabels = jest.fn();
  const questions = sourceWith('https://host/{path}#L{line}', commonLabels);
  const { result } = renderHook(() => useFunctionSource(questions));
  expect(result.current?.('cmd/main.go', 7)).toBe('https://host/cmd/main.go#L7');
  expect(result.current?.('cmd/main.go', undefined)).toBe('https://host/cmd/main.go#L');
  expect(commonLabels).not.toHaveBeenCalled();
});

test('labels are those that all of the profile has in common; until they are known there is no link', async () => {
  const questions = sourceWith('https://host/{repo}/{path}', async () => ({ repo: 'shop' }));
  const { result } = renderHook(() => useFunctionSource(questions));
  expect(result.current?.('main.go', 1)).toBeUndefined();
  await waitFor(() => expect(result.current?.('main.go', 1)).toBe('https://host/shop/main.go'));
});

test('where labels cannot be read there is no link, and nothing else fails', async () => {
  const questions = sourceWith('https://host/{repo}/{path}', () => Promise.reject(new Error('down')));
  const { result } = renderHook(() => useFunctionSource(questions));
  await act(async () => undefined);
  expect(result.current?.('main.go', 1)).toBeUndefined();
});
