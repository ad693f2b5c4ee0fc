import type { Kind } from '../../domain/copies'
import type { MergeReport } from '../../domain/merge-report'
import type { BackupWords } from '../../words/en-backup'

/** The lines of what a restore does, and nothing that it does not. */
export function sentencesOf(report: MergeReport, told: BackupWords): string[] {
  const added = Object.entries(report.added) as [Kind, number][]
  return [
    ...(report.records > 0 ? [told.addRecords(report.records)] : []),
    ...added.map(([kind, count]) => told.addRows(kind, count)),
    ...(report.changed.length > 0 ? [told.changed(report.changed.length)] : []),
    ...(report.older.length > 0 ? [told.older(report.older.length)] : []),
    ...(report.setAside > 0 ? [told.setAside(report.setAside)] : []),
  ]
}
