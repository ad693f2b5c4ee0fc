import type { ShopWords } from './en-shop'
import { formatsOf } from './format'
import { measured, measureWord, type MeasureNames } from './measured'

const format = formatsOf('es')

/** Those that Spanish kitchens call otherwise; what is not here is written as in English. */
const MEASURES: MeasureNames = {
  tsp: { one: 'cdta', other: 'cdta' },
  tbsp: { one: 'cda', other: 'cda' },
  'fl oz': { one: 'oz fl', other: 'oz fl' },
  cup: { one: 'taza', other: 'tazas' },
  pint: { one: 'pinta', other: 'pintas' },
  quart: { one: 'cuarto de galón', other: 'cuartos de galón' },
  gallon: { one: 'galón', other: 'galones' },
  each: { one: 'pieza', other: 'piezas' },
  dozen: { one: 'docena', other: 'docenas' },
}

/** The shopping list, and the counting of the pantry, in Spanish. */
export const shop: ShopWords = {
  title: 'Compras',
  amount: (amount, measure) => measured(format, amount, measure, MEASURES),
  there: (amount, measure) => measured(format, amount, measure, MEASURES, 'down'),
  measure: (measure) => measureWord(measure, MEASURES),
  empty: 'No hay nada que comprar: lo que falta por hornear y empacar no pide nada más.',
  noLines: 'Las recetas de este evento aún no tienen ingredientes. Agrégalos en el catálogo.',
  unplanned: (rows) =>
    `No está en esta lista: ${format.list(rows.map(({ recipeName, batchesNeeded: count }) => `${format.amount(count)} ${format.plural(count, { one: 'tanda', other: 'tandas' })} de ${recipeName}`))}. Aún no hay tandas en el plan.`,
  toCatalogue: 'Abrir el catálogo',
  forWhat: 'Para lo que falta por hornear y empacar.',
  onlyToBuy: 'Solo lo que hay que comprar',
  noCategory: 'Otros',
  materials: 'Materiales',
  unread: 'No se pudo contar',
  unreadLine: (text, recipe) => `${text} (${recipe})`,
  need: (amount) => `Necesitas ${amount}`,
  have: (amount) => `tienes ${amount}`,
  notCounted: 'tienes: sin contar',
  buy: (amount) => `Compra ${amount}`,
  enough: 'Alcanza',
  countAgain: (amount) => `Tienes ${amount}: se usó más de lo que había. Cuenta otra vez.`,
  alsoFor: (names) => `También hace falta para ${format.list(names)}`,
  bought: 'Comprado',
  boughtOf: (amount, name) => `Comprado: ${amount} ${name}`,
  undoBought: 'Sin comprar',
  undoBoughtOf: (name) => `Deshacer lo comprado: ${name}`,
  count: 'Contar la despensa',
  share: 'Compartir',
  copy: 'Copiar',
  copied: 'Copiado',
  print: 'Imprimir',
  csv: 'Como tabla',
  failed: 'Eso no funcionó en este navegador.',
  listTitle: (event) => `Compras: ${event}`,
  fileName: 'compras.csv',
  columns: {
    category: 'Categoría',
    item: 'Qué',
    measure: 'Medida',
    need: 'Se necesita',
    have: 'Hay',
    buy: 'Comprar',
    alsoFor: 'También para',
    unread: 'Sin contar',
  },
  counting: {
    title: 'Contar la despensa',
    place: (at, all) => `${format.amount(at)} de ${format.amount(all)}`,
    howMuch: (name, measure) =>
      measure === ''
        ? `${name}: ¿cuántos hay?`
        : `${name}: ¿cuánto hay? En ${measureWord(measure, MEASURES, 'other')}`,
    last: (amount) => `Según lo registrado: ${amount}`,
    undo: 'Deshacer el último recuento',
    undoOf: (name) => `Deshacer el último recuento: ${name}`,
    never: 'Aún sin contar',
    next: 'Guardar y seguir',
    skip: 'Saltar',
    back: 'Borrar el último signo',
    done: 'Era lo último.',
    toList: 'Ir a la lista',
    nothing: 'No hay nada que contar para este evento.',
  },
}
