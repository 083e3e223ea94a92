/** Finds places in a source where a small change alters behaviour, by kind of change. */
import { parseSync } from 'vite';

export interface Site {
  readonly operator: Operator;
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const SWAPPED: Readonly<Record<string, readonly [Operator, string]>> = {
  '+': ['arithmetic', '-'],
  '-': ['arithmetic', '+'],
  '*': ['arithmetic', '/'],
  '/': ['arithmetic', '*'],
  '<': ['boundary', '<='],
  '<=': ['boundary', '<'],
  '>': ['boundary', '>='],
  '>=': ['boundary', '>'],
  '===': ['equality', '!=='],
  '!==': ['equality', '==='],
  '&&': ['logic', '||'],
  '||': ['logic', '&&'],
};
const METHODS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    min: 'max',
    max: 'min',
    ceil: 'floor',
    floor: 'ceil',
    some: 'every',
    every: 'some',
    find: 'findLast',
    findLast: 'find',
  }),
);

export const OPERATORS = [
  'arithmetic',
  'boundary',
  'equality',
  'logic',
  'negation',
  'number',
  'boolean',
  'fallback',
  'method',
  'guard',
  'call',
  'await',
] as const;
export type Operator = (typeof OPERATORS)[number];

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function partsOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

/** `name`: tells the parser the language. */
export function sitesIn(name: string, source: string): readonly Site[] {
  const { program } = parseSync(name, source);
  const sites: Site[] = [];
  const visit = (node: Node) => {
    // Types and imports have no behaviour.
    if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(node.type)) return;
    if (node.type === 'ImportDeclaration') return;
    sites.push(...sitesAt(node, source));
    for (const part of partsOf(node)) visit(part);
  };
  if (isNode(program)) visit(program);
  return sites;
}

function sitesAt(node: Node, source: string): readonly Site[] {
  const { start, end } = node;
  const text = (part: unknown) => (isNode(part) ? source.slice(part.start, part.end) : '');
  const whole = (operator: Operator, instead: string): readonly Site[] => [{ operator, start, end, instead }];
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorOf(node, source);
    case 'UnaryExpression':
      return node.operator === '!' ? whole('negation', text(node.argument)) : [];
    case 'Literal':
      if (typeof node.value === 'number') return whole('number', `${node.value + 1}`);
      return typeof node.value === 'boolean' ? whole('boolean', String(!node.value)) : [];
    case 'CallExpression':
      return methodOf(node, text);
    case 'IfStatement':
      return leavesAtOnce(node) ? whole('guard', '') : [];
    case 'ExpressionStatement':
      return isNode(node.expression) && node.expression.type === 'CallExpression' ? whole('call', ';') : [];
    case 'AwaitExpression':
      return whole('await', `(${text(node.argument)})`);
    default:
      return [];
  }
}

function operatorOf({ left, right, operator }: Node, source: string): readonly Site[] {
  if (!isNode(left) || !isNode(right)) return [];
  if (operator === '??') return [{ operator: 'fallback', start: left.end, end: right.end, instead: '' }];
  const [kind, other] = SWAPPED[String(operator)] ?? [];
  // Texts are concatenated by `+`, and no other operator applies to them.
  const isText = (part: Node) => part.type === 'TemplateLiteral' || typeof part.value === 'string';
  if (kind === undefined || other === undefined || (operator === '+' && (isText(left) || isText(right)))) return [];
  const start = source.indexOf(String(operator), left.end);
  return [{ operator: kind, start, end: start + String(operator).length, instead: other }];
}

function methodOf({ callee, arguments: given }: Node, text: (part: unknown) => string): readonly Site[] {
  if (!isNode(callee) || callee.type !== 'MemberExpression' || !isNode(callee.property)) return [];
  const { start, end } = callee.property;
  const name = text(callee.property);
  const [first] = Array.isArray(given) ? given : [];
  if (name === 'at' && isNode(first) && text(first) === '-1')
    return [{ operator: 'method', start: first.start, end: first.end, instead: '0' }];
  const other = METHODS.get(name);
  return other === undefined ? [] : [{ operator: 'method', start, end, instead: other }];
}

/** `if (…) return …;`, `continue` or `throw`, and nothing else. */
function leavesAtOnce({ consequent, alternate }: Node): boolean {
  if (!isNode(consequent) || isNode(alternate)) return false;
  const leaves = (part: unknown) =>
    isNode(part) && ['ReturnStatement', 'ContinueStatement', 'BreakStatement'].includes(part.type);
  return leaves(consequent);
}
