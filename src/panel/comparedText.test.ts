import { epochMs } from '../base/units';
import { comparedText } from './comparedText';

const at = (time: string) => epochMs(Date.parse(`2026-11-21T${time}Z`));
const question = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{service_name="checkout"}',
  from: at('14:00:00'),
  to: at('15:00:00'),
};

test('only what differs is said', () => {
  const earlier = { ...question, from: at('13:00:00'), to: at('14:00:00') };
  expect(comparedText(earlier, question, 'utc')).toBe(
    '13:00:00 – 14:00:00 (baseline) compared with 14:00:00 – 15:00:00.'
  );
  const day = 86_400_000;
  const yesterday = { ...question, from: epochMs(question.from - day), to: epochMs(question.to - day) };
  expect(comparedText(yesterday, question, 'utc')).toBe(
    '2026-11-20 14:00:00 – 15:00:00 (baseline) compared with 2026-11-21 14:00:00 – 15:00:00.'
  );
  expect(comparedText({ ...question, labelSelector: '{version="1"}' }, question, 'utc')).toBe(
    '{version="1"} (baseline) compared with {service_name="checkout"}.'
  );
});

test('a comparison of the same with the same says so', () => {
  expect(comparedText(question, question, 'utc')).toMatch(/are the same/);
});
