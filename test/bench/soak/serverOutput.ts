import { z } from 'zod'

const errorLevel = 50
const logLineSchema = z.object({ level: z.number() })

/**
 * Reads what a server prints and keeps the lines that should not be there: errors in its log, and what Node
 * says of an unhandled rejection or exception.
 */
export function createServerOutput() {
  let rest = ''
  const problems: string[] = []
  return {
    problems: problems as readonly string[],
    add(text: string): void {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (isProblem(line)) problems.push(line.slice(0, 500))
    },
  }
}

function isProblem(line: string): boolean {
  if (!line.startsWith('{')) return /unhandled|uncaught|^\w*Error\b|^\s+at /i.test(line)
  try {
    const parsed = logLineSchema.safeParse(JSON.parse(line))
    return parsed.success && parsed.data.level >= errorLevel
  } catch {
    // half a line of a process that was killed
    return false
  }
}
