/// <reference path="./assets.d.ts" />
import Handlebars from 'handlebars';
import { fontFaces } from './fonts.ts';
import paperCss from './partials/paper.css.hbs?raw';
import runningCss from './partials/running.css.hbs?raw';
import { plain } from './plain.ts';

/**
 * Compiles a template file of ours into a function from view to HTML. Never call it with text that people entered.
 * Names that the view does not have throw; helpers are the few below and the block helpers `if`, `unless`, `each`.
 */
export function template<View extends object>(source: string): (view: View) => string {
  const render = engine().compile(source, OPTIONS);
  return (view) => {
    const data = plain(view);
    try {
      return render(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
    } catch (cause) {
      throw new TypeError('The template asks for a name the view does not have, or prints what is not a text', {
        cause,
      });
    }
  };
}

const HELPERS = { css: cssString, plural };

const OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  preventIndent: true,
  knownHelpers: {
    ...{ helperMissing: false, blockHelperMissing: false, lookup: false, log: false, with: false },
    ...{ if: true, unless: true, each: true },
    ...Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  } as NonNullable<CompileOptions['knownHelpers']>,
};

function engine() {
  const handlebars = Handlebars.create();
  for (const name of ['lookup', 'log', 'with', 'helperMissing', 'blockHelperMissing'])
    handlebars.unregisterHelper(name);
  handlebars.registerHelper(HELPERS);
  const partials = { fonts: fontFaces, paper: paperCss, running: runningCss };
  for (const [name, source] of Object.entries(partials)) {
    handlebars.registerPartial(name, handlebars.compile(source, OPTIONS));
  }
  return handlebars;
}

/**
 * A text as the inside of a CSS string. Everything but ASCII letters and digits becomes a hexadecimal escape, so that
 * no text can end the string, the rule or the style element.
 */
function cssString(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError('css: a text is expected');
  return text.replace(/[^A-Za-z0-9]/gu, (character) => `\\${character.codePointAt(0)!.toString(16).padStart(6, '0')}`);
}

/** `{{plural count "system" "systems"}}`: "1 system", "2,410 systems". */
function plural(count: unknown, one: unknown, many: unknown): string {
  if (typeof count !== 'number') throw new TypeError('plural: a number is expected');
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
