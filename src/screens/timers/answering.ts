import { endTimer, extendTimer, recordTimed } from '../../data/commands/timers'
import { isRefusal, type Refusal } from '../../domain/refusal'
import type { Timer } from '../../domain/timers'
import { saving } from '../../live/saving'
import { goTo } from '../../platform/navigation'
import { askPersistence } from '../../platform/storage'
import { hashOf } from '../../routes'
import type { Kitchen } from '../kitchen'
import { recorderHere } from '../recording'

/** What can be answered to a timer. */
export function answering(kitchen: Kitchen) {
  return {
    /** Records its batch; opens the form where that has to say what the batch became. Gives a refusal. */
    record: async (timer: Timer): Promise<Refusal | null> => {
      const { eventId, recipeId } = timer
      const answer = await saving(recordTimed(kitchen, timer.id, recorderHere()))
      if (isRefusal(answer)) return answer
      if (answer === 'recorded') void askPersistence()
      if (answer === 'form') goTo(hashOf({ screen: 'bake', eventId, recipeId }))
      return null
    },
    more: (timer: Timer) => saving(extendTimer(kitchen, timer)),
    stop: (timer: Timer) => saving(endTimer(kitchen, timer.id)),
  }
}
