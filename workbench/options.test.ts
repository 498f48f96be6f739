import { DEFAULT_PORT, parseOptions } from './options';

function optionsOf(...args: string[]) {
  const parsed = parseOptions(args);
  if (parsed.kind !== 'run') {
    throw new Error(parsed.kind === 'wrong' ? parsed.sentence : 'help');
  }
  return parsed.options;
}

test('without arguments the demo runs into the own store', () => {
  expect(optionsOf()).toEqual({
    port: DEFAULT_PORT,
    host: 'localhost',
    backend: undefined,
    demo: true,
    seed: false,
    plugins: undefined,
  });
});

test('what brings its own profiles keeps the demo out', () => {
  expect(optionsOf('--backend', 'http://pyroscope:4040').demo).toBe(false);
  expect(optionsOf('--seed').demo).toBe(false);
  expect(optionsOf('--no-demo').demo).toBe(false);
});

test.each([
  [['--port', 'http'], "--port wants a number from 0 to 65535, not 'http'."],
  [['--port', '70000'], "--port wants a number from 0 to 65535, not '70000'."],
  [['--backend', 'pyroscope:4040'], "--backend wants an http or https address, not 'pyroscope:4040'."],
  [['--backend', 'nonsense'], "--backend wants an http or https address, not 'nonsense'."],
  [['--seed', '--backend', 'http://a'], '--seed fills the own store, which --backend replaces: give one of the two.'],
])('%j is refused with a sentence', (args, sentence) => {
  expect(parseOptions(args)).toEqual({ kind: 'wrong', sentence });
});

test('an unknown option is named', () => {
  const parsed = parseOptions(['--prot', '1']);
  expect(parsed.kind === 'wrong' && parsed.sentence).toContain('--prot');
});
