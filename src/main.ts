import { mount } from 'svelte'
import App from './App.svelte'
import { startUpdates } from './platform/updates'
import { watchInstall } from './platform/install'
import './styles/fonts.css'

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app')

watchInstall()
mount(App, { target })
void startUpdates()
