import { Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useText } from '#client/i18n/i18n.ts'
import { roomStands } from '#client/lib/firstRoom.ts'
import { part } from '#client/lib/part.ts'
import { LiveRegion } from '#client/ui/LiveRegion.tsx'
import { OfferLine } from '#client/ui/OfferLine.tsx'
import { loadHome } from './home.ts'
import { NotFound } from './NotFound.tsx'
import { Notices } from './Notices.tsx'
import { PaletteKey } from './PaletteKey.tsx'
import { useFocusOnArrival } from './useFocusOnArrival.ts'
import { Waiting } from './Waiting.tsx'

const DeskPage = part(async () => (await import('./DeskPage.tsx')).DeskPage)
const SheetPage = part(async () => (await import('./SheetPage.tsx')).SheetPage)
const MeetingPage = part(async () => (await import('./MeetingPage.tsx')).MeetingPage)
const WallPage = part(async () => (await import('./WallPage.tsx')).WallPage)
const SpacePage = part(async () => (await import('./SpacePage.tsx')).SpacePage)
const RegisterPage = part(async () => (await import('./RegisterPage.tsx')).RegisterPage)
const SignInPage = part(async () => (await import('./SignInPage.tsx')).SignInPage)
const SetupPage = part(async () => (await import('./SetupPage.tsx')).SetupPage)

/** The house: one route per room, each loaded when somebody goes there. */
export function App() {
  const t = useText()
  const [location] = useLocation()
  useFocusOnArrival(location)
  // a sheet says by itself when it stands
  useEffect(() => {
    if (!/^\/(?:blatt|sitzung|wand)\//u.test(location)) roomStands()
  }, [location])
  useEffect(() => {
    const again = () => void loadHome()
    again()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])
  return (
    <>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Notices />
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/">
            <DeskPage />
          </Route>
          <Route path="/blatt/:id">{({ id }) => <SheetPage key={id} id={id} />}</Route>
          <Route path="/sitzung/:id">{({ id }) => <MeetingPage key={id} id={id} />}</Route>
          <Route path="/wand/:id">{({ id }) => <WallPage key={id} id={id} />}</Route>
          <Route path="/raum/:spaceId">{({ spaceId }) => <SpacePage key={spaceId} id={spaceId} />}</Route>
          <Route path="/raum/:spaceId/register/:name?">
            {({ spaceId, name }) => <RegisterPage id={spaceId} path={name} />}
          </Route>
          <Route path="/anmelden">
            <SignInPage />
          </Route>
          <Route path="/einrichten">
            <SetupPage />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
      <PaletteKey />
      <LiveRegion />
      <OfferLine />
    </>
  )
}
