import type { SettingsWords } from './en-settings'
import { formatsOf } from './format'

const { number } = formatsOf('es')

export const settings: SettingsWords = {
  language: 'Idioma',
  byDevice: 'El del dispositivo',
  you: 'Tu nombre',
  youHint: 'Se escribe junto a lo que registras. Puede quedar vacío.',
  device: 'Nombre de este dispositivo',
  backup: 'Copia de seguridad',
  backupNote: 'Guarda todo en un archivo, abre uno, o vuelve a una copia de los últimos días.',
  storage: 'Guardado en este dispositivo',
  kept: 'A salvo: el navegador prometió no borrarlo.',
  notKept:
    'Aún sin promesa: un dispositivo lleno puede borrarlo. Pon la aplicación en la pantalla de inicio y registra algo.',
  unknownKept: 'Este navegador no dice si conserva los datos a salvo.',
  size: (bytes) => `Unos ${number(Math.max(0.1, bytes / 1_000_000))} MB`,
  install: 'Poner en la pantalla de inicio',
  installed: 'Abierta desde la pantalla de inicio',
  version: (version) => `Versión ${version}`,
}
