import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type * as GrafanaUi from '@grafana/ui';
import { Choice } from './Choice';

/** In Grafana, Combobox reports a choice from an effect, once a render, until it is given back as its value. */
jest.mock('@grafana/ui', () => ({
  ...jest.requireActual<typeof GrafanaUi>('@grafana/ui'),
  Combobox: ({ value, onChange }: { value: { label: string } | null; onChange: (option: unknown) => void }) => (
    <>
      <output>{value === null ? 'nothing' : value.label}</output>
      <button
        onClick={() => {
          const option = { value: 'b', label: 'Letter b' };
          onChange(option);
          onChange(option);
        }}
      >
        choose b
      </button>
      <button onClick={() => onChange(null)}>clear</button>
    </>
  ),
}));

function show(value: string) {
  const told: string[] = [];
  const page = (current: string) => (
    <Choice
      id="choice"
      value={current}
      label={`Letter ${current}`}
      load={async () => []}
      placeholder="None"
      onChange={(chosen) => told.push(chosen)}
    />
  );
  const { rerender } = render(page(value));
  return { told, giveBack: (current: string) => rerender(page(current)), user: userEvent.setup() };
}

const shown = () => screen.getByRole('status').textContent;

test('a choice is told once, however often it is reported, and is shown before its owner takes it over', async () => {
  const { told, user } = show('a');
  await user.click(screen.getByText('choose b'));
  expect(told).toEqual(['b']);
  expect(shown()).toBe('Letter b');
});

test('what its owner says is shown, and the same can be chosen again after that', async () => {
  const { told, giveBack, user } = show('a');
  await user.click(screen.getByText('choose b'));
  giveBack('b');
  giveBack('a');
  expect(shown()).toBe('Letter a');
  await user.click(screen.getByText('choose b'));
  expect(told).toEqual(['b', 'b']);
});

test('a choice can be taken back', async () => {
  const { told, user } = show('a');
  await user.click(screen.getByText('clear'));
  expect(told).toEqual(['']);
  expect(shown()).toBe('nothing');
});
