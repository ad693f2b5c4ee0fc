import { MAX_TYPED } from '../domain/quantity'
import type { Field, Refusal } from '../domain/refusal'
import type { RefusalWords } from './en-refusals'
import { formatsOf } from './format'

const { amount, plural } = formatsOf('es')

const FIELDS: Record<Field, string> = {
  name: 'Nombre',
  date: 'Fecha',
  batches: 'Tandas',
  quantity: 'Cantidad',
  pieces: 'Piezas',
  itemsPerBatch: 'Piezas por tanda',
  lineQuantity: 'Cantidad en cada uno',
  count: 'Recuento',
  by: 'Quién',
  minutes: 'Minutos',
}

const ROWS = { ingredients: 'Ingrediente', units: 'Pieza', parts: 'Parte' }

/** What is wrong with what was typed, in Spanish. */
export const es: RefusalWords = {
  sentence: (refusal: Refusal): string => {
    switch (refusal.refused) {
      case 'not a count':
        return `${FIELDS[refusal.field]}: un número entero de ${amount(refusal.min)} a ${amount(refusal.max)}.`
      case 'not a quantity':
        if (refusal.field === 'count') return 'Cantidad: un número como 0, 6, ½ o 1,5.'
        return `${FIELDS[refusal.field]}: un número mayor que 0 y hasta ${amount(MAX_TYPED)}, como 6, ½ o 1,5.`
      case 'empty name':
        return 'Ponle un nombre.'
      case 'name too long':
        return `El nombre es demasiado largo: ${amount(refusal.max)} caracteres como máximo.`
      case 'word too long':
        return `La categoría o la medida es demasiado larga: ${amount(refusal.max)} caracteres como máximo.`
      case 'no such day':
        return 'Elige una fecha que exista en el calendario.'
      case 'unknown':
        return 'Eso ya no está aquí. Vuelve atrás y mira de nuevo.'
      case 'no lines':
        return 'Di qué lleva un paquete: al menos una parte.'
      case 'no units':
        return 'Esta receta no dice cuántas piezas salen de una tanda, así que no se puede contar.'
      case 'in a row':
        return `${ROWS[refusal.list]} ${amount(refusal.row)}. ${es.sentence(refusal.why)}`
      case 'hidden part':
        return `«${refusal.name}» no está a la vista. Recupera esa parte primero, o elige otra.`
      case 'not a density':
        return 'Peso: un volumen y lo que pesa, como 1 taza = 120 g, o deja vacíos los cuatro campos.'
      case 'name taken':
        return `Ya existe «${refusal.name}». Si no aparece, está entre lo escondido.`
      case 'cycle':
        return `Un paquete no puede contenerse a sí mismo: ${refusal.names.join(' › ')}.`
      case 'out of range':
        return 'Es más de lo que se puede contar con exactitud. No se registró nada.'
      case 'void of a void':
        return 'Lo deshecho no se puede volver a deshacer. Regístralo otra vez.'
      case 'more than stock':
        return `Con lo registrado solo ${plural(refusal.possible, { one: 'se puede', other: 'se pueden' })} empacar ${amount(refusal.possible)}.`
    }
  },
}
