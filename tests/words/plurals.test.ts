import { expect, test } from 'vitest'
import type { Day } from '../../src/domain/day'
import { divide, type Amount } from '../../src/domain/quantity'
import { en } from '../../src/words/en'
import { es } from '../../src/words/es'
import { formatsOf } from '../../src/words/format'

const [plan, spanishPlan] = await Promise.all([en.load.plan(), es.load.plan()])
const [shop, spanishShop] = await Promise.all([en.load.shop(), es.load.shop()])
const [file, spanishFile] = await Promise.all([en.load.file(), es.load.file()])

test.each([
  [0, 'Take 0 batches', 'Cambiar a 0 tandas'],
  [1, 'Take 1 batch', 'Cambiar a 1 tanda'],
  [2, 'Take 2 batches', 'Cambiar a 2 tandas'],
  [1200, 'Take 1,200 batches', 'Cambiar a 1200 tandas'],
  [1_000_000, 'Take 1,000,000 batches', 'Cambiar a 1.000.000 tandas'],
])('%d batches to take', (count, english, spanish) => {
  expect(plan.takeBatches(count)).toBe(english)
  expect(spanishPlan.takeBatches(count)).toBe(spanish)
})

test.each([
  [0, '0 batches lost', '0 tandas perdidas'],
  [1, '1 batch lost', '1 tanda perdida'],
  [3, '3 batches lost', '3 tandas perdidas'],
])('%d batches lost', (count, english, spanish) => {
  expect(en.produce.lost(count)).toBe(english)
  expect(es.produce.lost(count)).toBe(spanish)
})

test.each([
  [0, '0 se pueden empacar ya', 'faltan 0', '0 esperan el horneado', '0 empacados'],
  [1, '1 se puede empacar ya', 'falta 1', '1 espera el horneado', '1 empacado'],
  [48, '48 se pueden empacar ya', 'faltan 48', '48 esperan el horneado', '48 empacados'],
])('the parts of a bar for %d in Spanish', (count, now, short, waiting, packed) => {
  expect(es.assemble.now(count)).toBe(now)
  expect(es.assemble.short(count)).toBe(short)
  expect(es.assemble.waiting(count)).toBe(waiting)
  expect(es.assemble.packed(count)).toBe(packed)
})

test.each([
  [1, '1 event', '1 was here already', '1 evento', '1 ya estaba aquí'],
  [2, '2 events', '2 were here already', '2 eventos', '2 ya estaban aquí'],
])('%d events of a file', (count, english, known, spanish, spanishKnown) => {
  expect(file.added('events', count)).toBe(english)
  expect(file.known(count)).toBe(known)
  expect(spanishFile.added('events', count)).toBe(spanish)
  expect(spanishFile.known(count)).toBe(spanishKnown)
})

test.each<[Amount, string, string]>([
  [0, '0', '0'],
  [1200, '1,200', '1200'],
  [12_000, '12,000', '12.000'],
  [divide(1, 2), '½', '½'],
  [divide(7, 4), '1¾', '1¾'],
  [divide(-7, 4), '-1¾', '-1¾'],
  [divide(17, 7), '2 3/7', '2 3/7'],
  [divide(24_001, 2), '12,000½', '12.000½'],
])('the amount %o', (amount, english, spanish) => {
  expect(en.format.amount(amount)).toBe(english)
  expect(es.format.amount(amount)).toBe(spanish)
})

test.each<[Amount, string, string, string]>([
  [divide(7, 4), 'cup', '1¾ cup', '1¾ tazas'],
  [1, 'cups', '1 cup', '1 taza'],
  [divide(1, 2), 'taza', '½ cup', '½ taza'],
  [2, 'cdta', '2 tsp', '2 cdta'],
  [3, 'cdas', '3 tbsp', '3 cda'],
  [1250, 'g', '1.25 kg', '1,25 kg'],
  [2, 'lata', '2 lata', '2 lata'],
  [12, 'each', '12', '12'],
  [12, '', '12', '12'],
  [2, 'dozen', '2 dozen', '2 docenas'],
  [0, 'cup', '0 cup', '0 tazas'],
  [-1, 'cup', '-1 cup', '-1 taza'],
  [-3, 'cup', '-3 cup', '-3 tazas'],
  [divide(-1, 2), 'cup', '-½ cup', '-½ taza'],
  [divide(-3, 2), 'cup', '-1½ cup', '-1½ tazas'],
])('%o %s on a shopping list', (amount, measure, english, spanish) => {
  expect(shop.amount(amount, measure)).toBe(english)
  expect(spanishShop.amount(amount, measure)).toBe(spanish)
})

test('a measure without an amount is called as the language calls it, or stays as typed', () => {
  expect(['cup', 'tazas', 'g', 'each', 'lata', ''].map(spanishShop.measure)).toEqual([
    ...['taza', 'taza', 'g', 'pieza', 'lata', ''],
  ])
  expect(spanishShop.counting.howMuch('Flour', 'cup')).toBe('Flour: ¿cuánto hay? En tazas')
})

const EVE = '2026-12-24' as Day

test('days and percents are those of the language', () => {
  expect(en.day(EVE)).toBe('Thu, Dec 24, 2026')
  expect(es.day(EVE)).toBe('jue, 24 dic 2026')
  expect([-1, 0, 1, 9].map(en.events.daysToGo)).toEqual([
    'yesterday',
    'today',
    'tomorrow',
    'in 9 days',
  ])
  expect([-1, 0, 1, 9].map(es.events.daysToGo)).toEqual([
    'ayer',
    'hoy',
    'mañana',
    'dentro de 9 días',
  ])
  expect(en.format.percent(57.14)).toBe('57.14\u00a0%')
  expect(es.format.percent(57.14)).toBe('57,14\u00a0%')
})

test('a time of today has no day, another one has', () => {
  const at = new Date(2026, 11, 24, 14, 2).getTime()
  expect(es.format.time(at, EVE)).toBe('14:02')
  expect(es.format.time(at, '2026-12-25' as Day)).toMatch(/^24 dic,? 14:02$/)
  expect(en.format.time(at, EVE)).toMatch(/^2:02\sPM$/)
  expect(en.format.time(NaN, EVE)).toBe('')
})

test('a time of another year has its year', () => {
  const at = new Date(2025, 11, 20, 9, 0).getTime()
  expect(en.format.time(at, EVE)).toBe('Dec 20, 2025, 9:00 AM')
  expect(es.format.time(at, EVE)).toBe('20 dic 2025, 9:00')
  expect(en.format.time(at, '2025-01-01' as Day)).toBe('Dec 20, 9:00 AM')
})

test('a list joins its last two as the language does', () => {
  expect(en.format.list(['Brownies', 'Irish scones'])).toBe('Brownies and Irish scones')
  expect(es.format.list(['Brownies', 'Galletas'])).toBe('Brownies y Galletas')
  expect(es.format.list(['Brownies', 'Irlandesas'])).toBe('Brownies e Irlandesas')
})

test('a fraction of something takes the plural of its language', () => {
  const forms = { one: 'one', other: 'other' }
  expect([1, -1, 0, 2].map((count) => formatsOf('es').plural(count, forms))).toEqual([
    ...['one', 'one', 'other', 'other'],
  ])
  expect(formatsOf('en').plural(divide(1, 2), forms)).toBe('other')
})
