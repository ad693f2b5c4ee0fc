import { WEBKIT } from './webkit'
import { tellStories } from './stories'

tellStories(WEBKIT)
