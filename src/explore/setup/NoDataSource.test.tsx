import '@testing-library/jest-dom';
import { config } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import { NoDataSource } from './NoDataSource';

// The illustration loads after the test has ended.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

function mayCreateDataSources(may: boolean) {
  config.bootData = { user: { permissions: { 'datasources:create': may } } } as unknown as typeof config.bootData;
}

test('who may add a data source gets a link to where one is added', () => {
  mayCreateDataSources(true);
  render(<NoDataSource />);
  const link = screen.getByRole('link', { name: 'Add a data source' });
  expect(link).toHaveAttribute('href', '/connections/datasources/new');
});

test('who may not is told whom to ask, and gets no link to a page that would refuse', () => {
  mayCreateDataSources(false);
  render(<NoDataSource />);
  expect(screen.getByText(/ask an administrator/i)).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});
