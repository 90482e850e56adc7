import { words } from '../../import/normalize.ts';

/**
 * Does this text name nothing? People fill a column of names with what they know instead: that there are several, that
 * there is none. A vendor called "Various" would collect the agreements and gaps of many.
 */
export function isNoName(text: string): boolean {
  const said = words(text);
  return said === '' || NO_NAMES.has(said);
}

const NO_NAMES = new Set(
  `various|various vendors|various products|various tools|various services|multiple|multiple vendors|multiple products
  |several|many|other|others|all|any|none|no|yes|y|n|n a|na|not applicable|not available|not used|not known|unknown|unsure
  |tbd|tba|to be determined|to be decided|see above|same|same as above|as above|see notes|see comments|null|nil|blank
  |vendor|product|service|etc|in house|internal`
    .split('|')
    .map((name) => name.trim()),
);
