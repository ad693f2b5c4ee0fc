/**
 * SHA-256 over the UTF-8 bytes of texts that come piece by piece. The browser's own takes everything
 * at once, and is missing where a page has no secure address.
 */
export class Sha256 {
  readonly #state = Int32Array.from(START)
  readonly #block = new Uint8Array(64)
  readonly #words = new Int32Array(64)
  #used = 0
  #bytes = 0

  update(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code < 0x80) this.#take(code)
      else if (code < 0x800) {
        this.#take(0xc0 | (code >> 6))
        this.#take(0x80 | (code & 0x3f))
      } else {
        const point = text.codePointAt(at)!
        if (point > 0xffff) {
          at++
          this.#take(0xf0 | (point >> 18))
          this.#take(0x80 | ((point >> 12) & 0x3f))
        } else this.#take(0xe0 | (point >> 12))
        this.#take(0x80 | ((point >> 6) & 0x3f))
        this.#take(0x80 | (point & 0x3f))
      }
    }
  }

  /** The hash as 64 hex digits; nothing can be added afterwards. */
  hex(): string {
    const bits = this.#bytes * 8
    this.#take(0x80)
    while (this.#used !== 56) this.#take(0)
    for (let byte = 7; byte >= 0; byte--) this.#take(Math.floor(bits / 2 ** (8 * byte)) & 0xff)
    return [...this.#state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #take(byte: number): void {
    this.#block[this.#used++] = byte
    this.#bytes++
    if (this.#used < 64) return
    this.#used = 0
    this.#mix()
  }

  #mix(): void {
    const [w, block, state] = [this.#words, this.#block, this.#state]
    for (let i = 0; i < 16; i++) {
      const at = 4 * i
      w[i] = (block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!
    }
    for (let i = 16; i < 64; i++) {
      const [x, y] = [w[i - 15]!, w[i - 2]!]
      const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3)
      const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10)
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
    }
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    let e = state[4]!
    let f = state[5]!
    let g = state[6]!
    let h = state[7]!
    for (let i = 0; i < 64; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS[i]! + w[i]!) | 0
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = (one + two) | 0
    }
    const mixed = [a, b, c, d, e, f, g, h]
    for (let i = 0; i < 8; i++) state[i] = (state[i]! + mixed[i]!) | 0
  }
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The first 64 primes: the constants are the beginnings of their roots' fractions. */
function primes(): number[] {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) if (found.every((p) => n % p !== 0)) found.push(n)
  return found
}

const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0
const ROUNDS = Int32Array.from(primes(), (prime) => fraction(Math.cbrt(prime)))
const START = primes()
  .slice(0, 8)
  .map((prime) => fraction(Math.sqrt(prime)))
