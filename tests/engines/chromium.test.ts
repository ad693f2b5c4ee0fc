import { CHROMIUM } from './playwright'
import { tellStories } from './stories'

tellStories(CHROMIUM)
