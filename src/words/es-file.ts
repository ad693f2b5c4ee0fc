import type { FileRefusal, LeftOutReason } from '../exchange/imported'
import type { FileWords } from './en-file'
import { amountOf } from '../domain/quantity'
import { formatsOf } from './format'

const formats = formatsOf('es')
const { amount, plural } = formats

const REASONS: Record<LeftOutReason, string> = {
  'unknown event': 'su evento no está en el archivo',
  'unknown recipe': 'su receta no está en el archivo',
  'unknown bundle': 'su paquete no está en el archivo',
  'unknown piece': 'su pieza no está en el archivo',
  'unknown material': 'su material no está en el archivo',
  'unknown ingredient': 'su ingrediente no está en el archivo',
  'nothing of ours': 'Batchboard no tiene lugar para eso',
  'no name': 'no tiene nombre',
  'no yield': 'no dice cuántas piezas salen de una tanda',
  'no number': 'no dice ningún número',
  'no date': 'no tiene fecha',
  'mixed measures': 'está en varias medidas',
  twice: 'está dos veces en el archivo',
  'ambiguous name': 'varios eventos tienen ese nombre',
}

const KINDS = {
  events: { one: 'evento', other: 'eventos' },
  recipes: { one: 'receta', other: 'recetas' },
  units: { one: 'clase de pieza', other: 'clases de piezas' },
  goods: { one: 'paquete', other: 'paquetes' },
  ingredients: { one: 'ingrediente', other: 'ingredientes' },
  materials: { one: 'material', other: 'materiales' },
  targets: { one: 'meta', other: 'metas' },
  runs: { one: 'registro', other: 'registros' },
}

const UNCHANGED = 'No se cambió nada.'

/** Tables and fields are called as in the file. */
const place = (where: string): string =>
  where.replace(/\brow (?=\d)/g, 'fila ').replace(/\bline (?=\d)/g, 'línea ')

/** What was taken of another program's file, what was not, and why, in Spanish. */
export const file: FileWords = {
  title: 'Archivo abierto',
  opening: (percent) =>
    percent === 0 ? 'Abriendo el archivo…' : `Abriendo el archivo… ${formats.percent(percent)}`,
  taken: 'Se tomó',
  nothingNew: 'Todo lo de este archivo ya estaba aquí. Nada se contó dos veces.',
  added: (kind, count) => `${amount(count)} ${plural(count, KINDS[kind])}`,
  known: (count) =>
    `${amount(count)} ya ${plural(count, { one: 'estaba', other: 'estaban' })} aquí`,
  differing: (count) =>
    `${amount(count)} de ellos ${plural(count, { one: 'dice otra cosa aquí y se queda como está aquí', other: 'dicen otra cosa aquí y se quedan como están aquí' })}.`,
  leftOut: 'No se tomó',
  nothingLeftOut: 'Se tomó todo.',
  leftOutRow: ({ table, name, reason, rows }) => {
    const what = name === '' ? table : `${name} (${table})`
    return `${what}: ${REASONS[reason]}${rows > 1 ? `, ${amount(rows)} filas` : ''}`
  },
  remarks: 'Conviene saber',
  remark: (remark) => {
    switch (remark.remark) {
      case 'portion':
        return `${remark.name}: una porción del ${amount(Math.round(remark.percent))} % pasó a ser ${amount(remark.itemsPerBatch)} por tanda.`
      case 'packed beyond stock':
        return `${remark.event}: de ${remark.name} se ${plural(remark.missing, { one: 'empacó', other: 'empacaron' })} ${amount(remark.missing)} más de lo que se hizo.`
      case 'no target number':
        return `${remark.name}: no decía cuántos hacían falta.`
      case 'no packings':
        return 'Esta clase de exportación no dice nada de lo que se empacó. La copia de bake-tracker en un solo archivo sí.'
      case 'no time':
        return `${remark.name}: un registro no tenía hora; quedó al mediodía del día del evento.`
      case 'no yield':
        return `${remark.name}: no dice cuántas piezas salen de una tanda; se contó una por tanda.`
      case 'piece not named':
        return `${remark.recipe}: el archivo no dice qué piezas se hicieron; se contaron como ${remark.piece}.`
      case 'ambiguous name':
        return `${remark.name}: el nombre está más de una vez en ${remark.table}; se eligió uno.`
      case 'rounded':
        return `${remark.name}: ${String(remark.from).replace('.', ',')} pasó a ser ${amount(amountOf(remark.to))}.`
    }
  },
  refusal,
  /** Of several files. */
  refusalOf: (name, refused) => `${name}: ${refusal(refused)}`,
}

function refusal(refused: FileRefusal): string {
  switch (refused.file) {
    case 'too large':
      return `Este archivo pesa más de ${amount(refused.maxMegabytes)} MB. ${UNCHANGED}`
    case 'too large together':
      return `Estos archivos juntos pesan más de ${amount(refused.maxMegabytes)} MB. ${UNCHANGED}`
    case 'not text':
      return `Este archivo no es un texto que se pueda leer. ${UNCHANGED}`
    case 'not readable':
      return `Este dispositivo no puede leer el archivo ahora: quizá está guardado en línea y hace falta conexión. Ábrelo otra vez. ${UNCHANGED}`
    case 'not json':
    case 'too deep':
      return `Batchboard no puede leer este archivo: no es una copia de Batchboard ni de bake-tracker. ${UNCHANGED}`
    case 'cut off':
      return `Este archivo se corta a la mitad: cópialo otra vez, entero. ${UNCHANGED}`
    case 'empty':
      return `Este archivo está vacío. ${UNCHANGED}`
    case 'other program':
      return refused.program === ''
        ? `Este archivo es de un programa que Batchboard no conoce. ${UNCHANGED}`
        : `Este archivo es de ${refused.program}, que Batchboard no conoce. ${UNCHANGED}`
    case 'wrong type':
      return `Este archivo está dañado en ${place(refused.where)}. ${UNCHANGED}`
    case 'out of range':
      return `Un número o un nombre de este archivo se sale de lo posible, en ${place(refused.where)}. ${UNCHANGED}`
    case 'cycle':
      return `En este archivo un paquete se contiene a sí mismo: ${refused.chain.join(' › ')}. ${UNCHANGED}`
    case 'forbidden key':
      return `Este archivo tiene una clave que ninguna copia tiene, en ${place(refused.where)}. ${UNCHANGED}`
    case 'too many unknown':
      return `${amount(refused.count)} ${plural(refused.count, { one: 'fila de este archivo no pertenece', other: 'filas de este archivo no pertenecen' })} a nada de lo que trae. ${UNCHANGED}`
    case 'damaged':
      return `Esta copia está dañada en la línea ${amount(refused.line)}. ${UNCHANGED}`
    case 'altered':
      return `Esta copia no está como se escribió: algo cambió o falta. ${UNCHANGED}`
    case 'newer backup':
      return `Esta copia es de un Batchboard más nuevo. Actualiza este y ábrela otra vez. ${UNCHANGED}`
    case 'too many rows':
      return `Este archivo tiene más de ${amount(refused.most)} filas. ${UNCHANGED}`
    case 'not alone':
      return `Esta es una copia de Batchboard: ábrela sola, sin otros archivos. ${UNCHANGED}`
  }
}
