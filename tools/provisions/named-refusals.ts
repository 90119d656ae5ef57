/** Which provisions a spec names in `thenRefused(…)` or `leadsNowhere(…)`: read from its syntax, followed to where they are exported. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from '@anjuan/program';
import ts from 'typescript';

/** A name as another module exports it; `file` below the project's folder. */
export type Named = Readonly<{ file: string; name: string }>;

const within = (node: ts.Node): readonly ts.Node[] => {
  const found: ts.Node[] = [node];
  ts.forEachChild(node, (child) => {
    found.push(...within(child));
  });
  return found;
};

const isMemberName = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node);

const identifiersIn = (nodes: readonly ts.Node[]): readonly ts.Identifier[] =>
  nodes
    .flatMap(within)
    .filter(ts.isIdentifier)
    .filter((node) => !isMemberName(node));

type Spec = Readonly<{ path: string; nodes: readonly ts.Node[] }>;

const libraryOf = /^@anjuan\/(?<library>[^/]+)$/;

const moduleOf = ({ path }: Spec, specifier: string): string | undefined => {
  const library = libraryOf.exec(specifier)?.groups?.['library'];
  if (library !== undefined) return join(projectRoot(), 'libs', library, 'src', 'index.ts');
  const file = join(dirname(path), specifier).replace(/\.js$/, '.ts');
  return specifier.startsWith('.') && existsSync(file) ? file : undefined;
};

/** `import { a as b } from` and `import * as c from`: what a local name means. */
const imported = (spec: Spec, name: ts.Identifier): readonly Named[] =>
  spec.nodes.filter(ts.isImportDeclaration).flatMap((declaration) => {
    const file = ts.isStringLiteral(declaration.moduleSpecifier)
      ? moduleOf(spec, declaration.moduleSpecifier.text)
      : undefined;
    const bindings = declaration.importClause?.namedBindings;
    if (file === undefined || bindings === undefined) return [];
    if (ts.isNamespaceImport(bindings)) {
      const member = ts.isPropertyAccessExpression(name.parent) ? name.parent.name.text : undefined;
      return bindings.name.text === name.text && member !== undefined ? [{ file, name: member }] : [];
    }
    return bindings.elements
      .filter((element) => element.name.text === name.text)
      .map((element) => ({ file, name: (element.propertyName ?? element.name).text }));
  });

type Arrow = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;
const isFunction = (node: ts.Node): node is Arrow =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** The function whose parameter a name is. */
const takenBy = (name: ts.Identifier): Arrow | undefined => {
  for (let node: ts.Node = name; !ts.isSourceFile(node); node = node.parent) {
    if (isFunction(node) && identifiersIn(node.parameters).some(({ text }) => text === name.text))
      return node;
  }
  return undefined;
};

/** What is handed to a function: the table of `it.each(table)(title, fn)`, or the arguments where it is called. */
const handedTo = (spec: Spec, taker: Arrow): readonly ts.Node[] => {
  const call = taker.parent;
  if (ts.isCallExpression(call) && ts.isCallExpression(call.expression)) return call.expression.arguments;
  const called = ts.isVariableDeclaration(call) ? call.name.getText() : taker.name?.text;
  return spec.nodes
    .filter(ts.isCallExpression)
    .filter(({ expression }) => called !== undefined && expression.getText() === called)
    .flatMap((found) => [...found.arguments]);
};

const declared = (spec: Spec, name: ts.Identifier): readonly ts.Node[] =>
  spec.nodes
    .filter(ts.isVariableDeclaration)
    .filter((declaration) => declaration.name.getText() === name.text && !isFunctionValue(declaration))
    .flatMap(({ initializer }) => (initializer === undefined ? [] : [initializer]));

const isFunctionValue = ({ initializer }: ts.VariableDeclaration): boolean =>
  initializer !== undefined && isFunction(initializer);

const resolve = (spec: Spec, nodes: readonly ts.Node[], seen: Set<string>): readonly Named[] =>
  identifiersIn(nodes).flatMap((name) => {
    const known = imported(spec, name);
    if (known.length > 0) return known;
    if (seen.has(name.text)) return [];
    const deeper = new Set([...seen, name.text]);
    const taker = takenBy(name);
    return resolve(spec, taker === undefined ? declared(spec, name) : handedTo(spec, taker), deeper);
  });

/** `.thenRefused(…)` of a given history, or `leadsNowhere(…)` of a way around it. */
const asksRefusal = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression)
    ? expression.name.text === 'thenRefused'
    : ts.isIdentifier(expression) && expression.text === 'leadsNowhere';

/** Names in every refusal of a spec (a path below the project's folder), as their modules export them. */
export const namedRefusals = (file: string): readonly Named[] => {
  const path = join(projectRoot(), file);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const spec: Spec = { path, nodes: within(source) };
  const refusals = spec.nodes.filter(ts.isCallExpression).filter(asksRefusal);
  return refusals
    .flatMap((call) => resolve(spec, call.arguments, new Set()))
    .map((named) => ({ ...named, file: relative(projectRoot(), named.file) }));
};
