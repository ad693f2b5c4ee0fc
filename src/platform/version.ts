/** The build puts it here: see `scripts/version.ts`. */
declare const __APP_VERSION__: string

/** Which build this is: the version, and a fingerprint of its source in brackets. */
export const VERSION: string = __APP_VERSION__
