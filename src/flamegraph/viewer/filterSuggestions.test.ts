import { filterSuggestions } from './filterSuggestions';

const functions = {
  length: 5,
  names: ['total', 'net/http.Serve', 'net/http.Get', 'encoding/json.Marshal', 'main.json'],
  files: ['src/net/server.go', 'json.go'],
  file: Int32Array.of(-1, 0, 0, 1, -1),
};

test('packages, files and functions of the profile are offered, each once, what begins with the text first', () => {
  expect(filterSuggestions(functions, 'package', '')).toEqual(['encoding/json', 'main', 'net/http']);
  expect(filterSuggestions(functions, 'package', 'NET')).toEqual(['net/http']);
  expect(filterSuggestions(functions, 'function', 'json')).toEqual(['encoding/json.Marshal', 'main.json']);
  expect(filterSuggestions(functions, 'function', 'main')).toEqual(['main.json']);
  expect(filterSuggestions(functions, 'file', 's')).toEqual(['src/net/server.go', 'json.go']);
});

test('nothing is offered where a part of a name is enough, and no more than can be read', () => {
  expect(filterSuggestions(functions, 'text', 'json')).toEqual([]);
  const many = { length: 201, names: ['total', ...Array.from({ length: 200 }, (_, at) => `f${at}`)] };
  expect(filterSuggestions(many, 'function', 'f')).toHaveLength(50);
});
