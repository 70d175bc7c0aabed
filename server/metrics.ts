import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What `/metrics` shows. No label ever names a person or a document (THREATS P7). */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    appends: new Counter({ name: 'journal_appends_total', help: 'Rows committed to the journal', registers }),
    commits: new Counter({ name: 'journal_commits_total', help: 'Commits of the journal', registers }),
    failedCommits: new Counter({
      name: 'journal_failed_commits_total',
      help: 'Commits of the journal that failed',
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'journal_commit_seconds',
      help: 'Duration of one commit of the journal, waiting for the connection included',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    connections: new Gauge({ name: 'collab_connections', help: 'Open websocket connections', registers }),
    openDocuments: new Gauge({ name: 'collab_open_documents', help: 'Documents held in memory', registers }),
    refusedUpdates: new Counter({
      name: 'collab_refused_updates_total',
      help: 'Updates that were neither applied nor acknowledged',
      labelNames: ['reason'] as const,
      registers,
    }),
    slowReaders: new Counter({
      name: 'collab_slow_readers_total',
      help: 'Sockets cut off because too much waited to be read',
      registers,
    }),
    damagedDocuments: new Counter({
      name: 'collab_damaged_documents_total',
      help: 'Documents opened for reading only, because a row of their journal is damaged',
      registers,
    }),
    failedHooks: new Counter({
      name: 'collab_failed_hooks_total',
      help: 'Errors that ended in a hook of the collaboration server',
      labelNames: ['hook'] as const,
      registers,
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
