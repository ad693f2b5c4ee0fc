import { expect, test } from 'vitest'
import { NEW_BUNDLE, bundleDraft, type PartDraft } from '../../src/domain/drafts'
import type { GoodId } from '../../src/domain/model'
import { previewOf } from '../../src/domain/preview'
import { facts, goodItem, materialItem, unitItem } from './facts'

const KITCHEN = facts({
  yields: { cookie: 48, brownie: 24 },
  bundles: { bag: { cookie: 6, brownie: 3, ribbon: 1 }, box: { bag: 2, cookie: [1, 2] } },
  materials: ['ribbon'],
})
const part = (item: PartDraft['item'], quantity: string): PartDraft => ({ item, quantity })
const material = (name: string) => ({ kind: 'new material', name }) as const
const preview = (lines: readonly PartDraft[], id: string | null = null) =>
  previewOf(KITCHEN, { ...NEW_BUNDLE, id: id as GoodId | null, name: 'Hamper', lines })

test('a bundle that is being typed is taken apart down to its pieces', () => {
  const lines = [part(goodItem('box'), '3'), part(unitItem('brownie'), '1½')]
  expect(preview(lines)).toEqual({
    contents: [
      { name: 'brownie', quantity: { n: 39, d: 2 } },
      { name: 'cookie', quantity: { n: 75, d: 2 } },
      { name: 'ribbon', quantity: 6 },
    ],
    cycle: null,
  })
})

test('a row that cannot be read yet is left out', () => {
  const lines = [part(unitItem('cookie'), '4'), part(unitItem('brownie'), '')]
  expect(preview(lines).contents).toEqual([{ name: 'cookie', quantity: 4 }])
  expect(preview([])).toEqual({ contents: [], cycle: null })
})

test('a material by its name is the one there is, or a new one, each once', () => {
  const lines = [
    part(material(' Ribbon'), '1'),
    part(materialItem('ribbon'), '1'),
    part(material('Card'), '1'),
    part(material('card '), '2'),
  ]
  expect(preview(lines).contents).toEqual([
    { name: 'ribbon', quantity: 2 },
    { name: 'card', quantity: 3 },
  ])
})

test('a stored bundle is previewed as it is being changed', () => {
  const bag = bundleDraft(KITCHEN.goods.find(({ id }) => id === 'bag')!)
  expect(previewOf(KITCHEN, { ...bag, lines: [part(unitItem('cookie'), '7')] })).toEqual({
    contents: [{ name: 'cookie', quantity: 7 }],
    cycle: null,
  })
})

test('one that would contain itself has no contents but the chain of names', () => {
  const inBox = preview([part(goodItem('box'), '1')], 'bag')
  expect(inBox).toEqual({ contents: [], cycle: ['Hamper', 'box', 'Hamper'] })
  expect(preview([part(goodItem('bag'), '1')], 'bag').cycle).toEqual(['Hamper', 'Hamper'])
})
