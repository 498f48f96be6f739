import '@testing-library/jest-dom';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { TypesGuide } from './TypesGuide';

// The alert's icon loads after the test has ended.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const goroutines = 'goroutine:goroutine:count:goroutine:count';

function show(props: Partial<Parameters<typeof TypesGuide>[0]> = {}) {
  const onChoose = jest.fn();
  render(
    <TypesGuide
      service="shop"
      sent={[goroutines, cpu]}
      shown={cpu}
      onChoose={onChoose}
      labels={{ pyroscope_spy: 'gospy' }}
      problem={undefined}
      {...props}
    />
  );
  return onChoose;
}

test('each type that is sent is explained, and another one can be shown', () => {
  const onChoose = show();
  const sent = within(screen.getByRole('region', { name: 'Sent by shop' }));
  expect(sent.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['CPU', 'Goroutines']);
  expect(sent.getAllByText(/How to read it/)).toHaveLength(2);
  expect(sent.getByRole('button', { name: 'CPU is shown' })).toBeDisabled();
  fireEvent.click(sent.getByRole('button', { name: 'Show Goroutines' }));
  expect(onChoose.mock.calls).toEqual([[goroutines]]);
});

test('what is not sent has a reason', () => {
  show();
  const missing = within(screen.getByRole('region', { name: 'Not sent by shop' }));
  expect(missing.getByText('By its labels, this service is profiled by: Go SDK.')).toBeInTheDocument();
  const exceptions = missing.getByText('Exceptions').parentElement;
  expect(exceptions).toHaveTextContent('No exception data: the Go SDK does not send it.');
});

test('as long as the reasons are not known, none are given', () => {
  show({ labels: undefined });
  expect(screen.getByText('Looking at what profiles this service')).toBeInTheDocument();
  expect(screen.queryByText('Exceptions')).not.toBeInTheDocument();
});

test('where the labels cannot be asked for, that is said, and who would send the types', () => {
  show({ labels: undefined, problem: { kind: 'timeout', sentence: 'The backend did not answer in time.' } });
  expect(screen.getByRole('alert')).toHaveTextContent('The backend did not answer in time.');
  expect(screen.getByText('Exceptions').parentElement).toHaveTextContent('Sent by: .NET SDK.');
});
