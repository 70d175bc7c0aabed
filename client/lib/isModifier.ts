/** Keys that say nothing by themselves. */
export const isModifier = (key: string): boolean => ['Control', 'Meta', 'Shift', 'Alt'].includes(key)
