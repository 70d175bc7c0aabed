import { useEffect, useState } from 'react'
import { asAppError } from '#client/lib/rpc.ts'
import { type DeviceDocument, listDocuments } from '#client/offline/deviceStore.ts'

/** What lies on this device, read again whenever the page is looked at again. Without a store the shelf is empty. */
export function useShelf(): readonly DeviceDocument[] {
  const [documents, setDocuments] = useState<readonly DeviceDocument[]>([])
  useEffect(() => {
    let isHere = true
    const read = async () => {
      try {
        const found = await listDocuments()
        if (isHere) setDocuments(found)
      } catch (error) {
        const { code } = asAppError(error)
        if (code === 'badInput') throw error
      }
    }
    const look = () => {
      if (document.visibilityState === 'visible') void read()
    }
    void read()
    document.addEventListener('visibilitychange', look)
    return () => {
      isHere = false
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return documents
}
