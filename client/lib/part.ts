import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { untilLoaded } from './untilLoaded.ts'

/**
 * A component whose code is fetched when it is first shown. Without a network it is waited for: its place stays empty
 * until it is there, and the rest of the page stands (React would take the whole page away).
 */
export const part = <Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await untilLoaded(load) }))
