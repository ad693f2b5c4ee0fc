import { DISTANCES, type Distance } from '../../domain/wall'
import { readLocal, writeLocal } from '../../platform/local'

/** Minutes without anybody after which a wall may be dimmed; 0: never. */
export const DIM_AFTER = [5, 15, 60, 0] as const
export type DimAfter = (typeof DIM_AFTER)[number]

/** A phone stands on the table, a tablet leans at the wall. */
function usual(): Distance {
  return Math.min(innerWidth, innerHeight) < 600 ? 1 : 2
}

/** From how far this device is read. */
export const distanceHere = {
  read: (): Distance => DISTANCES.find((one) => String(one) === readLocal('distance')) ?? usual(),
  write: (distance: Distance): void => writeLocal('distance', String(distance)),
}

/** After how many minutes this device dims its wall. */
export const dimHere = {
  read: (): DimAfter => DIM_AFTER.find((one) => String(one) === readLocal('dim')) ?? 15,
  write: (minutes: DimAfter): void => writeLocal('dim', String(minutes)),
}
