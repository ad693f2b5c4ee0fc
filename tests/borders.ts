import { posix } from 'node:path'
import ts from 'typescript'

// What ARCHITECTURE.md states as borders and absences, as a function from one file's text to its offences.

interface Rule {
  /** Folders and files below src/, and packages, that may be imported. */
  readonly from: readonly string[]
  /** The same, for types only. */
  readonly types?: readonly string[]
  /** Neither clock nor dice: they come in as arguments. */
  readonly pure?: true
}

/** Who may import whom. A folder may always import itself; what is not listed here may import anything. */
const RULES: Readonly<Record<string, Rule>> = {
  domain: { from: [], pure: true },
  words: { from: ['domain'], types: ['exchange'], pure: true },
  exchange: { from: ['domain', 'valibot', 'parse-ingredient'], pure: true },
  data: { from: ['domain', 'exchange', 'dexie'] },
  live: {
    from: ['data/db', 'data/faults', 'data/queries', 'data/progress', 'domain', 'dexie', 'svelte'],
    types: ['data/connection'],
  },
  components: { from: ['words', 'svelte'], types: ['domain'] },
  platform: { from: ['svelte', 'workbox-window'], types: ['domain'] },
  screens: {
    from: [
      ...['live', 'data/commands', 'data/queries', 'components', 'platform', 'words', 'domain'],
      ...[
        'exchange/shopping-text',
        'exchange/ingredient-text',
        'exchange/event-tables',
        'routes',
        'svelte',
      ],
    ],
  },
  sw: { from: ['workbox-precaching'] },
}

const VAGUE_FOLDER = /(?:^|\/)(?:utils|helpers|services|managers)\//
const CLOCK_AND_DICE =
  /^(?:Date\.now|Math\.random|performance\.now|crypto\.(?:randomUUID|getRandomValues))$/

/** What a file below src/, named by its path from there, does against the borders. */
export function offences(path: string, text: string): string[] {
  const found: string[] = []
  if (VAGUE_FOLDER.test(path)) found.push('lies in a folder whose name says nothing')
  if (posix.basename(path) === 'index.ts') found.push('is a barrel')
  if (path.endsWith('.svelte')) found.push(...inMarkup(text))
  const code = path.endsWith('.svelte') ? scripts(text) : text
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true)
  const folder = path.split('/')[0] ?? ''
  const rule = RULES[folder]
  const visit = (node: ts.Node): void => {
    const imported = importOf(node)
    if (imported && rule && !allowed(path, folder, rule, imported)) {
      found.push(`imports ${imported.from}`)
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push('says any')
    if (rule?.pure && readsClockOrDice(node)) found.push(`uses ${node.getText(source)}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

interface Import {
  readonly from: string
  readonly typesOnly: boolean
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause
    return named(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
  }
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return named(node.argument.literal, true)
  }
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return dynamic ? named(node.arguments[0], false) : null
}

function named(specifier: ts.Node | undefined, typesOnly: boolean): Import | null {
  return specifier && ts.isStringLiteralLike(specifier) ? { from: specifier.text, typesOnly } : null
}

function allowed(path: string, folder: string, rule: Rule, { from, typesOnly }: Import): boolean {
  const relative = from.startsWith('.')
  const target = relative ? posix.join(posix.dirname(path), from) : from
  const lists = [...rule.from, ...(typesOnly ? (rule.types ?? []) : [])]
  if (relative) lists.push(folder)
  return lists.some((entry) => target === entry || target.startsWith(`${entry}/`))
}

function readsClockOrDice(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0
  }
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Date'
  return ts.isPropertyAccessExpression(node) && CLOCK_AND_DICE.test(node.getText())
}

/** Raw markup and static styles; the content policy forbids both. */
function inMarkup(text: string): string[] {
  const markup = text.replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, '')
  const found: string[] = []
  if (/\{@html\b/.test(markup)) found.push('shows raw markup')
  if (/\sstyle=["']?[^\s"'{|>][^{>]*?["'\s>]/.test(markup)) found.push('has a static style')
  return found
}

/** The scripts of a component, and the imports that its markup makes when needed. */
function scripts(text: string): string {
  const blocks = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code)
  const markup = text.replace(/<script\b[\s\S]*?<\/script>/g, '')
  return [...blocks, ...(markup.match(/\bimport\(\s*['"][^'"]+['"]\s*\)/g) ?? [])].join('\n')
}
