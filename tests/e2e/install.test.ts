import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright'
import { firstVisit, heading, see, useKitchen } from './kitchen'

useKitchen()

interface Icon {
  readonly src: string
  readonly sizes: string
  readonly purpose?: string
}
interface Manifest {
  readonly id: string
  readonly name: string
  readonly start_url: string
  readonly display: string
  readonly icons: readonly Icon[]
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[]
}

/** The manifest as the browser reads it, and what it has against it. */
async function manifestOf(
  page: Page,
): Promise<{ manifest: Manifest; url: string; errors: string[] }> {
  const devtools = await page.context().newCDPSession(page)
  const { url, data, errors } = await devtools.send('Page.getAppManifest')
  return {
    manifest: JSON.parse(data ?? '') as Manifest,
    url,
    errors: errors.map(({ message }) => message),
  }
}

/** The size of a picture once it is loaded and decoded. */
function sizeOf(page: Page, url: string): Promise<string> {
  return page.evaluate(async (src) => {
    const picture = new Image()
    picture.src = src
    await picture.decode()
    return `${picture.naturalWidth}x${picture.naturalHeight}`
  }, url)
}

test('the browser has nothing against installing the app', async () => {
  const { page } = await firstVisit()
  const { errors, manifest, url } = await manifestOf(page)
  expect(errors).toEqual([])
  expect(manifest).toMatchObject({ name: 'Batchboard', display: 'standalone' })
  expect(new URL(manifest.start_url, url).href).toBe(inject('appUrl'))
  expect(manifest.id).not.toBe('')
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  const ids = installabilityErrors.map(({ errorId }) => errorId)
  // Pages of a test have no storage that lasts, and so cannot be installed; nothing else is wrong.
  expect(ids.filter((id) => id !== 'in-incognito')).toEqual([])
})

test('every icon loads in the size that it says, the maskable one and that of iPhones too', async () => {
  const { page } = await firstVisit()
  const { manifest, url } = await manifestOf(page)
  const pixels = manifest.icons.filter(({ sizes }) => sizes !== 'any')
  for (const { src, sizes } of pixels) {
    expect(await sizeOf(page, new URL(src, url).href), src).toBe(sizes)
  }
  const sizes = (purpose: string) =>
    pixels
      .filter((icon) => (icon.purpose ?? 'any').split(' ').includes(purpose))
      .map((icon) => icon.sizes)
  expect(sizes('any')).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(sizes('maskable')).toContain('512x512')
  const touchIcon = await page.locator('link[rel=apple-touch-icon]').getAttribute('href')
  expect(await sizeOf(page, new URL(touchIcon ?? '', page.url()).href)).toBe('180x180')
})

test('every shortcut opens its screen, without a network too', async () => {
  const { page, context } = await firstVisit()
  await see(page.getByRole('status')).toHaveText('✓ Ready to work offline')
  const { manifest, url } = await manifestOf(page)
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual(['Events', 'New event'])
  await context.setOffline(true)
  for (const [index, title] of ['How many can you pack right now?', 'New event'].entries()) {
    await page.goto('about:blank')
    await page.goto(new URL(manifest.shortcuts[index]?.url ?? '', url).href)
    await see(heading(page, title)).toBeVisible()
  }
})

test('started from its icon, the app comes back to where the kitchen was', async () => {
  const { page } = await firstVisit()
  await page.getByRole('button', { name: 'Try the example' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await see(heading(page, 'History')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(inject('appUrl'))
  await see(heading(page, 'History')).toBeVisible()
})
