/**
 * Blanks out what is not code, so that a rule about code does not trip over a comment or a text.
 * Lines and columns stay where they are. Not a parser: enough for the style of this repository,
 * which Biome enforces.
 */

/** One file's text in three readings, all of the same length. */
export interface Readings {
  /** Without comments. */
  readonly uncommented: string;
  /** Without comments and without what stands in quotes, templates and regular expressions. */
  readonly code: string;
}

/** A template literal, in which `inside` is one more thing that may stand. */
function template(inside: string): string {
  return `\`(?:${inside}\\\\[\\s\\S]|[^\`\\\\])*\``;
}

/** `${…}`, in which a template may stand once more. */
function hole(inner: string): string {
  return `\\$\\{(?:[^{}\`]|${inner}|\\{[^{}]*\\})*\\}|`;
}

const TOKENS = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)`,
    String.raw`(?<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")`,
    `(?<template>${template(hole(template('')))})`,
    String.raw`(?<before>(?:[(,=:[!&|?{};>]|\breturn)\s*)(?<regex>\/(?![*\/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/\w*)`,
  ].join('|'),
  'gu',
);

function blank(text: string): string {
  return text.replace(/[^\n]/gu, ' ');
}

function keepEnds(text: string): string {
  return text.slice(0, 1) + blank(text.slice(1, -1)) + text.slice(-1);
}

/** What stands in `${…}` of a template is code, and stays. */
function maskTemplate(template: string): string {
  const parts = template.split(/(\$\{[^`{}]*\})/u);
  const masked = parts.map((part) => (part.startsWith('${') ? part : blank(part))).join('');
  return `${template.slice(0, 1)}${masked.slice(1, -1)}${template.slice(-1)}`;
}

/** The readings of a TypeScript file. */
export function readings(text: string): Readings {
  const strip = (isCode: boolean) =>
    text.replace(TOKENS, (match, ...rest) => {
      const groups: Record<string, string | undefined> = rest.at(-1);
      if (groups.comment !== undefined) return blank(match);
      if (!isCode) return match;
      if (groups.template !== undefined) return maskTemplate(match);
      if (groups.regex !== undefined) return `${groups.before}${keepEnds(groups.regex)}`;
      return keepEnds(match);
    });
  return { uncommented: strip(false), code: strip(true) };
}
