import { expect, test } from 'vitest'
import { en } from '../../src/words/en'
import { es } from '../../src/words/es'
import { wholeOf, type Whole } from './sentences'

// Verbs and nouns agree with the number beside them, in both languages.

const ENGLISH = await wholeOf(en)
const SPANISH = await wholeOf(es)

const outdated = (needThen: number, needNow: number) => (words: Whole) =>
  words.plan.outdated({ batchesThen: 1, needThen, needNow, batchesNow: 1 })
const outdatedBatches = (batchesThen: number) => (words: Whole) =>
  words.plan.outdated({ batchesThen, needThen: 24, needNow: 24, batchesNow: 2 })
const totals = (pieces: number) => (words: Whole) =>
  words.plan.totals({ batches: 1, pieces, surplus: 0 })
const beyond = (missing: number) => (words: Whole) =>
  words.file.remark({ remark: 'packed beyond stock', event: 'Fair', name: 'Bag', missing })
const unknown = (count: number) => (words: Whole) =>
  words.file.refusal({ file: 'too many unknown', count })

test.each<[(words: Whole) => string, english: string, spanish: string]>([
  [
    outdated(24, 1),
    '1 batch was needed for 24; now 1 is needed: 1 batch',
    'Antes: 1 tanda para 24. Ahora: 1 tanda para 1',
  ],
  [
    outdated(1, 0),
    '1 batch was needed for 1; now 0 are needed: 1 batch',
    'Antes: 1 tanda para 1. Ahora: 1 tanda para 0',
  ],
  [
    outdatedBatches(3),
    '3 batches were needed for 24; now 24 are needed: 2 batches',
    'Antes: 3 tandas para 24. Ahora: 2 tandas para 24',
  ],
  [totals(0), 'In all: 1 batch, 0 pieces, 0 over', 'En total: 1 tanda, 0 piezas, 0 de más'],
  [totals(1), 'In all: 1 batch, 1 piece, 0 over', 'En total: 1 tanda, 1 pieza, 0 de más'],
  [
    beyond(1),
    'Fair: 1 Bag more was packed than was made.',
    'Fair: de Bag se empacó 1 más de lo que se hizo.',
  ],
  [
    beyond(2),
    'Fair: 2 Bag more were packed than were made.',
    'Fair: de Bag se empacaron 2 más de lo que se hizo.',
  ],
  [
    unknown(1),
    '1 row of this file belongs to nothing in it. Nothing was changed.',
    '1 fila de este archivo no pertenece a nada de lo que trae. No se cambió nada.',
  ],
  [
    unknown(2),
    '2 rows of this file belong to nothing in it. Nothing was changed.',
    '2 filas de este archivo no pertenecen a nada de lo que trae. No se cambió nada.',
  ],
  [
    ({ backup }) => backup.setAside(1),
    '1 set aside, to be looked at below',
    '1 apartado, para mirarlo abajo',
  ],
  [
    ({ backup }) => backup.setAside(3),
    '3 set aside, to be looked at below',
    '3 apartados, para mirarlos abajo',
  ],
  [
    ({ backup }) => backup.sound(1, 0),
    'This backup is sound: the 1 row or record of it came back, and nothing here was changed. Nothing was recorded since.',
    'Esta copia está sana: volvió su 1 fila o registro, y aquí no cambió nada. Nada se registró después.',
  ],
  [
    ({ backup }) => backup.sound(2, 1),
    'This backup is sound: all 2 rows and records of it came back, and nothing here was changed. 1 record here is not in it.',
    'Esta copia está sana: volvieron sus 2 filas y registros, y aquí no cambió nada. 1 registro de aquí no está en ella.',
  ],
  [({ record }) => record.filter.count(1, 1), '1 of 1 entry', '1 de 1 registro'],
  [({ record }) => record.filter.count(1, 12), '1 of 12 entries', '1 de 12 registros'],
  [
    ({ catalogue }) => catalogue.pasted(1, 1),
    '1 of 1 line was read. Look it over; what was not read stays as text.',
    'Se leyó 1 de 1 línea. Revísala; lo que no se leyó queda como texto.',
  ],
  [
    ({ catalogue }) => catalogue.pasted(1, 3),
    '1 of 3 lines was read. Look them over; what was not read stays as text.',
    'Se leyó 1 de 3 líneas. Revísalas; lo que no se leyó queda como texto.',
  ],
  [
    ({ catalogue }) => catalogue.pasted(0, 2),
    '0 of 2 lines were read. Look them over; what was not read stays as text.',
    'Se leyeron 0 de 2 líneas. Revísalas; lo que no se leyó queda como texto.',
  ],
  [({ assemble }) => assemble.gone(-1), '1 of the packed ones is gone', 'De los empacados falta 1'],
  [
    ({ assemble }) => assemble.gone(-2),
    '2 of the packed ones are gone',
    'De los empacados faltan 2',
  ],
])('sentence %# agrees with its number', (sentence, english, spanish) => {
  expect(sentence(ENGLISH)).toBe(english)
  expect(sentence(SPANISH)).toBe(spanish)
})
