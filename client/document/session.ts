export type {
  ConnectionState,
  DocumentSession,
  MinutesSession,
  OpenResult,
  PresenceEntry,
  SaveState,
  SharedUndo,
  StorageError,
} from './types.ts'
