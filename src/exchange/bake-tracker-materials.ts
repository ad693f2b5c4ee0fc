import type { Material, MaterialId } from '../domain/model'
import type { Tables } from './bake-tracker-schema'
import type { Findings } from './findings'
import { IMPORTED, idFrom, idFromParts } from './imported-row'
import { Directory, fold, nameOf } from './names'

/** Bags and ribbons: materials, and the units (a length, a sheet) in which bundles ask for them. */
export class Materials {
  readonly all: Material[] = []
  readonly #units = new Directory<Material>()
  readonly #materials = new Directory<Material>()

  constructor(tables: Tables, findings: Findings) {
    const ids = new Set<MaterialId>()
    const take = (
      table: 'materials' | 'material_units',
      row: Tables['material_units'][number],
      measure: string,
    ): void => {
      const name = nameOf(row.display_name, row.name, row.slug)
      if (name === null) {
        findings.leaveOut(table, '', 'no name')
        return
      }
      const key = nameOf(row.slug) ?? name
      const isUnit = table === 'material_units'
      const id = isUnit
        ? idFromParts<MaterialId>('material', ['unit', fold(key)])
        : idFrom<MaterialId>('material', key)
      if (ids.has(id)) {
        findings.leaveOut(table, name, 'twice')
        return
      }
      ids.add(id)
      const material = { ...IMPORTED, id, name, measure }
      this.all.push(material)
      const directory = isUnit ? this.#units : this.#materials
      directory.add(material, row.slug, name)
    }
    for (const row of tables.materials) take('materials', row, nameOf(row.base_unit_type) ?? '')
    for (const row of tables.material_units) take('material_units', row, '')
  }

  find(slug: string | null): Material | undefined {
    return this.#units.find(slug)[0] ?? this.#materials.find(slug)[0]
  }
}
