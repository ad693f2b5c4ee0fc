import type { CatalogueWords } from './en-catalogue'
import { formatsOf } from './format'

const { amount, plural } = formatsOf('es')

const orUnknown = (name: string): string => (name === '' ? 'parte desconocida' : name)

/** Recipes, bundles, ingredients and materials: their lists and their forms, in Spanish. */
export const catalogue: CatalogueWords = {
  parts: {
    recipes: 'Recetas',
    bundles: 'Paquetes',
    ingredients: 'Ingredientes',
    materials: 'Materiales',
  },
  label: 'Partes del catálogo',
  search: 'Buscar',
  add: {
    recipes: 'Receta nueva',
    bundles: 'Paquete nuevo',
    ingredients: 'Ingrediente nuevo',
    materials: 'Material nuevo',
  },
  change: {
    recipes: 'Cambiar receta',
    bundles: 'Cambiar paquete',
    ingredients: 'Cambiar ingrediente',
    materials: 'Cambiar material',
  },
  empty: {
    recipes:
      'Aún no hay recetas. Una receta necesita un nombre y cuántas piezas salen de una tanda.',
    bundles: 'Aún no hay paquetes. Un paquete dice qué lleva una bolsa, caja o bandeja.',
    ingredients: 'Aún no hay ingredientes. Llegan con las líneas de tus recetas.',
    materials: 'Aún no hay materiales: bolsas, cajas, cintas.',
  },
  nothingFound: 'Nada se llama así.',
  hidden: 'Escondido',
  bringBack: 'Recuperar',
  bringBackOf: (name) => `Recuperar ${name}`,
  recipeRow: (units, name, lines) => {
    const yields = units.map((unit) =>
      unit.name === name
        ? `${amount(unit.itemsPerBatch)} por tanda`
        : `${amount(unit.itemsPerBatch)} × ${unit.name} por tanda`,
    )
    if (lines > 0) {
      const forms = { one: 'ingrediente', other: 'ingredientes' }
      yields.push(`${amount(lines)} ${plural(lines, forms)}`)
    }
    return yields.join(' · ')
  },
  bundleRow: (contents) =>
    contents
      .map(
        (part) =>
          `${amount(part.quantity)} × ${orUnknown(part.name)}${part.hidden ? ' (escondido)' : ''}`,
      )
      .join(' + '),
  save: 'Guardar',
  copy: 'Duplicar',
  copyName: (name) => `${name} (copia)`,
  hide: 'Esconder',
  hideNote: 'Sale de las listas. Los planes y el historial lo conservan, y se puede recuperar.',
  isHidden: 'Esto está escondido: no está en ninguna lista. Al guardarlo, vuelve.',
  name: 'Nombre',
  category: 'Categoría',
  categoryHint: 'Dónde está en la tienda, como Lácteos o Repostería.',
  recipeCategoryHint: 'Galletas, Pasteles: como quieras.',
  notes: 'Notas',
  makes: 'De una tanda salen',
  unitName: 'Se llama',
  unitNameHint: 'Vacío: como la receta.',
  itemsPerBatch: 'Piezas',
  addUnit: 'También salen de otra clase',
  removeUnit: (name) => `Quitar ${name || 'esta clase'}`,
  splits: 'Una tanda se puede repartir entre las clases',
  ingredients: 'Ingredientes de una tanda',
  quantity: 'Cantidad',
  measure: 'Medida',
  ingredient: 'Ingrediente',
  addLine: 'Agregar un ingrediente',
  removeLine: (name) => `Quitar ${name || 'esta línea'}`,
  paste: 'Pegar una lista',
  pasteHint:
    'Un ingrediente por línea, como «2 1/4 tazas harina». Puedes revisarlos antes de guardar.',
  pasteRead: 'Leer las líneas',
  pasted: (read, all) =>
    `Se ${plural(read, { one: 'leyó', other: 'leyeron' })} ${amount(read)} de ${amount(all)} ${plural(all, { one: 'línea. Revísala', other: 'líneas. Revísalas' })}; lo que no se leyó queda como texto.`,
  inOne: 'En cada uno',
  part: 'Parte',
  howMany: 'Cantidad',
  addPart: 'Agregar una parte',
  removePart: (name) => `Quitar ${name || 'esta parte'}`,
  choose: 'Elige…',
  newMaterial: 'Material nuevo…',
  materialName: 'Nombre del material',
  ofRecipe: (part, recipe) => (recipe === null ? part : `${part} (${recipe})`),
  hiddenPart: (name) => `${name} (escondido)`,
  preview: 'Uno lleva',
  previewLine: (name, quantity) => `${amount(quantity)} × ${orUnknown(name)}`,
  previewCycle: (names) => `Se contendría a sí mismo: ${names.join(' › ')}`,
  measureHint: 'g, kg, taza, pieza: en lo que lo compras y lo cuentas.',
  density: 'Peso de un volumen, si lo sabes',
  densityHint: 'Como 1 taza = 120 g. Así se suman tazas y gramos.',
  volume: 'Volumen',
  volumeMeasure: 'Su medida',
  mass: 'Pesa',
  massMeasure: 'Su medida de peso',
}
