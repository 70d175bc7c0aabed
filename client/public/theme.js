// Sets theme and language before the first paint; a plain script because the policy allows no inline code.
try {
  var theme = localStorage.getItem('mitschrift.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  if (localStorage.getItem('mitschrift.language') === 'en') document.documentElement.lang = 'en'
} catch {
  // Storage may be closed (private mode): the system's preference holds.
}
// The policy allows no code made from text either. zod would try it once while the app loads, and the browser
// would report that; it looks here before it does.
globalThis.__zod_globalConfig = { jitless: true }
