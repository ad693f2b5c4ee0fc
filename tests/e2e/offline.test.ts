import { afterEach, expect, inject, test } from 'vitest'
import { newPage, offlineReady, useBrowser, type WatchedPage } from './browser'
import { deploy, type Deployment } from './deployment'

useBrowser()

let deployment: Deployment | undefined
afterEach(async () => {
  await deployment?.end()
  deployment = undefined
})

/** The app draws itself into #app; an empty one means that it did not start. */
async function expectStarted({ page }: WatchedPage): Promise<void> {
  await page.getByRole('main').first().waitFor()
  expect(await page.title()).toContain('Batchboard')
}

async function firstVisit(url: string): Promise<WatchedPage> {
  const visit = await newPage()
  await visit.page.goto(url)
  await expectStarted(visit)
  await offlineReady(visit.page)
  return visit
}

test('after one visit the app opens without a network', async () => {
  const visit = await firstVisit(inject('appUrl'))
  await visit.context.setOffline(true)
  await visit.page.reload()
  await expectStarted(visit)
  visit.expectNoFaults()
  await visit.context.close()
})

test('after one visit the app opens while its server is down', async () => {
  deployment = await deploy()
  const visit = await firstVisit(deployment.url)
  await deployment.stop()
  await visit.page.reload()
  await expectStarted(visit)
  const second = await visit.context.newPage()
  await second.goto(deployment.url)
  await second.getByRole('main').first().waitFor()
  visit.expectNoFaults()
  await visit.context.close()
})

test('an address inside the app opens without a network', async () => {
  deployment = await deploy()
  const visit = await firstVisit(deployment.url)
  await deployment.stop()
  for (const address of ['#/new', 'index.html#/', '?from=icon#/']) {
    await visit.page.goto(new URL(address, deployment.url).href)
    await visit.page.reload()
    await expectStarted(visit)
  }
  visit.expectNoFaults()
  await visit.context.close()
})

test('the app works below any path of a host, online and offline', async () => {
  deployment = await deploy('some/where/')
  const visit = await firstVisit(deployment.url)
  visit.expectNoFaults()
  await deployment.stop()
  await visit.page.reload()
  await expectStarted(visit)
  visit.expectNoFaults()
  await visit.context.close()
})

test('everything the app consists of is on the device after the first visit', async () => {
  const visit = await firstVisit(inject('appUrl'))
  await visit.page.reload()
  await visit.context.setOffline(true)
  const missing = await visit.page.evaluate(async () => {
    const addresses = [...document.querySelectorAll('link[href], script[src]')].map((element) =>
      element.getAttribute(element instanceof HTMLLinkElement ? 'href' : 'src'),
    )
    const manifest = (await (await fetch('manifest.webmanifest')).json()) as {
      icons: { src: string; sizes: string }[]
    }
    // The largest are asked for once, on the way to a home screen, which needs the network anyway.
    const icons = manifest.icons.filter(({ sizes }) => sizes !== '512x512')
    const all = [...addresses, ...icons.map((icon) => icon.src)]
    const answers = all.map(async (url) => {
      const there = await fetch(url ?? '').then(
        (response) => response.ok,
        () => false,
      )
      return there ? null : url
    })
    return (await Promise.all(answers)).filter((url) => url !== null)
  })
  expect(missing).toEqual([])
  visit.expectNoFaults()
  await visit.context.close()
})
