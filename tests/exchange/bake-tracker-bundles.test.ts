import { describe, expect, test } from 'vitest'
import { HOLIDAY, leftOut, named, only, read, refusal, remarks, type Backup } from './backups'

const lines = (backup: Backup, name = 'Bag'): unknown[] => {
  const { facts } = read(backup)
  const names = new Map<string, string>()
  for (const { id, name: called } of [...facts.units, ...facts.goods, ...facts.materials]) {
    names.set(id, called)
  }
  return named(facts.goods, name).lines.map(({ item, quantity: { n, d } }) => [
    item.kind,
    names.get(item.id),
    d === 1 ? n : `${n}/${d}`,
  ])
}
const inBag = (...compositions: object[]): Backup => ({
  ...HOLIDAY,
  compositions: compositions.map((row) => ({ finished_good_slug: 'bag', ...row })),
})

test('a bundle has its lines in their order, those without a place last', () => {
  const backup = inBag(
    { finished_unit_slug: 'brownie', component_quantity: 3 },
    { finished_unit_slug: 'cookie', component_quantity: 6, sort_order: 2 },
    { finished_unit_slug: 'brownie', component_quantity: 1, sort_order: 1 },
  )
  expect(lines(backup)).toEqual([
    ['unit', 'Brownie', 1],
    ['unit', 'Cookie', 6],
    ['unit', 'Brownie', 3],
  ])
})

test('finished_good_slug is the bundle itself, finished_good_component_slug what is inside', () => {
  const backup = {
    ...HOLIDAY,
    finished_goods: [
      { slug: 'bag', display_name: 'Bag' },
      { slug: 'box', display_name: 'Box' },
    ],
    compositions: [
      { finished_good_slug: 'box', finished_good_component_slug: 'bag', component_quantity: 2 },
    ],
  }
  expect(lines(backup, 'Box')).toEqual([['good', 'Bag', 2]])
  expect(lines(backup, 'Bag')).toEqual([])
})

test('beside assembly_slug, as the other format has it, finished_good_slug is what is inside', () => {
  const backup = {
    ...HOLIDAY,
    finished_goods: [
      { slug: 'bag', display_name: 'Bag' },
      { slug: 'box', display_name: 'Box' },
    ],
    compositions: [{ assembly_slug: 'box', finished_good_slug: 'bag', component_quantity: 2 }],
  }
  expect(lines(backup, 'Box')).toEqual([['good', 'Bag', 2]])
})

test('a line asks for materials by unit or by material', () => {
  const backup = {
    ...inBag(
      { material_unit_slug: 'ribbon-30', component_quantity: 1 },
      { material_unit_slug: 'cello', component_quantity: 1 },
    ),
    materials: [{ slug: 'cello', name: 'Cello bag', base_unit_type: 'each' }],
    material_units: [{ slug: 'ribbon-30', name: 'Ribbon 30 cm', quantity_per_unit: 30 }],
  }
  expect(lines(backup)).toEqual([
    ['material', 'Ribbon 30 cm', 1],
    ['material', 'Cello bag', 1],
  ])
  expect(read(backup).facts.materials.map(({ measure }) => measure)).toEqual(['each', ''])
})

test('a material and a unit of one slug are two', () => {
  const { facts } = read({
    materials: [{ slug: 'ribbon', name: 'Ribbon' }, { slug: 'ribbon', name: 'Ribbon' }, {}],
    material_units: [{ slug: 'ribbon', name: 'Ribbon' }],
  })
  expect(new Set(facts.materials.map(({ id }) => id)).size).toBe(2)
})

describe('quantities', () => {
  test('half a piece is exactly half, and no number is one', () => {
    expect(
      lines(
        inBag(
          { finished_unit_slug: 'cookie', component_quantity: 0.5 },
          { finished_unit_slug: 'brownie' },
        ),
      ),
    ).toEqual([
      ['unit', 'Cookie', '1/2'],
      ['unit', 'Brownie', 1],
    ])
  })

  test('what no fraction says exactly is rounded and reported', () => {
    const backup = inBag({ finished_unit_slug: 'cookie', component_quantity: 0.3333333 })
    expect(lines(backup)).toEqual([['unit', 'Cookie', '1/3']])
    expect(remarks(read(backup).report, 'rounded')).toEqual([
      { remark: 'rounded', name: 'Bag › cookie', from: 0.3333333, to: { n: 1, d: 3 } },
    ])
  })

  test('none of a piece is no line', () => {
    const { facts, report } = read(inBag({ finished_unit_slug: 'cookie', component_quantity: 0 }))
    expect(only(facts.goods).lines).toEqual([])
    expect(leftOut(report, 'compositions')).toEqual([
      { name: 'Bag › cookie', reason: 'no number', rows: 1 },
    ])
  })
})

test('a line that cannot be resolved is left out by bundle and part', () => {
  const { report } = read({
    ...HOLIDAY,
    compositions: [
      { finished_good_slug: 'tin', finished_unit_slug: 'cookie' },
      { finished_good_slug: 'bag', finished_unit_slug: 'tart' },
      { finished_good_slug: 'bag', finished_good_component_slug: 'tin' },
      { finished_good_slug: 'bag', material_unit_slug: 'ribbon' },
      { finished_good_slug: 'bag', packaging_product_id: 17, packaging_ingredient_slug: 'tissue' },
      { finished_good_slug: 'bag', packaging_product_id: 18 },
    ],
  })
  expect(leftOut(report, 'compositions')).toEqual([
    { name: 'tin › cookie', reason: 'unknown bundle', rows: 1 },
    { name: 'Bag › tart', reason: 'unknown piece', rows: 1 },
    { name: 'Bag › tin', reason: 'unknown bundle', rows: 1 },
    { name: 'Bag › ribbon', reason: 'unknown material', rows: 1 },
    { name: 'Bag › tissue', reason: 'nothing of ours', rows: 1 },
    { name: 'Bag › 18', reason: 'nothing of ours', rows: 1 },
  ])
})

describe('a package', () => {
  const backup = {
    ...HOLIDAY,
    packages: [{ name: 'Box', notes: 'gold' }, { name: 'box' }, {}],
    package_finished_goods: [
      { package_name: 'Box', finished_good_slug: 'bag', quantity: 2 },
      { package_name: 'Crate', finished_good_slug: 'bag', quantity: 2 },
      { package_name: 'Box', finished_good_slug: 'tin', quantity: 2 },
    ],
    compositions: [
      { package_name: 'Box', finished_unit_slug: 'cookie', component_quantity: 1 },
      { package_name: 'Box', finished_good_component_slug: 'bag', component_quantity: 0 },
    ],
  }

  test('is a bundle of bundles, without a target', () => {
    expect(lines(backup, 'Box')).toEqual([
      ['unit', 'Cookie', 1],
      ['good', 'Bag', 2],
    ])
    expect(read(backup).facts.assemblyTargets).toEqual([])
    expect(named(read(backup).facts.goods, 'Box').notes).toBe('gold')
  })

  test('leaves out what it cannot resolve', () => {
    const { report } = read(backup)
    expect(leftOut(report, 'packages')).toEqual([
      { name: 'box', reason: 'twice', rows: 1 },
      { name: '', reason: 'no name', rows: 1 },
    ])
    expect(leftOut(report, 'package_finished_goods')).toEqual([
      { name: 'Crate', reason: 'unknown bundle', rows: 1 },
      { name: 'tin', reason: 'unknown bundle', rows: 1 },
    ])
  })

  test('of the name of a bundle is another', () => {
    const { facts } = read({ ...HOLIDAY, packages: [{ name: 'Bag' }] })
    expect(new Set(facts.goods.map(({ id }) => id)).size).toBe(2)
  })
})

test('a bundle has one id from slug or name, keeps its notes, and is taken once', () => {
  const bySlug = read({ finished_goods: [{ slug: 'gift_bag', display_name: 'The bag' }] })
  const { facts, report } = read({
    finished_goods: [
      {
        display_name: 'Gift bag',
        notes: 'red',
        packaging_instructions: 'tie it',
        is_archived: true,
      },
      { slug: 'gift-bag', display_name: 'Again' },
    ],
  })
  expect(only(facts.goods)).toMatchObject({ notes: 'red\ntie it', hidden: true })
  expect(only(facts.goods).id).toBe(only(bySlug.facts.goods).id)
  expect(leftOut(report, 'finished_goods')).toEqual([{ name: 'Again', reason: 'twice', rows: 1 }])
})

describe('a bundle that contains itself refuses the file, with the chain', () => {
  const good = (slug: string): object => ({ slug, display_name: slug.toUpperCase() })
  const into = (outer: string, inner: string): object => ({
    finished_good_slug: outer,
    finished_good_component_slug: inner,
    component_quantity: 1,
  })

  test('itself', () => {
    expect(refusal({ finished_goods: [good('a')], compositions: [into('a', 'a')] })).toEqual({
      file: 'cycle',
      chain: ['A', 'A'],
    })
  })

  test('through others, without the way into the circle', () => {
    const finished_goods = ['d', 'a', 'b', 'c'].map(good)
    const compositions = [into('d', 'a'), into('a', 'b'), into('b', 'c'), into('c', 'a')]
    expect(refusal({ finished_goods, compositions })).toEqual({
      file: 'cycle',
      chain: ['A', 'B', 'C', 'A'],
    })
  })

  test('through thousands', () => {
    const count = 20_000
    const finished_goods = Array.from({ length: count }, (_, index) => good(`g${index}`))
    const straight = Array.from({ length: count - 1 }, (_, i) => into(`g${i}`, `g${i + 1}`))
    expect(read({ finished_goods, compositions: straight }).facts.goods).toHaveLength(count)
    const circle = refusal({
      finished_goods,
      compositions: [...straight, into(`g${count - 1}`, 'g0')],
    })
    expect(circle.file === 'cycle' && circle.chain.length).toBe(count + 1)
  })

  test('a bundle that is reached on two ways is no circle', () => {
    const finished_goods = ['a', 'b', 'c', 'd'].map(good)
    const compositions = [into('a', 'b'), into('a', 'c'), into('b', 'd'), into('c', 'd')]
    expect(read({ finished_goods, compositions }).facts.goods).toHaveLength(4)
  })
})
