import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import { MemoryRouter, useLocation, useNavigate, type NavigateFunction } from 'react-router-dom';
import { ExploreApp } from './ExploreApp';
import { sceneApp } from './sceneApp';
import { explorePath } from './routes';

jest.mock('./sceneApp');

let navigate: NavigateFunction;

function Address() {
  navigate = useNavigate();
  return <output>{useLocation().pathname}</output>;
}

function open(path: string) {
  const Component = () => <p>the pages</p>;
  jest.mocked(sceneApp).mockClear();
  jest.mocked(sceneApp).mockImplementation(() => ({ Component }) as never);
  render(
    <MemoryRouter initialEntries={[path]} future={{ v7_startTransition: false, v7_relativeSplatPath: false }}>
      <ExploreApp />
      <Address />
    </MemoryRouter>
  );
}

test.each(['/a/pyrolens-profiles-app', '/a/pyrolens-profiles-app/', '/a/pyrolens-profiles-app/nowhere'])(
  '%s leads to the explore page',
  (path) => {
    open(path);
    expect(screen.getByRole('status')).toHaveTextContent(explorePath);
    expect(screen.getByText('the pages')).toBeInTheDocument();
  }
);

test('choosing something on the page keeps it; the link in the menu opens it afresh', () => {
  open(explorePath);
  act(() => navigate(`${explorePath}?var-service=checkout`, { replace: true }));
  act(() => navigate(`${explorePath}?var-service=storefront`));
  expect(sceneApp).toHaveBeenCalledTimes(1);
  act(() => navigate(explorePath));
  expect(sceneApp).toHaveBeenCalledTimes(2);
});
