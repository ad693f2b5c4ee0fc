import type { PlanWords } from './en-plan'
import { formatsOf } from './format'

const { amount, plural, list } = formatsOf('es')

const batches = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'tanda', other: 'tandas' })}`

const orUnknown = (name: string): string => (name === '' ? 'parte desconocida' : name)

/** The plan of an event, and its forms for new recipes and bundles, in Spanish. */
export const plan: PlanWords = {
  title: 'Plan',
  toPack: 'Para empacar',
  toBake: 'Para hornear',
  loose: 'Piezas sueltas',
  wanted: 'Cuántos quieres',
  wantedOf: (name) => `Cuántos quieres: ${name}`,
  batchesOf: (name) => `Tandas de ${name}`,
  removed: 'Este evento se quitó: no está en ninguna lista.',
  thisEvent: {
    title: 'Este evento',
    edit: 'Cambiar nombre o fecha',
    copy: 'Copiar a otra fecha',
    archive: 'Apartar',
    unarchive: 'Volver a sacar',
    remove: 'Quitar este evento',
    removeExample: 'Quitar el ejemplo',
    removeAsk: 'Sale de las listas. Lo registrado se conserva, y se puede recuperar.',
    removeYes: 'Quitar',
    removeNo: 'Dejarlo',
    isExample: 'Este es el ejemplo incluido.',
  },
  remove: 'Quitar',
  upOf: (name) => `Subir ${name}`,
  removeOf: (name) => `Quitar ${name} del plan`,
  add: 'Agregar',
  addBundle: 'Agregar un paquete',
  addLoose: 'Agregar piezas sueltas',
  newBundle: 'Paquete nuevo',
  newRecipe: 'Receta nueva',
  choose: 'Elige…',
  bundleName: 'Nombre del paquete',
  bundlePlaceholder: 'Bolsa de regalo',
  inEach: 'En cada uno',
  addLine: 'Agregar otra parte',
  removeLine: 'Quitar esta parte',
  part: 'Parte',
  howMany: 'Cantidad',
  recipeName: 'Nombre de la receta',
  recipePlaceholder: 'Galletas',
  itemsPerBatch: 'Piezas por tanda',
  unitName: 'Una pieza se llama',
  unitPlaceholder: 'Galleta',
  save: 'Guardar',
  cancel: 'Cancelar',
  firstRecipe: 'Empieza con una receta: su nombre, y cuántas piezas salen de una tanda.',
  emptyBundles: 'Aún no hay paquetes en el plan.',
  emptyBake: 'Aún no hay nada que hornear para este plan.',
  working: ({ unitName, need, itemsPerBatch, share }, batchesNeeded) =>
    `${unitName}: ${amount(need)} ÷ ${amount(itemsPerBatch)} = ${amount(share)}${batchesNeeded === null ? '' : ` → ${batches(batchesNeeded)}`}`,
  step: ({ bundleName, count, each, pieces }) =>
    bundleName === null
      ? `Sueltas: ${amount(pieces)}`
      : `${bundleName === '' ? 'Paquete desconocido' : bundleName}: ${amount(count)} × ${amount(each)} = ${amount(pieces)}`,
  surplus: ({ unitName, surplus }) => `${unitName}: ${amount(surplus ?? 0)} de más`,
  shortAfter: ({ unitName, shortAfter }) =>
    `${unitName}: ${plural(shortAfter, { one: 'falta', other: 'faltan' })} ${amount(shortAfter)} después de hornear`,
  outdated: ({ batchesThen, needThen, needNow, batchesNow }) =>
    `Antes: ${batches(batchesThen)} para ${amount(needThen)}. Ahora: ${batches(batchesNow)} para ${amount(needNow)}`,
  down: ({ batches: count, short, bundlesFewer }) => {
    const pieces = list(short.map((one) => `${amount(one.pieces)} × ${one.unitName}`))
    const fewer =
      bundlesFewer > 0
        ? `, ${amount(bundlesFewer)} ${plural(bundlesFewer, { one: 'paquete', other: 'paquetes' })} menos`
        : ''
    return `Solo ${amount(count)}: ${pieces} de menos${fewer}`
  },
  takeBatches: (count) => `Cambiar a ${batches(count)}`,
  totals: ({ batches: count, pieces, surplus }) =>
    `En total: ${batches(count)}, ${amount(pieces)} ${plural(pieces, { one: 'pieza', other: 'piezas' })}, ${amount(surplus)} de más`,
  tooMany: 'Más de lo que se puede contar: el plan pide demasiadas piezas.',
  planBatches: (count) => `Planear ${batches(count)}`,
  planAll: 'Planear todas las tandas necesarias',
  contents: (lines) =>
    lines.map(({ name, quantity }) => `${amount(quantity)} × ${orUnknown(name)}`).join(' + '),
}
