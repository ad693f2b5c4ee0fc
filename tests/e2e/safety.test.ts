import { expect, inject, test } from 'vitest'
import { newPage, useBrowser } from './browser'

useBrowser()

test('the content policy refuses foreign addresses, inline styles and strings as markup', async () => {
  const visit = await newPage()
  await visit.page.goto(inject('appUrl'))
  await visit.page.getByRole('main').first().waitFor()
  visit.expectNoFaults()
  const markup = await visit.page.evaluate(async () => {
    await fetch('https://example.com/').catch(() => undefined)
    const styled = document.createElement('p')
    styled.setAttribute('style', 'color: red')
    try {
      styled.innerHTML = '<img src="x" onerror="alert(1)">'
      return 'taken'
    } catch {
      return 'refused'
    }
  })
  expect(markup).toBe('refused')
  for (const rule of ['connect-src', 'style-src', 'require-trusted-types-for'])
    await expect.poll(() => visit.faults.join('\n')).toContain(`policy: ${rule}`)
  await visit.context.close()
})

test('the server lets no other page frame the app', async () => {
  const { headers } = await fetch(inject('appUrl'))
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})
