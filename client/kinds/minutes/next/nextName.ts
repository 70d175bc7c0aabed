/** „Protokoll der 1. Sitzung 2026“ → „Protokoll der 2. Sitzung 2026“; what has no number stays. Somebody looks at it before it is taken. */
export const nextTitle = (title: string): string =>
  title.replace(/(\d+)(?=\. )/u, number => String(Number(number) + 1))

/** „RT-OL 2026-01“ → „RT-OL 2026-02“: the last digits, as wide as they were. */
export const nextNumber = (number: string): string =>
  number.replace(/\d+$/u, digits => String(Number(digits) + 1).padStart(digits.length, '0'))
