/** Builds the client if its sources changed since the last build. */
import { ensureClient } from './client.mjs'

ensureClient(process.execPath)
