import { labelForms } from './labelForms';

test.each([
  ['runtime.mallocgc', 'runtime.mallocgc > mallocgc'],
  ['./node/node_modules/express/lib/router.js:handle:42', 'express/router.js:handle > router.js:handle > handle'],
  ['/usr/lib/python3.11/site-packages/requests/api.py:get - 62', 'requests/api.py:get > api.py:get > get'],
  [':Garbage Collection:0', 'Garbage Collection'],
  [':(idle):0', '(idle)'],
  ['', '(no name)'],
  ['a\nb', 'a b'],
])('%j stands as', (name, forms) => {
  expect(labelForms(name).join(' > ')).toBe(forms);
});
