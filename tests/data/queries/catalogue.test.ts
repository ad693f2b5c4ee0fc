import { expect, test } from 'vitest'
import { importFacts } from '../../../src/data/commands/import'
import { bundleFacts, catalogueFacts, recipeFacts } from '../../../src/data/queries/catalogue'
import {
  batchesWanted,
  bundlesWanted,
  event,
  facts,
  freshDb,
  good,
  material,
  piecesWanted,
  recipe,
  unit,
} from '../kitchen'
import { countReads } from '../middleware'

const hidden = true
const KITCHEN = facts({
  recipes: [recipe('cookies'), { ...recipe('old'), hidden }],
  units: [unit('cookie', 'cookies', 48)],
  goods: [good('bag', []), { ...good('sack', []), hidden }],
  materials: [{ ...material('string'), hidden }],
  events: [event('fair'), { ...event('gone'), hidden }],
  productionTargets: [batchesWanted('fair', 'cookies', 7)],
  assemblyTargets: [bundlesWanted('fair', 'bag', 50)],
  looseTargets: [piecesWanted('fair', 'cookie', 10)],
})

test('the catalogue is read whole, hidden rows too, with who wants it', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  expect({ ...(await catalogueFacts(db)), entries: [] }).toEqual(KITCHEN)
})

test('a form reads what it shows and nothing of the events', async () => {
  const db = freshDb()
  await importFacts(db, KITCHEN)
  const { recipes, units, goods, ingredients, materials } = KITCHEN
  expect(await recipeFacts(db)).toEqual({ recipes, units, ingredients })
  expect(await bundleFacts(db)).toEqual({ recipes, units, goods, materials })
})

test.each([catalogueFacts, recipeFacts, bundleFacts])('%o is one transaction', async (query) => {
  const db = freshDb()
  const reads = countReads(db)
  await importFacts(db, KITCHEN)
  reads.fromNow()
  await query(db)
  expect(reads.transactions).toBe(1)
})
