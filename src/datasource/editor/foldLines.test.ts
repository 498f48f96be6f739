import { foldLines } from './foldLines';

test('a query of several lines becomes one', () => {
  const pasted = `
    process_cpu:cpu:nanoseconds:cpu:nanoseconds{
      service_name="a  b",   # the shop's
      # and only there
      region=~"eu#1|us",
    }
`;
  expect(foldLines(pasted)).toBe(
    'process_cpu:cpu:nanoseconds:cpu:nanoseconds{service_name="a  b", region=~"eu#1|us",}'
  );
});

test.each(['', ' ', ' region', '{ a="b" }'])('what is on one line stays as it is: "%s"', (text) => {
  expect(foldLines(text)).toBe(text);
});
