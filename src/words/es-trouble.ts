import type { TroubleWords } from './en-trouble'

export const trouble: TroubleWords = {
  'newer version': 'Batchboard se actualizó en otra pestaña. Recarga para seguir.',
  blocked:
    'Batchboard está abierto en una pestaña más antigua. Cierra sus otras pestañas y recarga.',
  silent:
    'El almacenamiento de este dispositivo no responde. Lo registrado se conserva, y también lo que estás escribiendo. Recarga; si no sirve, cierra el navegador y vuelve a abrirlo.',
  refused:
    'Este navegador no deja que Batchboard guarde nada: quizá la ventana sea privada o el almacenamiento esté desactivado. Ábrelo en una ventana normal.',
  'disk full':
    'El dispositivo está lleno y el tablero no se puede abrir. Libera espacio y recarga. Lo registrado se conserva.',
  'not opened':
    'No se pudo abrir lo guardado en este dispositivo. No se cambió nada. Recarga para intentarlo otra vez.',
  notSaved: 'Esto no se guardó.',
  savingFailed: 'Esto no se guardó. Lo registrado antes se conserva. Inténtalo otra vez.',
  savingFull: 'Esto no se guardó: el dispositivo está lleno. Libera espacio e inténtalo otra vez.',
  readingFailed: 'El tablero dejó de moverse. Lo registrado se conserva.',
}
