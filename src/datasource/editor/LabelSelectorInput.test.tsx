import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LabelSelectorInput } from './LabelSelectorInput';

function show(props: Partial<Parameters<typeof LabelSelectorInput>[0]> = {}) {
  const onCommit = jest.fn();
  const options = { name: ['region', 'k8s.pod'], operator: ['=', '!='], value: ['eu', 'us'] };
  render(
    <LabelSelectorInput
      id="labels"
      value="{}"
      suggest={({ kind }) => Promise.resolve(options[kind])}
      onCommit={onCommit}
      {...props}
    />
  );
  return { onCommit, user: userEvent.setup(), input: screen.getByRole('combobox', { name: 'Labels' }) };
}

test('names and values are suggested from the first click, and Shift+Enter runs', async () => {
  const { onCommit, user, input } = show();
  await user.click(input);
  await user.click(await screen.findByRole('option', { name: 'k8s.pod' }));
  expect(input).toHaveValue('{"k8s.pod"=}');
  await user.click(await screen.findByRole('option', { name: 'eu' }));
  expect(input).toHaveValue('{"k8s.pod"="eu"}');
  expect(onCommit).not.toHaveBeenCalled();
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(onCommit).toHaveBeenCalledWith('{"k8s.pod"="eu"}', true);
});

test('suggestions are chosen by keyboard alone, and braces may be left out', async () => {
  const { onCommit, user, input } = show();
  await user.clear(input);
  await user.type(input, 'reg');
  await screen.findByRole('option', { name: 'region' });
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('option', { name: 'eu' });
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}{Tab}');
  expect(input).toHaveValue('region="us"');
  await user.keyboard('{Escape}{Enter}');
  expect(onCommit).toHaveBeenCalledWith('{region="us"}', true);
});

test('what is wrong is said and marked when the field is left', async () => {
  const { user, input } = show();
  await user.clear(input);
  await user.type(input, 'region=eu');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.tab();
  expect(await screen.findByText(/cannot be read at its character 9/)).toBeInTheDocument();
  expect(screen.getByText('e', { selector: 'mark' })).toBeInTheDocument();
});

test('no text stays no text where nothing has to be given', async () => {
  const { onCommit, user, input } = show({ value: '{region="eu"}', isOptional: true });
  await user.clear(input);
  await user.tab();
  expect(onCommit).toHaveBeenCalledWith('', false);
});

test('of thousands of values, only those in sight are there, and the last is reached by key', async () => {
  const values = Array.from({ length: 5000 }, (_, i) => `pod-${i}`);
  const { user, input } = show({ value: '{pod=}', suggest: () => Promise.resolve(values) });
  await user.pointer({ keys: '[MouseLeft]', target: input, offset: 5 });
  expect(await screen.findByRole('option', { name: 'pod-0' })).toHaveAttribute('aria-setsize', '5000');
  expect(screen.getAllByRole('option').length).toBeLessThan(50);
  await user.keyboard('{ArrowUp}');
  expect(screen.getByRole('option', { name: 'pod-4999' })).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{Enter}');
  expect(input).toHaveValue('{pod="pod-4999"}');
});
