/**
 * A table for spreadsheets: UTF-8 with its mark, lines that end in CR LF. Cells are texts that went
 * through `cell`, or numbers as files write them.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

/**
 * A text as a cell. What a spreadsheet would take for a formula gets a ' in front, also after a sign that
 * parts cells where numbers have commas.
 */
export function cell(text: string): string {
  const harmless = text.replace(/^(?=[=+\-@\t\r\n])/, "'").replace(/(?<=;)(?=\s*[=+\-@])/g, "'")
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless
}
