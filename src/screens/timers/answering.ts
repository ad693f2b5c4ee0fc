import { endTimer, extendTimer, recordTimed } from '../../data/commands/timers'
import type { EventId } from '../../domain/model'
import { isRefusal, type Refusal } from '../../domain/refusal'
import type { Timer } from '../../domain/timers'
import { saving } from '../../live/saving'
import { goTo } from '../../platform/navigation'
import { askPersistence } from '../../platform/storage'
import { hashOf, routeOf } from '../../routes'
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
      if (answer === 'form') goTo(hashOf({ screen: 'bake', eventId, recipeId }))
      if (answer === 'recorded') {
        void askPersistence()
        if (!showsWhatIsRecorded(eventId))
          goTo(hashOf({ screen: 'event', eventId, tab: 'produce' }))
      }
      return null
    },
    more: (timer: Timer) => saving(extendTimer(kitchen, timer)),
    stop: (timer: Timer) => saving(endTimer(kitchen, timer.id)),
  }
}

/** Whether the last-recorded line of the event is in sight: on its tabs, with Undo, and on its wall. */
function showsWhatIsRecorded(eventId: EventId): boolean {
  const route = routeOf(location.hash)
  return (route.screen === 'event' || route.screen === 'wall') && route.eventId === eventId
}
