import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import { MissingNote } from './MissingNote';

// The alert's icon loads after the test has ended.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

test("the backend's sentence is shown as it came, as text", () => {
  render(<MissingNote missing={{ kind: 'answer', sentence: 'No <b>tenant</b> was sent.' }} />);
  expect(screen.getByRole('alert')).toHaveTextContent('No <b>tenant</b> was sent.');
});
