import type { NamedBaking, Next } from '../domain/board'
import type { Standing } from '../domain/ledger'
import type { ChangeReason } from '../domain/model'
import { amountOf, isNegative, negate, type Amount } from '../domain/quantity'
import type { Words } from './en'
import { es as refusals } from './es-refusals'
import { formatsOf } from './format'

const format = formatsOf('es')
const { amount, plural } = format

const batches = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'tanda', other: 'tandas' })}`
const lost = (count: number): string => plural(count, { one: 'perdida', other: 'perdidas' })
const good = (count: Amount): string => plural(count, { one: 'buena', other: 'buenas' })
const packed = (count: number): string =>
  `${amount(count)} ${plural(count, { one: 'empacado', other: 'empacados' })}`
const given = (count: Amount): string => plural(count, { one: 'entregada', other: 'entregadas' })
const packNow = (count: Amount): string =>
  `${plural(count, { one: 'se puede', other: 'se pueden' })} empacar ya`
const waiting = (count: Amount): string =>
  `${amount(count)} ${plural(count, { one: 'espera', other: 'esperan' })} el horneado`
const short = (count: Amount): string =>
  `${plural(count, { one: 'falta', other: 'faltan' })} ${amount(count)}`
const needs = (count: Amount): string =>
  `${plural(count, { one: 'se necesita', other: 'se necesitan' })} ${amount(count)}`
const expectedOf = (count: Amount): string =>
  `${amount(count)} ${plural(count, { one: 'prevista', other: 'previstas' })}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const NEAR_DAYS: Readonly<Record<number, string>> = {
  [-2]: 'anteayer',
  [-1]: 'ayer',
  0: 'hoy',
  1: 'mañana',
  2: 'pasado mañana',
}
const inDays = (days: number): string =>
  NEAR_DAYS[days] ?? (days > 0 ? `dentro de ${amount(days)} días` : `hace ${amount(-days)} días`)
const orUnknown = (name: string, unknown: string): string => (name === '' ? unknown : name)
const bakings = (bake: readonly NamedBaking[]): string =>
  format.list(bake.map((one) => `${batches(one.batches)} de ${one.recipeName}`))

const CHANGES: Record<ChangeReason, string> = {
  brought: 'traído',
  made: 'hecho',
  bought: 'comprado',
  eaten: 'comido',
  given: 'entregado',
  burnt: 'quemado',
  broken: 'roto',
  dropped: 'caído',
  other: 'otro motivo',
}

/** All sentences of the app in Spanish. */
export const es: Words = {
  language: 'es',
  format,
  app: {
    name: 'Batchboard',
    offlineReady: 'Lista para usarse sin conexión',
    updateReady: 'Hay una versión nueva.',
    update: 'Actualizar',
    reload: 'Recargar',
    close: 'Cerrar',
    back: 'Atrás',
    loading: 'Abriendo…',
    notFound: 'Aquí no hay nada.',
    toEvents: 'Ir a los eventos',
    lostFile: 'A este dispositivo le falta una parte de la aplicación. Lo registrado se conserva.',
    wall: 'Modo pared',
    awake: (wished, state) =>
      wished
        ? state === 'on'
          ? 'Pantalla siempre encendida: sí'
          : state === 'refused'
            ? 'Pantalla siempre encendida: el dispositivo se niega'
            : 'Pantalla siempre encendida: ahora no'
        : 'Pantalla siempre encendida: no',
    keys: 'Teclado y pedal',
    awakeUnsupported: 'Este navegador no puede mantener la pantalla encendida.',
  },
  events: {
    title: 'Eventos',
    more: 'Más',
    settings: 'Ajustes',
    catalogue: 'Catálogo',
    upcoming: 'Próximos',
    past: 'Pasados',
    emptyTitle: '¿Cuántas bolsas puedes llenar ahora mismo?',
    emptyText:
      'Batchboard cuenta lo que está horneado, lo que falta por hornear y cuántas bolsas se pueden llenar. Funciona sin conexión y guarda todo en este dispositivo.',
    tryExample: 'Probar el ejemplo',
    openFile: 'Abrir un archivo',
    newEvent: 'Evento nuevo',
    name: 'Nombre',
    namePlaceholder: 'Feria de primavera',
    date: 'Fecha',
    form: { new: 'Evento nuevo', edit: 'Cambiar evento', copy: 'Copiar evento' },
    save: { new: 'Crear evento', edit: 'Guardar', copy: 'Copiar evento' },
    copyNote: 'Se copia todo lo que pide. Lo horneado y lo empacado, no.',
    archived: 'Apartados',
    daysToGo: (days) => inDays(days),
    noTargets: 'Aún sin plan',
    showProgress: 'Ver el avance',
    removed: 'Eventos quitados',
    bringBack: 'Recuperar',
  },
  tabs: {
    label: 'Partes del evento',
    plan: 'Plan',
    produce: 'Hornear',
    assemble: 'Empacar',
    shop: 'Compras',
    history: 'Historial',
  },
  status: {
    not_started: 'Sin empezar',
    in_progress: 'En marcha',
    complete: 'Completo',
  },
  head: {
    production: 'Horneado',
    assembly: 'Empacado',
    batchesDone: (done, target) => `${amount(done)} de ${batches(target)}`,
    toGo: (count) => `${amount(count)} por hacer`,
    packed: (done, target) => `${amount(done)} de ${packed(target)}`,
    percent: (percent) => format.percent(percent),
    overall: (percent, days) => `${format.percent(percent)} · ${inDays(days)}`,
  },
  next: {
    label: 'Lo siguiente',
    sentence: (next) => {
      switch (next.kind) {
        case 'bake':
          return bakeNext(next)
        case 'pack':
          return `Empaca ${orUnknown(next.name, 'el paquete desconocido')}: ${amount(next.quantity)} ${packNow(next.quantity)}`
        case 'blocked':
          return 'Falta algo: abajo está lo que falta'
        case 'complete':
          return 'Todo está horneado y empacado'
        case 'plan':
          return 'Di en el plan qué pide este evento'
      }
    },
    remake: (remake, bundlesShort) => {
      const missing =
        bundlesShort > 0
          ? `${capital(short(bundlesShort))} ${plural(bundlesShort, { one: 'paquete', other: 'paquetes' })}`
          : 'Falta algo'
      return `${missing}: hornea ${sumUp(remake)}`
    },
    negative: (name, count) =>
      `${orUnknown(name, 'Algo desconocido')}: ${amount(count)}. Se usó más de lo registrado.`,
  },
  last: {
    label: 'Último registro',
    none: 'Aún no hay nada registrado',
    undo: 'Deshacer',
    undoOf: (what) => `Deshacer: ${what}`,
  },
  entry: {
    what: entryWhat,
    line: (entry, name, time) =>
      [entryWhat(entry, name), entry.by, time].filter((part) => part !== '').join(' · '),
  },
  produce: {
    title: 'Hornear',
    empty: 'No hay recetas en el plan de este evento.',
    toPlan: 'Abrir el plan',
    toGo: 'por hacer',
    done: 'Listo',
    doneCount: (count) => `Listo: ${amount(count)}`,
    progress: (done, target, left, percent) =>
      `${amount(done)} de ${batches(target)} · ${amount(left)} por hacer · ${format.percent(percent)}`,
    over: (count) => `${amount(count)} de más`,
    lost: (count) => `${batches(count)} ${lost(count)}`,
    pieces: (unit, came, expected, needed) =>
      came === expected
        ? `${unit}: ${amount(came)} ${good(came)}, ${needs(needed)}`
        : `${unit}: ${amount(came)} ${good(came)} de ${expectedOf(expected)}, ${needs(needed)}`,
    shortAfter: (count) => `${short(count)} después de hornear`,
    since: (count) =>
      isNegative(count)
        ? `${amount(negate(count))} menos desde entonces`
        : `${amount(count)} más desde entonces`,
    gain: (gain) =>
      gain === 0
        ? 'La próxima tanda sola no completa más paquetes'
        : `Próxima tanda: ${plural(gain, { one: 'se puede', other: 'se pueden' })} empacar ${amount(gain)} más`,
    plusOne: '+1',
    batch: 'tanda',
    plusOneOf: (name) => `Registrar 1 tanda de ${name}`,
    more: 'Más…',
    timer: 'Minutero',
    timerOf: (name) => `Minutero para ${name}`,
    moreOf: (name) => `Más… Registrar otro número de tandas de ${name}`,
    trays: (name, done, target, lostCount) =>
      `${name}: ${amount(done)} de ${batches(target)} ${plural(target, { one: 'horneada', other: 'horneadas' })}${lostCount > 0 ? `, ${amount(lostCount)} ${lost(lostCount)}` : ''}`,
    alsoMade: 'También se hizo',
    alsoMadeRow: (row) =>
      row.kind === 'bundle'
        ? `${orUnknown(row.name, 'Paquete desconocido')}: ${packed(row.quantity)}`
        : `${orUnknown(row.name, 'Receta desconocida')}: ${batches(row.batches)}${row.lostBatches > 0 ? `, ${amount(row.lostBatches)} ${lost(row.lostBatches)}` : ''}`,
    unknownRecipe: 'Receta desconocida',
    noUnits: 'Esta receta no dice cuántas piezas salen de una tanda, así que no se puede contar.',
    uncounted: {
      second: 'El segundo toque no se contó',
      palm: 'Varios dedos a la vez: no se contó',
    },
  },
  assemble: {
    title: 'Empacar',
    empty: 'No hay paquetes en el plan de este evento.',
    toGo: 'por hacer',
    packed,
    now: (count) => `${amount(count)} ${packNow(count)}`,
    waiting,
    short,
    over: (count) => `${amount(count)} de más`,
    progress: (done, target, percent) =>
      `${amount(done)} de ${packed(target)} · ${format.percent(percent)}`,
    nowOf: (now, target) => `${amount(now)} de ${amount(target)} ${packNow(now)}`,
    bar: (name, row) =>
      `${name}: ${packed(row.packed)}, ${amount(row.now)} ${packNow(row.now)}, ${waiting(row.waiting)}, ${short(row.short)}`,
    status: {
      complete: 'Completo',
      no_components: 'Este paquete no lleva nada, así que no se puede empacar ninguno.',
      can_assemble: 'Todos los que faltan se pueden empacar ya',
      partial: 'Algunos se pueden empacar ya',
      awaiting_production: 'Espera el horneado',
      cannot_assemble: 'No se puede empacar, ni después de hornear todo el plan',
    },
    missing: (shortages) =>
      `Falta: ${format.list(shortages.map(({ missing, name }) => `${amount(missing)} × ${orUnknown(name, 'parte desconocida')}`))}`,
    waitingFor: (rows) =>
      `Hornea ${format.list(rows.map((row) => `${batches(row.batches)} de ${row.recipeName}`))}`,
    limitedBy: (names) =>
      `Limita: ${format.list(names.map((name) => orUnknown(name, 'parte desconocida')))}`,
    shares: (alone, beside, names, parts) =>
      `${amount(alone)} por separado, ${amount(beside)} junto con ${format.list(names.map((name) => orUnknown(name, 'paquete desconocido')))}: comparten ${format.list(parts.map((name) => orUnknown(name, 'parte desconocida')))}`,
    cycle: (names) => `Este paquete se contiene a sí mismo: ${names.join(' › ')}`,
    plusOne: '+1',
    bundle: 'empacado',
    plusOneOf: (name) => `Registrar 1 empacado: ${name}`,
    packAll: (count) => `Empacar los ${amount(count)}`,
    gone: (count) => `De los empacados ${short(negate(count))}`,
    more: 'Más…',
    moreOf: (name) => `Más… Registrar otro número de empacados: ${name}`,
    unknownBundle: 'Paquete desconocido',
    unknownPart: 'Parte desconocida',
    loose: 'Piezas sueltas',
    looseRow: (count, wanted) => `${amount(count)} de ${amount(wanted)} ${given(wanted)}`,
    looseNow: (count) => `ya hay ${amount(count)}`,
    handOver: (count) => `Entregar ${amount(count)}`,
    piecesOf: (name) => `Más… Decir qué fue de ${name}`,
    looseMet: 'Alcanzan para todas las que se quieren',
    looseBar: (name, bar) =>
      `${name}: ${amount(bar.given)} ${given(bar.given)}, ya hay ${amount(bar.now)}, ${waiting(bar.waiting)}, ${short(bar.short)}`,
  },
  pack: {
    anyway: (wanted) => `Registrar ${amount(wanted)} de todos modos`,
    asks: (possible, wanted) =>
      `Con lo registrado solo ${plural(possible, { one: 'se puede', other: 'se pueden' })} empacar ${amount(possible)}. ¿Registrar ${amount(wanted)} de todos modos?`,
    no: 'No',
  },
  example: {
    event: 'Bolsas de regalo de Navidad',
    cookies: 'Galletas',
    cookie: 'Galleta',
    brownies: 'Brownies',
    brownie: 'Brownie',
    bag: 'Bolsa de regalo',
  },
  refusals,
  day: (day) => format.day(day),
  load: {
    plan: async () => (await import('./es-plan')).plan,
    catalogue: async () => (await import('./es-catalogue')).catalogue,
    shop: async () => (await import('./es-shop')).shop,
    settings: async () => (await import('./es-settings')).settings,
    wall: async () => (await import('./es-wall')).wall,
    timers: async () => (await import('./es-timers')).timers,
    file: async () => (await import('./es-file')).file,
    tables: async () => (await import('./es-tables')).tables,
    backup: async () => (await import('./es-backup')).backup,
    record: async () => (await import('./es-record')).record,
    keys: async () => (await import('./es-keys')).keys,
    why: async () => (await import('./es-why')).why,
    trouble: async () => (await import('./es-trouble')).trouble,
    install: async () => (await import('./es-install')).install,
  },
}

function bakeNext(next: Extract<Next, { readonly kind: 'bake' }>): string {
  const gain = next.gain > 0 ? `: +${amount(next.gain)}` : ''
  if (next.each) return `1 tanda de cada una${gain}`
  return `Hornea ${bakings(next.bake)}${gain}`
}

function sumUp(remake: readonly NamedBaking[]): string {
  return format.list(remake.map((one) => `${batches(one.batches)} más de ${one.recipeName}`))
}

function entryWhat(entry: Standing, name: string): string {
  switch (entry.kind) {
    case 'production': {
      const isLost = !entry.pieces.some((piece) => piece.good > 0)
      return `${orUnknown(name, 'Receta desconocida')}, ${batches(entry.batches)}${isLost ? ` ${lost(entry.batches)}` : ''}`
    }
    case 'assembly':
      return `${orUnknown(name, 'Paquete desconocido')}, ${packed(entry.quantity)}`
    case 'stock':
      return stockSentence(entry, orUnknown(name, 'Algo desconocido'))
  }
}

function stockSentence(entry: Extract<Standing, { readonly kind: 'stock' }>, name: string): string {
  const { change } = entry
  const count = amountOf({ n: Math.abs(change.amount.n), d: change.amount.d })
  const quantity = amount(count)
  if (change.type === 'count') return `${name}, recuento: ${quantity}`
  const sign = change.amount.n < 0 ? '−' : '+'
  return change.reason === 'given'
    ? `${name}, ${quantity} ${given(count)}`
    : `${name}, ${sign}${quantity} (${CHANGES[change.reason]})`
}
