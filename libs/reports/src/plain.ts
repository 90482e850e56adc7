export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

const REFUSED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 20;

/**
 * A copy that carries no prototype: what a template may see. Whatever is not plain JSON is refused, and an object or an
 * array that stands where a text belongs throws when it is printed, because it cannot be turned into a string.
 */
export function plain(value: unknown, path = 'data', depth = 0): Plain {
  if (depth > DEEPEST) throw new TypeError(`${path}: nested too deeply for a report`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    const copy = value.map((item, index) => plain(item, `${path}[${index}]`, depth + 1));
    return Object.setPrototypeOf(copy, null);
  }
  if (typeof value === 'object' && isPlainObject(value)) {
    const copy = Object.create(null);
    for (const [key, item] of Object.entries(value)) {
      if (REFUSED_KEYS.has(key))
        throw new TypeError(`${path}: the name "${key}" is not allowed in the data of a report`);
      copy[key] = plain(item, `${path}.${key}`, depth + 1);
    }
    return copy;
  }
  throw new TypeError(`${path}: a report takes text, numbers, yes or no, nothing, lists and plain objects`);
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
