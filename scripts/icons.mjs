import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { launchOptions } from './browser.mjs'

// Draws public/icon.svg as the PNG files that home screens ask for. Run by hand when it changes:
// node scripts/icons.mjs

const PUBLIC = new URL('../public/', import.meta.url)
const PAPER = '#fbf7ef'
/** `scale`: how much of the square the drawing fills. A maskable icon keeps clear of its edge. */
const ICONS = [
  { file: 'icon-180.png', size: 180, scale: 1, corners: false },
  { file: 'icon-192.png', size: 192, scale: 1, corners: true },
  { file: 'icon-512.png', size: 512, scale: 1, corners: true },
  { file: 'icon-maskable-512.png', size: 512, scale: 0.82, corners: false },
]

const svg = await readFile(new URL('icon.svg', PUBLIC), 'utf8')
const browser = await chromium.launch(launchOptions())
try {
  for (const { file, size, scale, corners } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    const edge = size * scale
    await page.setContent(
      `<style>
        html { background: ${corners ? 'transparent' : PAPER} }
        body { margin: 0; height: 100vh; display: grid; place-items: center }
        svg { width: ${edge}px; height: ${edge}px }
      </style>${svg}`,
    )
    const path = fileURLToPath(new URL(file, PUBLIC))
    await page.screenshot({ path, omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
