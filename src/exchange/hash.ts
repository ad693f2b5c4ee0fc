/**
 * FNV-1a with 64 bits over the text's UTF-8 bytes, as 16 hex digits: the same on every device.
 * It tells names apart; it protects nothing.
 */
export function hash64(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  const take = (byte: number): void => {
    const mixed = (low ^ byte) >>> 0
    // × (2⁴⁰ + 0x1b3), in two halves: the product of the lower one stays a safe whole number.
    const product = mixed * 0x1b3
    const carry = Math.floor(product / 0x1_0000_0000)
    high = (Math.imul(high, 0x1b3) + carry + (mixed << 8)) >>> 0
    low = product >>> 0
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!
    if (code > 0xffff) at++
    if (code < 0x80) take(code)
    else {
      if (code < 0x800) take(0xc0 | (code >> 6))
      else {
        if (code < 0x1_0000) take(0xe0 | (code >> 12))
        else {
          take(0xf0 | (code >> 18))
          take(0x80 | ((code >> 12) & 0x3f))
        }
        take(0x80 | ((code >> 6) & 0x3f))
      }
      take(0x80 | (code & 0x3f))
    }
  }
  return hex(high) + hex(low)
}

/** The hash of several values, each kept apart from the next. */
export function hashOf(parts: readonly (string | number)[]): string {
  return hash64(JSON.stringify(parts))
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0')
}
