import { compose } from '../domain/composition'
import type { Component, FinishedGood, GoodId, GoodLine } from '../domain/model'
import { whole, type Fraction } from '../domain/quantity'
import type { Materials } from './bake-tracker-materials'
import type { Row, Tables } from './bake-tracker-schema'
import type { Units } from './bake-tracker-units'
import { exactly, nearest } from './decimal'
import { readLine, type Part } from './bake-tracker-lines'
import type { Findings } from './findings'
import type { LeftOutReason } from './imported'
import { IMPORTED, idFrom, idFromParts } from './imported-row'
import { Directory, fold, nameOf } from './names'

interface Bundle extends Omit<FinishedGood, 'lines'> {
  readonly lines: GoodLine[]
}

export interface GoodReference {
  readonly finished_good_slug?: string | null | undefined
  readonly finished_good_name?: string | null | undefined
}

/** Finished goods, and packages, which are bundles of bundles. */
export class Bundles {
  readonly #all: Bundle[] = []
  readonly #ids = new Set<GoodId>()
  readonly #goods = new Directory<Bundle>()
  readonly #packages = new Directory<Bundle>()
  readonly #units: Units
  readonly #materials: Materials
  readonly #findings: Findings

  constructor(tables: Tables, units: Units, materials: Materials, findings: Findings) {
    this.#units = units
    this.#materials = materials
    this.#findings = findings
    for (const row of tables.finished_goods) this.#addGood(row)
    for (const row of tables.packages) this.#addPackage(row)
    // Rows without a place come after those that have one, in file order.
    const place = (row: Row<'compositions'>): number => row.sort_order ?? Infinity
    const inOrder = [...tables.compositions].sort((a, b) =>
      place(a) === place(b) ? 0 : place(a) - place(b),
    )
    for (const row of inOrder) this.#addLine(row)
    for (const row of tables.package_finished_goods) this.#addToPackage(row)
    this.#refuseCycles()
  }

  get all(): readonly FinishedGood[] {
    return this.#all
  }

  /** The bundle that a row of `table` refers to. Of several with that name the first, which is remarked. */
  find(table: string, row: GoodReference): FinishedGood | undefined {
    const found = this.#goods.find(row.finished_good_slug, row.finished_good_name)
    const name = nameOf(row.finished_good_name, row.finished_good_slug) ?? ''
    if (found.length === 0) this.#findings.leaveOut(table, name, 'unknown bundle')
    if (found.length > 1) {
      this.#findings.remark({ remark: 'ambiguous name', table: 'finished_goods', name })
    }
    return found[0]
  }

  #addGood(row: Row<'finished_goods'>): void {
    const name = nameOf(row.display_name, row.name, row.slug)
    const notes = [nameOf(row.notes), nameOf(row.packaging_instructions)].filter((text) => text)
    const id = name === null ? null : idFrom<GoodId>('good', nameOf(row.slug) ?? name)
    const hidden = row.is_archived ?? false
    const bundle = this.#add('finished_goods', id, name, notes.join('\n'), hidden)
    if (bundle) this.#goods.add(bundle, row.slug, bundle.name)
  }

  #addPackage(row: Row<'packages'>): void {
    const name = nameOf(row.name)
    const id = name === null ? null : idFromParts<GoodId>('good', ['package', fold(name)])
    const notes = [nameOf(row.notes), nameOf(row.description)].filter((text) => text)
    const bundle = this.#add('packages', id, name, notes.join('\n'), false)
    if (bundle) this.#packages.add(bundle, null, bundle.name)
  }

  #add(
    table: string,
    id: GoodId | null,
    name: string | null,
    notes: string,
    hidden: boolean,
  ): Bundle | null {
    if (id === null || name === null || this.#ids.has(id)) {
      this.#findings.leaveOut(table, name, name === null ? 'no name' : 'twice')
      return null
    }
    this.#ids.add(id)
    const bundle = { ...IMPORTED, hidden, id, name, notes, lines: [] }
    this.#all.push(bundle)
    return bundle
  }

  #addLine(row: Row<'compositions'>): void {
    const { outer, part, partName } = readLine(row)
    const bundle = this.#goods.find(outer)[0] ?? this.#packages.find(row.package_name)[0]
    const label = `${bundle?.name ?? outer ?? nameOf(row.package_name) ?? ''} › ${partName}`
    const item = bundle ? this.#item(part, partName) : 'unknown bundle'
    if (typeof item === 'string') this.#findings.leaveOut('compositions', label, item)
    else if (bundle) this.#push('compositions', bundle, item, row.component_quantity, label)
  }

  #item(part: Part, slug: string): Component | LeftOutReason {
    switch (part) {
      case 'unit': {
        const found = this.#units.find(slug)
        return found ? { kind: 'unit', id: found.id } : 'unknown piece'
      }
      case 'good': {
        const found = this.#goods.find(slug)[0]
        return found ? { kind: 'good', id: found.id } : 'unknown bundle'
      }
      case 'material': {
        const found = this.#materials.find(slug)
        return found ? { kind: 'material', id: found.id } : 'unknown material'
      }
      case 'packaging':
        return 'nothing of ours'
    }
  }

  #addToPackage(row: Row<'package_finished_goods'>): void {
    const bundle = this.#packages.find(row.package_name)[0]
    if (!bundle) {
      const name = nameOf(row.package_name)
      this.#findings.leaveOut('package_finished_goods', name, 'unknown bundle')
      return
    }
    const found = this.find('package_finished_goods', row)
    if (!found) return
    const label = `${bundle.name} › ${found.name}`
    const item = { kind: 'good', id: found.id } as const
    this.#push('package_finished_goods', bundle, item, row.quantity, label)
  }

  /** A line without a number asks for one piece, as bake-tracker has it; a line of none is left out. */
  #push(
    table: string,
    bundle: Bundle,
    item: Component,
    asked: number | null | undefined,
    label: string,
  ): void {
    if (asked === 0) {
      this.#findings.leaveOut(table, label, 'no number')
      return
    }
    bundle.lines.push({ item, quantity: this.#quantity(asked, label) })
  }

  #quantity(asked: number | null | undefined, name: string): Fraction {
    if (asked === null || asked === undefined) return whole(1)
    const exact = exactly(asked)
    if (exact) return exact
    const to = nearest(asked)
    this.#findings.remark({ remark: 'rounded', name, from: asked, to })
    return to
  }

  #refuseCycles(): void {
    const names = new Map(this.#all.map(({ id, name }) => [id, name]))
    const composition = compose(this.#all)
    for (const index of this.#all.keys()) {
      const chain = composition.cycle(index)
      if (!chain) continue
      // The way into the circle is no part of it.
      const circle = chain.slice(chain.indexOf(chain[chain.length - 1]!))
      this.#findings.refuse({ file: 'cycle', chain: circle.map((id) => names.get(id) ?? '') })
      return
    }
  }
}
