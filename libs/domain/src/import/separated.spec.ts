import { describe, expect, it } from 'vitest';
import { holdsSeparators, separated } from './separated.ts';

describe('the names in one cell', () => {
  it.each<[string, string, string[]]>([
    ['one', 'Copilot', ['Copilot']],
    ['by comma', 'ChatGPT, Claude, Copilot, Perplexity', ['ChatGPT', 'Claude', 'Copilot', 'Perplexity']],
    ['by semicolon', 'Dtex; KnowBe4;Crowdstrike', ['Dtex', 'KnowBe4', 'Crowdstrike']],
    ['by line break', 'Microsoft Defender\nCrowdstrike Falcon', ['Microsoft Defender', 'Crowdstrike Falcon']],
    ['by Windows line break', 'A\r\nB', ['A', 'B']],
    ['by comma and line break', 'HackerOne AI,\nNetApp ARP/AI', ['HackerOne AI', 'NetApp ARP/AI']],
    ['with a comma at the end', 'Gemini, Claude, ', ['Gemini', 'Claude']],
    ['in lower case after a comma', 'ChatGPT, xAI gov, scite.AI', ['ChatGPT', 'xAI gov', 'scite.AI']],
    ['a line that goes on in lower case', 'WebEx, Vyond\nfor Government', ['WebEx', 'Vyond for Government']],
    ['a line that begins with a bracket', 'AWS Q Developer \n(assistant)', ['AWS Q Developer (assistant)']],
    ['a comma in brackets', 'Suite (Teams, Excel), iOS', ['Suite (Teams, Excel)', 'iOS']],
    ['brackets in brackets', 'A (b (c, d), e), F', ['A (b (c, d), e)', 'F']],
    ['a bracket that never closes', 'A (b, C', ['A (b', 'C']],
    ['a bracket that never opened', 'A), B', ['A)', 'B']],
    ['a legal form', 'Lumen Voice, Inc., Abridge, LLC', ['Lumen Voice, Inc.', 'Abridge, LLC']],
    ['nothing but separators', ' ,;\n ', []],
    ['spaces of any kind', 'Now \t Assist,B', ['Now Assist', 'B']],
    ['characters beyond the basic plane', '🩺 (a, b), C', ['🩺 (a, b)', 'C']],
  ])('%s', (_case, cell, names) => {
    expect(separated(cell)).toEqual(names);
  });
});

it.each<[string, string[], boolean]>([
  ['no cells', [], false],
  ['single names', ['A', 'B', 'C'], false],
  ['a list here and there', ['A', 'B', 'C', 'D', 'E', 'F, G'], false],
  ['a list in each fifth cell', ['A', 'B', 'C', 'D', 'F, G'], true],
])('cells list several by habit: %s', (_case, cells, answer) => {
  expect(holdsSeparators(cells)).toBe(answer);
});
