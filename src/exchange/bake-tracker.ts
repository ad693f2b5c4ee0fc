import { Bundles } from './bake-tracker-bundles'
import { remarkUncovered } from './bake-tracker-cover'
import { isExportPart, joined } from './bake-tracker-export'
import { Events } from './bake-tracker-events'
import { Ingredients } from './bake-tracker-ingredients'
import { Ledger } from './bake-tracker-ledger'
import { Materials } from './bake-tracker-materials'
import { readPantry } from './bake-tracker-pantry'
import { Recipes } from './bake-tracker-recipes'
import { HEAD, OTHER_TABLES, OUR_TABLES, readTables, type Tables } from './bake-tracker-schema'
import { readTargets } from './bake-tracker-targets'
import { Units } from './bake-tracker-units'
import { Findings } from './findings'
import type { FileRefusal, ReadFile } from './imported'
import { readInstant } from './instant'
import { parseJson } from './json'
import { fold, nameOf } from './names'

const PROGRAM = 'bake-tracker'
const WITH_NOTES = [
  'event_production_targets',
  'event_assembly_targets',
  'production_runs',
  'production_records',
  'assembly_runs',
] as const
const KNOWN: readonly string[] = [...OUR_TABLES, ...OTHER_TABLES]

/**
 * Reads a backup that bake-tracker wrote as one file, or one made by hand after it. All that can be
 * taken is taken, the rest is named; a file that is damaged, or of another kind, is refused whole.
 * The same text gives the same facts on every device, whatever the order of its keys.
 */
export function readBakeTracker(text: string): ReadFile {
  const [read] = readBakeTrackerFiles([text])
  return read!
}

/**
 * Reads several files: the tables of an export are one, whatever their order; every other file is
 * read by itself, and a refusal says which it is. The same file twice is read once.
 */
export function readBakeTrackerFiles(texts: readonly string[]): readonly ReadFile[] {
  const parts: unknown[] = []
  const answers: ReadFile[] = []
  for (const [nth, text] of texts.entries()) {
    if (texts.indexOf(text) < nth) continue
    const parsed = parseJson(text)
    if ('value' in parsed && isExportPart(parsed.value)) parts.push(parsed.value)
    else {
      const read = 'file' in parsed ? parsed : readValue(parsed.value, new Findings())
      answers.push('file' in read && texts.length > 1 ? { ...read, nth } : read)
    }
  }
  if (parts.length > 0) {
    const findings = new Findings()
    // This export has no place for what was packed.
    findings.remark({ remark: 'no packings' })
    answers.push(readValue(joined(parts), findings))
  }
  return answers
}

function readValue(value: unknown, findings: Findings): ReadFile {
  const other = otherProgram(value)
  if (other) return other
  const read = readTables(value as object)
  if ('file' in read) return read
  reportOtherTables(value as object, findings)
  return findings.refusal ?? readFacts(read.tables, findings)
}

function readFacts(tables: Tables, findings: Findings): ReadFile {
  const ingredients = new Ingredients(tables.ingredients, findings)
  const recipes = new Recipes(tables.recipes, ingredients, findings)
  const units = new Units(tables, recipes, findings)
  const materials = new Materials(tables, findings)
  const bundles = new Bundles(tables, units, materials, findings)
  const events = new Events(tables.events, findings)
  const targets = readTargets(tables, events, recipes, bundles, findings)
  const ledger = new Ledger(tables, { events, recipes, units, bundles }, findings)
  const written = readInstant(tables.exported_at ?? '') ?? 0
  const pantry = readPantry(tables.inventory_items, written, ingredients, findings)
  const facts = {
    recipes: recipes.rows(),
    units: units.all,
    goods: bundles.all,
    ingredients: ingredients.rows(),
    materials: materials.all,
    events: events.all,
    ...targets,
    looseTargets: [],
    entries: [...ledger.production, ...ledger.assembly, ...pantry],
  }
  reportNotes(tables, findings)
  remarkUncovered(facts, ledger.production, ledger.assembly, findings)
  return findings.refusal ?? { facts, report: findings.report }
}

/** Refuses what bake-tracker did not write: by the name in the file, or for lack of any table of it. */
function otherProgram(value: unknown): FileRefusal | null {
  if (Array.isArray(value) && value.length === 0) return { file: 'empty' }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { file: 'other program', program: '' }
  }
  if (Object.keys(value).length === 0) return { file: 'empty' }
  const { application, source } = value as { application?: unknown; source?: unknown }
  const called = typeof application === 'string' ? application : null
  const program = called ?? (typeof source === 'string' ? source : '')
  const found = KNOWN.filter((table) => Object.hasOwn(value, table))
  const tables = found.map((table) => (value as Record<string, unknown>)[table])
  const ours = called === null ? tables.some(Array.isArray) : fold(called) === PROGRAM
  if (!ours) return { file: 'other program', program: program.slice(0, 200) }
  const nothing = tables.every(
    (rows) => rows === null || (Array.isArray(rows) && rows.length === 0),
  )
  return nothing ? { file: 'empty' } : null
}

/** One line a table that the board has no place for. */
function reportOtherTables(file: object, findings: Findings): void {
  const others = Object.entries(file as Record<string, unknown>).filter(
    (entry): entry is [string, object] =>
      typeof entry[1] === 'object' && entry[1] !== null && !OUR_TABLES.includes(entry[0]),
  )
  for (const [table, rows] of others.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (HEAD.includes(table)) continue
    findings.leaveOut(table, '', 'nothing of ours', Array.isArray(rows) ? rows.length : 1)
  }
}

/** Runs and targets have no place for notes: one line a table says how many are lost. */
function reportNotes(tables: Tables, findings: Findings): void {
  for (const table of WITH_NOTES) {
    let notes = 0
    for (const row of tables[table]) if (nameOf(row.notes) !== null) notes++
    findings.leaveOut(`${table}, notes`, '', 'nothing of ours', notes)
  }
}
