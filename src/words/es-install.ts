import type { InstallWords } from './en-install'

export const install: InstallWords = {
  title: 'En la pantalla de inicio',
  offer:
    'Desde la pantalla de inicio, Batchboard se abre como una aplicación y sus datos quedan más seguros.',
  put: 'Poner en la pantalla de inicio',
  notNow: 'Ahora no',
  installed: '✓ Abierta desde la pantalla de inicio.',
  agreed: '✓ Va a la pantalla de inicio: ábrela desde ahí a partir de ahora.',
  possible: 'Este navegador puede ponerla en la pantalla de inicio.',
  byMenu:
    '¿Aún no está ahí? Abre el menú del navegador y busca «Instalar» o «Añadir a la pantalla de inicio». No todos lo tienen.',
  byHand: {
    title: 'Primero, ponla en la pantalla de inicio',
    why: 'Ahí guarda sus propios datos, más seguros que en el navegador. Empieza desde ahí; lo que ya haya aquí se lleva en una copia de seguridad.',
    share: 'Toca Compartir, en la barra del navegador o detrás de ···.',
    add: 'Busca esta fila en la lista y tócala:',
    row: 'Añadir a pantalla de inicio',
    start: 'Toca «Añadir» y abre Batchboard con esta imagen.',
  },
}
