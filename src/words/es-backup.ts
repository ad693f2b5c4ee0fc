import type { News } from '../domain/backup-age'
import type { Kind } from '../domain/copies'
import type { BackupWords } from './en-backup'
import { asideText } from './aside'
import { formatsOf } from './format'

const format = formatsOf('es')
const { amount, plural } = format

const records = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'registro', other: 'registros' })}`
const changes = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'cambio', other: 'cambios' })} en recetas o planes`
const news = (since: News): string =>
  [since.records > 0 && records(since.records), since.changes > 0 && changes(since.changes)]
    .filter((part) => part !== false)
    .join(' · ')
const KINDS: Record<Kind, { readonly one: string; readonly other: string }> = {
  recipe: { one: 'receta', other: 'recetas' },
  unit: { one: 'clase de pieza', other: 'clases de piezas' },
  good: { one: 'paquete', other: 'paquetes' },
  ingredient: { one: 'ingrediente', other: 'ingredientes' },
  material: { one: 'material', other: 'materiales' },
  event: { one: 'evento', other: 'eventos' },
  productionTarget: { one: 'meta de horneado', other: 'metas de horneado' },
  assemblyTarget: { one: 'meta de empaque', other: 'metas de empaque' },
  looseTarget: { one: 'meta de piezas sueltas', other: 'metas de piezas sueltas' },
  entry: { one: 'registro', other: 'registros' },
}

const counted = (kind: Kind, count: number): string => {
  if (kind === 'unit') return `${amount(count)} por tanda`
  if (kind !== 'productionTarget') return amount(count)
  return `${amount(count)} ${plural(count, { one: 'tanda', other: 'tandas' })}`
}
const ASIDE = {
  hidden: 'fuera de las listas',
  offThePlan: 'fuera del plan',
  archived: 'guardado aparte',
  counted,
}

export const backup: BackupWords = {
  title: 'Copia de seguridad',
  intro:
    'Todo lo de esta cocina en un solo archivo. Guárdalo en otro sitio que este dispositivo: se abre en cualquier otro.',
  last: (days, since) =>
    `Última copia: ${days === 0 ? 'hoy' : days === 1 ? 'ayer' : `hace ${amount(days)} días`} · ${news(since) === '' ? 'nada nuevo desde entonces' : `${news(since)} desde entonces`}`,
  never: (since) =>
    news(since) === '' ? 'Aún no hay copia.' : `Aún no hay copia · ${news(since)}`,
  preparing: (part) => `Preparando la copia… ${format.percent(part)}`,
  save: 'Guardar una copia',
  tooLargeToOpen:
    'Esta copia supera los 64 MB: se puede guardar, pero Batchboard no abre un archivo tan grande.',
  saved: 'Entregada. Comprueba que el archivo llegó a donde lo guardas.',
  notSaved: 'No se guardó. No se entregó nada.',
  open: 'Abrir una copia',
  openNote:
    'Restaurar añade lo que falta aquí. Nunca vuelve atrás en el tiempo: lo que se escribió más tarde se queda, y nada de lo registrado se quita.',
  choose: 'Elegir un archivo',
  reading: (part) => `Leyendo la copia… ${format.percent(part)}`,
  from: (device, time) => (device === '' ? `Copia del ${time}` : `Copia del ${time}, de ${device}`),
  does: 'Al restaurarla',
  did: 'Restaurado',
  nothing: 'Todo lo de esta copia ya está aquí.',
  addRecords: (count) => `+${records(count)}`,
  addRows: (kind, count) => `+${amount(count)} ${plural(count, KINDS[kind])}`,
  changed: (count) =>
    `${amount(count)} ${plural(count, { one: 'cambia: se escribió', other: 'cambian: se escribieron' })} más tarde en la copia`,
  older: (count) =>
    `${amount(count)} ${plural(count, { one: 'se queda como aquí: se escribió', other: 'se quedan como aquí: se escribieron' })} más tarde aquí`,
  setAside: (count) =>
    `${amount(count)} ${plural(count, { one: 'apartado, para mirarlo', other: 'apartados, para mirarlos' })} abajo`,
  known: (count) =>
    `${amount(count)} ya ${plural(count, { one: 'estaba', other: 'estaban' })} aquí`,
  named: ({ kind, name }) => (name === '' ? KINDS[kind].one : `${name} (${KINDS[kind].one})`),
  countAgain: (names) =>
    `¿Contar otra vez? Llegan registros anteriores de lo que se contó aquí: ${format.list(names.map((name) => (name === '' ? 'algo desconocido' : name)))}. El recuento vale.`,
  restore: 'Restaurar',
  restoring: (part) => `Restaurando… ${format.percent(part)}`,
  tryIt: 'Probar mi copia',
  trying: (part) => `Probando la copia aparte de esta cocina… ${format.percent(part)}`,
  sound: (rows, since) =>
    `Esta copia está sana: ${plural(rows, { one: 'volvió su 1 fila o registro', other: `volvieron sus ${amount(rows)} filas y registros` })}, y aquí no cambió nada. ${since === 0 ? 'Nada se registró después.' : `${records(since)} de aquí no ${plural(since, { one: 'está', other: 'están' })} en ella.`}`,
  unsound: 'Esta copia no volvió entera. Guarda una nueva. Aquí no cambió nada.',
  close: 'Cerrar',
  toBackup: 'A la copia',
  asideTitle: 'Apartado',
  asideNote:
    'Lo que otros dispositivos escribieron y quedó detrás de algo posterior, y segundos contenidos de un registro. No cuenta en ninguna parte y viaja en cada copia.',
  asideNone: 'No se apartó nada.',
  asideSays: (aside) => asideText(format, ASIDE, aside),
  asideUndo: 'Un deshacer',
  asideRow: (what, device, time) => [what, device, time].filter((part) => part !== '').join(' · '),
  copiesTitle: 'Copias en este dispositivo',
  copiesNote:
    'Se hacen solas, una al día. Traen lo que falta aquí. Lo que se cambió más tarde se queda como está; cómo era antes se ve entonces en «Apartado». No sirven si se pierde el dispositivo.',
  copiesNone: 'Aún no hay ninguna: la primera se hace en cuanto hay algo que guardar.',
  copyOf: (day) => `Copia del ${day}`,
  upgradeCopy: 'Copia de antes de que la última actualización cambiara las tablas',
  openCopyOf: (copy) => `Abrir: ${copy}`,
  openCopy: 'Abrir',
  saveCopyOf: (copy) => `Guardar en un archivo: ${copy}`,
  saveCopy: 'Guardar en un archivo',
  saveFile: (file) => `Guardar ${file}`,
  copiesAway: 'Las copias de este dispositivo no se pueden leer ahora.',
  copyRefused: 'Esta copia no se abrió.',
  copyGone: 'Esta copia ya no está aquí. No se cambió nada.',
}
