import { bringBackEvent } from '../../data/commands/events'
import { isExample, loadExample } from '../../data/commands/example'
import type { Day } from '../../domain/day'
import type { EventId } from '../../domain/model'
import { saving } from '../../live/saving'
import type { Words } from '../../words/en'
import type { Kitchen } from '../kitchen'

/** Puts an event that was removed on the lists again. */
export async function bringBack(
  kitchen: Kitchen,
  words: Words,
  today: Day,
  eventId: EventId,
): Promise<void> {
  // The example was removed with its recipes and its bundle, and comes back with them.
  await saving<unknown>(
    isExample(eventId)
      ? loadExample(kitchen, words.example, today)
      : bringBackEvent(kitchen, eventId),
  )
}
