/**
 * Whether a number is a German mobile one: those begin with 015, 016 or 017. Groups and offices rarely have one, people
 * do, and private numbers stand in no sheet that goes out (domain.md 1.3, 4.1).
 */
export const isMobileNumber = (phone: string): boolean =>
  /^(?:0|\+49|0049)1[567]/.test(phone.replaceAll(/\(0\)|[^\d+]/g, ''))
