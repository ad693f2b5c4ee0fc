import { mount } from 'svelte'
import App from './App.svelte'
import { firstLook } from './first-look'
import { whenIdle } from './platform/idle'
import { chosenLanguage } from './platform/language'
import { watchInstall } from './platform/install'
import { showTextSize } from './platform/text-size'
import { startUpdates } from './platform/updates'
import { wordsIn } from './words/languages'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')

watchInstall()
showTextSize()
// A board in another language than wished is better than none.
const language = chosenLanguage()
document.documentElement.lang = language
const words = await wordsIn(language).catch(() => wordsIn('en'))
target.replaceChildren()
mount(App, { target, props: { words } })
void startUpdates(firstLook)
// Most visits go on to an event: its screen is fetched while the first one is looked at.
void firstLook.then(whenIdle).then(() => import('./screens/EventScreen.svelte'))
// Long after the start, when nobody waits for anything.
setTimeout(() => void import('./keep-copies').then(({ keepCopies }) => keepCopies()), 15_000)
