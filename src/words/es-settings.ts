import type { SettingsWords } from './en-settings'
import { formatsOf } from './format'

const { size } = formatsOf('es')

export const settings: SettingsWords = {
  language: 'Idioma',
  byDevice: 'El del dispositivo',
  textSize: 'Tamaño de la letra',
  you: 'Tu nombre',
  youHint: 'Se escribe junto a lo que registras. Puede quedar vacío.',
  device: 'Nombre de este dispositivo',
  backup: 'Copia de seguridad',
  backupNote:
    'Guarda todo en un archivo, abre uno, o recupera lo que falta desde una copia de los últimos días.',
  storage: 'Guardado en este dispositivo',
  safe: { kept: 'A salvo: sí', 'not kept': 'A salvo: no', unknown: 'A salvo: no se sabe' },
  notSafe:
    'El navegador no ha prometido conservarlo: un dispositivo lleno puede borrarlo. Pon la aplicación en la pantalla de inicio, o pídelo.',
  askSafe: 'Pedir que lo conserve',
  space: (used, of) => (of ? `${size(used)} de ${size(of)}` : size(used)),
  version: (version) => `Versión ${version}`,
}
