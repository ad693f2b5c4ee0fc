import { FIREFOX } from './playwright'
import { tellStories } from './stories'

tellStories(FIREFOX)
