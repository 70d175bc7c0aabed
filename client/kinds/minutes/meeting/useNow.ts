import { useEffect, useState } from 'react'
import { serverNow } from '#client/lib/serverClock.ts'

/** Now by the server's clock, once a second while somebody looks and `runs`. */
export function useNow(runs: boolean): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (!runs) return undefined
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') setNow(serverNow())
    }, 1_000)
    const seen = () => setNow(serverNow())
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [runs])
  return now
}
