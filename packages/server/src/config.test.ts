import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const given = (MILEPOST_MAP_STYLE_URL: string) => readConfig({ MILEPOST_MAP_STYLE_URL });

test.each([
  'https://maps.example/style.json?key=1',
  'http://localhost:8080/style.json',
  'http://127.0.0.1/style.json',
  'http://[::1]:8080/style.json',
])('a street map may be at %s', (url) => {
  expect(given(url).MILEPOST_MAP_STYLE_URL).toBe(url);
});

test.each([
  'http://maps.example/style.json',
  'http://localhost.example/style.json',
  'file:///style.json',
  'style.json',
])('a street map may not be at %s, and the setting is named', (url) => {
  expect(() => given(url)).toThrow(ConfigError);
  expect(() => given(url)).toThrow(/MILEPOST_MAP_STYLE_URL: must /);
});
