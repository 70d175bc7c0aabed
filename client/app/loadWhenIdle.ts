/** So long after a sheet stands nothing more is on its way (ms); what follows disturbs neither opening nor writing. */
const calm = 6_000

/**
 * Fetches what is loaded only when it is asked for: without a network it is there, too, also before the service worker
 * has everything. What cannot be fetched now is fetched when it is asked for.
 */
export function loadWhenIdle(): () => void {
  const timer = setTimeout(() => {
    const parts = [
      import('./CommandPalette.tsx'),
      import('#client/features/find/FindBar.tsx'),
      import('#client/features/find/wholeSheet.ts'),
      import('#client/features/keys/KeyOverview.tsx'),
      import('#client/editor/SlashMenu.tsx'),
      import('#client/editor/pasteCleaner.ts'),
      import('#client/editor/tableTools.ts'),
    ]
    void Promise.allSettled(parts)
  }, calm)
  return () => clearTimeout(timer)
}
