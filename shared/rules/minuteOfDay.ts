/** The minute of the day that a clock time names: „10:05“ → 605. */
export const minuteOfDay = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
