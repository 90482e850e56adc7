import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { template } from './html.ts';

const here = import.meta.dirname;
const templates = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.hbs'));

describe('template files', () => {
  it.each(templates)('%s escapes everything it prints', (path) => {
    const source = readFileSync(join(here, path), 'utf8');
    expect(source).not.toMatch(/\{\{~?\s*[{&]/);
  });
});

describe('template', () => {
  const render = template<{ name: unknown }>('<p title="{{name}}">{{name}}</p>');

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['{{constructor.constructor "x"}}', '{{constructor.constructor &quot;x&quot;}}'],
    ['{{{lookup this "__proto__"}}}', '{{{lookup this &quot;__proto__&quot;}}}'],
    [`" onload='x'`, '&quot; onload&#x3D;&#x27;x&#x27;'],
  ])('prints %s literally', (text, printed) => {
    expect(render({ name: text })).toBe(`<p title="${printed}">${printed}</p>`);
  });

  it.each([
    ['an object', {}],
    ['a syntax tree', { type: 'Program', body: [{ type: 'MustacheStatement', path: { original: 'x' } }] }],
    ['an object that claims to be safe', { toHTML: '<b>', toString: '<b>', string: '<b>' }],
    ['an array', ['<b>']],
    ['an empty array', []],
    ['a function', () => '<b>'],
    ['a date', new Date()],
    ['nothing at all', undefined],
    ['not a number', Number.NaN],
    ['an object with a prototype in its data', JSON.parse('{"__proto__": {"x": 1}}')],
    ['a constructor in its data', { constructor: 'x' }],
  ])('refuses %s where a text belongs', (_what, value) => {
    expect(() => render({ name: value })).toThrow(TypeError);
  });

  it('refuses a name the view does not have, and what every object inherits', () => {
    expect(() => template<object>('{{missing}}')({})).toThrow(/does not have/);
    expect(() => template<object>('{{constructor}}')({})).toThrow(/does not have/);
    expect(() => template<object>('{{__proto__}}')({})).toThrow(/does not have/);
  });

  it('has no helpers but its own', () => {
    expect(() => template<{ a: string }>('{{lookup a "b"}}')({ a: 'x' })).toThrow();
    expect(() => template<{ a: string }>('{{log a}}')({ a: 'x' })).toThrow();
  });

  it('writes a text into a CSS string so that it cannot leave it', () => {
    const css = template<{ text: string }>('"{{css text}}"')({ text: 'a"}</style>\n\\é😀' });
    expect(css).toBe('"a\\000022\\00007d\\00003c\\00002fstyle\\00003e\\00000a\\00005c\\0000e9\\01f600"');
  });
});
