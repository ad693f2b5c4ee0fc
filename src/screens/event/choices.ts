/** What can still be wished for, as a select shows it. */
export function choicesIn(
  rows: readonly { readonly id: string; readonly name: string }[],
  planned: readonly string[],
): { readonly value: string; readonly text: string }[] {
  const taken = new Set(planned)
  return rows.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, text: name }))
}
