/** A full disk comes as such, inside the abort of its transaction, or among the failures of many writes. */
export function isDiskFull(fault: unknown): boolean {
  return causes(fault).some(({ name }) => name === 'QuotaExceededError')
}

/** A fault and all that is behind it. */
export function causes(fault: unknown): readonly Error[] {
  if (!(fault instanceof Error)) return []
  const { inner, failures = [] } = fault as { inner?: unknown; failures?: readonly unknown[] }
  return [fault, ...causes(inner), ...failures.flatMap(causes)]
}
