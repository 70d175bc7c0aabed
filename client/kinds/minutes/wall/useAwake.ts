import { useEffect } from 'react'

/** Keeps the screen on while the wall is in sight: nobody touches the computer of a projector. */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let hasLeft = false
    const stay = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const given = await navigator.wakeLock.request('screen')
        if (hasLeft) await given.release()
        else lock = given
      } catch (error) {
        // a device that saves its battery refuses, and goes dark as it is used to
        if (!(error instanceof DOMException)) throw error
      }
    }
    // it is let go of whenever the page is hidden
    const seen = () => void stay()
    void stay()
    document.addEventListener('visibilitychange', seen)
    return () => {
      hasLeft = true
      document.removeEventListener('visibilitychange', seen)
      void lock?.release()
    }
  }, [])
}
