import { createRoot } from 'react-dom/client'
import { restoreLanguage } from '#client/i18n/i18n.ts'
import { startServiceWorker } from '#client/offline/serviceWorker.ts'
import '#client/ui/fonts.css'
import '#client/ui/tokens.css'
import '#client/ui/base.css'
import { firstRoom } from '#client/lib/firstRoom.ts'
import { App } from './App.tsx'
import { Broken } from './Broken.tsx'
import { installDiagnostics } from './diagnostics.ts'

installDiagnostics()
await restoreLanguage()
const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <Broken>
    <App />
  </Broken>,
)
// it fetches the whole app for the device: not before what this person came for
await firstRoom
await startServiceWorker()
