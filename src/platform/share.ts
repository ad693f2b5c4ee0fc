/** Gives a text to another app, or to the clipboard where there is no sharing. To be called from a tap. */
export async function shareText(
  title: string,
  text: string,
): Promise<'shared' | 'copied' | 'failed'> {
  if (!('share' in navigator)) return (await copyText(text)) ? 'copied' : 'failed'
  try {
    await navigator.share({ title, text })
    return 'shared'
  } catch (fault) {
    return isHers(fault) ? 'shared' : 'failed'
  }
}

/** Closing the share sheet is a choice, not a failure, and so is a tap while it is still open. */
function isHers(fault: unknown): boolean {
  return fault instanceof Error && ['AbortError', 'InvalidStateError'].includes(fault.name)
}

/** Puts a text on the clipboard; false where the browser refuses. To be called from a tap. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // No permission, or a page without a secure address: the screen says that it did not work.
    return false
  }
}

/**
 * Hands a file over: by the share sheet where a touch device shares files (a download would trap
 * an installed app on iOS), else as a download. To be called from a tap, with the text ready.
 */
export async function handOverFile(
  name: string,
  type: string,
  text: string | readonly string[],
): Promise<'handed over' | 'cancelled'> {
  const file = new File([text].flat(), name, { type })
  const isTouch = matchMedia('(pointer: coarse)').matches
  if (isTouch && 'canShare' in navigator && navigator.canShare({ files: [file] })) {
    try {
      await navigator.share({ files: [file] })
      return 'handed over'
    } catch (fault) {
      if (isHers(fault)) return 'cancelled'
    }
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Safari reads the file after the tap: the address has to last until then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return 'handed over'
}
