import '@testing-library/jest-dom';
import { fireEvent, render, screen } from '@testing-library/react';
import { MissingNote } from './MissingNote';

// The alert's icon loads after the test has ended.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

test("the backend's sentence is shown as it came, as text", () => {
  render(<MissingNote missing={{ kind: 'answer', sentence: 'No <b>tenant</b> was sent.' }} onChooseType={jest.fn()} />);
  expect(screen.getByRole('alert')).toHaveTextContent('No <b>tenant</b> was sent.');
});

test('a type that the service lacks is explained, and those that it sent are a click away', () => {
  const onChooseType = jest.fn();
  const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
  const missing = {
    kind: 'profile type',
    service: 'shop',
    profileTypeId: 'goroutine:goroutine:count:goroutine:count',
    sent: [cpu],
    why: 'No goroutine data: the Ruby SDK does not send it.',
  } as const;
  render(<MissingNote missing={missing} onChooseType={onChooseType} />);
  expect(screen.getByText('shop sent no Goroutines profiles in this time range')).toBeInTheDocument();
  expect(screen.getByText(/the Ruby SDK does not send it/)).toBeInTheDocument();
  fireEvent.click(screen.getByRole('button', { name: 'CPU' }));
  expect(onChooseType.mock.calls).toEqual([[cpu]]);
});
