/**
 * The mutators: each way in which a check is taken out of a statement. They remove, and do nothing
 * else: a bound that is moved by one, or a text that is misspelt, is for the vectors of the bounds.
 *
 * - a statement: `if (…) throw`, `if (…) return`, a call, an assignment; of `if … else`, each side;
 * - one operand of `&&` or `||`, at any depth;
 * - one side of `a ? b : c`, of `Math.min` and of `Math.max`;
 * - a `.filter(…)`, `.slice(…)`, `.trim()` or the like: what is kept of a value, or made of it;
 * - one part of bytes that are joined (to be hashed, or signed);
 * - one item of a list that is put together of other lists or of calls;
 * - what answers yes or no: it becomes `true`, and it becomes `false`.
 */

import { child, childrenOf, list, type SyntaxNode, textOf } from './syntax.js';

/** One change of a text: what stands from `start` to `end` becomes `by`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  /** What is done, for people, in Markdown. */
  readonly label: string;
}

const LABEL_CHARACTERS_MAX = 110;

/** Code on one line, in Markdown; what is too long loses its middle. */
export function quoted(code: string): string {
  const line = code.replace(/\s+/gu, ' ').trim();
  const half = LABEL_CHARACTERS_MAX / 2;
  const isLong = line.length > LABEL_CHARACTERS_MAX;
  const short = isLong ? `${line.slice(0, half)} … ${line.slice(-half)}` : line;
  const fence = short.includes('`') ? '``' : '`';
  return `${fence}${short}${fence}`;
}

const COMPARISONS = new Set(['===', '!==', '<', '<=', '>', '>=', 'in', 'instanceof']);
const KEEPING = new Set([
  'filter',
  'slice',
  'subarray',
  'trim',
  'replaceAll',
  'toUpperCase',
  'sort',
]);
const PREDICATES = new Set(['every', 'some', 'has', 'includes', 'startsWith', 'endsWith', 'test']);

function edit({ start, end }: SyntaxNode, by: string, label: string): Edit {
  return { start, end, by, label };
}

function removed(node: SyntaxNode, text: string): Edit {
  return edit(node, '{}', `${quoted(textOf(node, text))} removed`);
}

function bothAnswers(node: SyntaxNode, text: string): readonly Edit[] {
  return ['true', 'false'].map((by) => edit(node, by, `${quoted(textOf(node, text))} is ${by}`));
}

/** One of a node's parts in the place of the whole. */
function instead(node: SyntaxNode, part: SyntaxNode, text: string): Edit {
  const [whole, by] = [textOf(node, text), textOf(part, text)];
  return edit(node, `(${by})`, `${quoted(whole)} is ${quoted(by)}`);
}

/** `a || b || c` as its three operands; parentheses end a run of them. */
function operandsOf(node: SyntaxNode, operator: unknown): readonly SyntaxNode[] {
  if (node.type !== 'LogicalExpression' || node.operator !== operator) return [node];
  const sides = [child(node, 'left'), child(node, 'right')];
  return sides.flatMap((side) => (side === null ? [] : operandsOf(side, operator)));
}

function logicalEdits(node: SyntaxNode, text: string): readonly Edit[] {
  const operator = node.operator;
  const operands = operandsOf(node, operator);
  const inner = operands.flatMap((operand) => editsOf(operand, text));
  if (operator !== '&&' && operator !== '||') return inner;
  const dropped = operands.map((gone) => {
    const kept = operands.filter((one) => one !== gone).map((one) => textOf(one, text));
    const label = `of \`${operator}\`, ${quoted(textOf(gone, text))} removed`;
    return edit(node, `(${kept.join(` ${operator} `)})`, label);
  });
  return [...dropped, ...inner];
}

function ifEdits(node: SyntaxNode, text: string): readonly Edit[] {
  const [test, yes, no] = ['test', 'consequent', 'alternate'].map((name) => child(node, name));
  if (!test || !yes) return [];
  const whole = no ? bothAnswers(test, text) : [removed(node, text)];
  // Without its throw an `if` does nothing, as without all of it.
  const body = yes.type === 'BlockStatement' ? list(yes, 'body') : [yes];
  const inner = body.filter(({ type }) => type !== 'ThrowStatement');
  const rest = no ? [...inner, no] : inner;
  const lone = rest.length === 1 && !no && rest[0]?.type === 'ExpressionStatement';
  return [...whole, ...editsOf(test, text), ...(lone ? [] : rest.flatMap((s) => editsOf(s, text)))];
}

/** The name of what is called: `filter` in `list.filter(…)`. */
function methodOf(node: SyntaxNode): { name: string; receiver: SyntaxNode } | null {
  const callee = child(node, 'callee');
  if (callee?.type !== 'MemberExpression') return null;
  const [receiver, property] = [child(callee, 'object'), child(callee, 'property')];
  const name = property?.name;
  return receiver && typeof name === 'string' ? { name, receiver } : null;
}

/** Of a list of parts, each left out once; `around` puts the others together again. */
function withoutEach(
  node: SyntaxNode,
  parts: readonly SyntaxNode[],
  text: string,
  around: (kept: string) => string,
): readonly Edit[] {
  if (parts.length < 2) return [];
  return parts.map((gone) => {
    const kept = parts.filter((one) => one !== gone).map((one) => textOf(one, text));
    return edit(node, around(kept.join(', ')), `item ${quoted(textOf(gone, text))} removed`);
  });
}

function wholeCallEdits(node: SyntaxNode, text: string): readonly Edit[] {
  const given = list(node, 'arguments');
  const callee = child(node, 'callee');
  if (callee && textOf(callee, text) === 'concatBytes') {
    return withoutEach(node, given, text, (kept) => `concatBytes(${kept})`);
  }
  const method = methodOf(node);
  if (method === null) return [];
  const { name, receiver } = method;
  if (KEEPING.has(name)) {
    const call = `.${name}(${given.map((one) => textOf(one, text)).join(', ')})`;
    return [edit(node, textOf(receiver, text), `${quoted(call)} removed`)];
  }
  const isBound = textOf(receiver, text) === 'Math' && (name === 'min' || name === 'max');
  return isBound && given.length > 1 ? given.map((one) => instead(node, one, text)) : [];
}

function callEdits(node: SyntaxNode, text: string): readonly Edit[] {
  return [...wholeCallEdits(node, text), ...childrenOf(node).flatMap((one) => editsOf(one, text))];
}

function listEdits(node: SyntaxNode, text: string): readonly Edit[] {
  const items = list(node, 'elements');
  const inner = items.flatMap((item) => editsOf(item, text));
  const isJoined = items.some(({ type }) => type === 'SpreadElement' || type === 'CallExpression');
  return isJoined ? [...withoutEach(node, items, text, (kept) => `[${kept}]`), ...inner] : inner;
}

function answersYesOrNo(node: SyntaxNode): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '!';
  if (node.type === 'BinaryExpression') return COMPARISONS.has(String(node.operator));
  return node.type === 'CallExpression' && PREDICATES.has(methodOf(node)?.name ?? '');
}

/** A value that is returned or named: the whole of it, where it answers yes or no. */
function valueEdits(node: SyntaxNode | null, text: string, isBoolean = false): readonly Edit[] {
  if (node === null) return [];
  const isCall = node.type === 'CallExpression' || node.type === 'AwaitExpression';
  const whole = answersYesOrNo(node) || (isBoolean && isCall) ? bothAnswers(node, text) : [];
  return [...whole, ...editsOf(node, text)];
}

/** The returns of a function that is declared to answer yes or no. */
function functionEdits(node: SyntaxNode, text: string): readonly Edit[] {
  const body = child(node, 'body');
  const declared = child(node, 'returnType');
  const type = declared ? textOf(declared, text) : '';
  const isBoolean = /^: (?:Promise<)?boolean\b| is /u.test(type);
  if (body === null) return [];
  if (body.type !== 'BlockStatement') return valueEdits(body, text, isBoolean);
  const last = list(body, 'body').at(-1);
  const value = last?.type === 'ReturnStatement' ? child(last, 'argument') : null;
  const isCall = value?.type === 'CallExpression' || value?.type === 'AwaitExpression';
  const whole =
    value && isBoolean && isCall && !answersYesOrNo(value) ? bothAnswers(value, text) : [];
  return [...editsOf(body, text), ...whole];
}

function conditionalEdits(node: SyntaxNode, text: string): readonly Edit[] {
  const sides = [child(node, 'consequent'), child(node, 'alternate')];
  const chosen = sides.flatMap((side) => (side ? [instead(node, side, text)] : []));
  return [...chosen, ...childrenOf(node).flatMap((one) => editsOf(one, text))];
}

/** Each way to take a check out of a node, and of what stands in it. */
export function editsOf(node: SyntaxNode, text: string): readonly Edit[] {
  const below = () => childrenOf(node).flatMap((one) => editsOf(one, text));
  // Types check nothing, and a message that reads otherwise is still the same refusal.
  if (node.type.startsWith('TS') && !/As|NonNull|Satisfies/u.test(node.type)) return [];
  switch (node.type) {
    case 'IfStatement':
      return ifEdits(node, text);
    case 'ExpressionStatement':
      return [removed(node, text), ...below()];
    case 'ThrowStatement':
      return [removed(node, text)];
    case 'ReturnStatement':
      return valueEdits(child(node, 'argument'), text);
    case 'VariableDeclarator':
      return valueEdits(child(node, 'init'), text);
    case 'LogicalExpression':
      return logicalEdits(node, text);
    case 'ConditionalExpression':
      return conditionalEdits(node, text);
    case 'CallExpression':
      return callEdits(node, text);
    case 'ArrayExpression':
      return listEdits(node, text);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return functionEdits(node, text);
    case 'NewExpression':
    case 'TemplateLiteral':
      return [];
    default:
      return below();
  }
}
