import { type KitMaster } from './master.ts'
import { sp01 } from './sp01.ts'
import { sp02 } from './sp02.ts'
import { sp03 } from './sp03.ts'
import { sp04 } from './sp04.ts'
import { sp05 } from './sp05.ts'
import { sp06 } from './sp06.ts'
import { sp07 } from './sp07.ts'
import { sp08 } from './sp08.ts'
import { sp09 } from './sp09.ts'
import { sp10 } from './sp10.ts'
import { sp11 } from './sp11.ts'
import { sp12 } from './sp12.ts'
import { sp13 } from './sp13.ts'
import { sp14 } from './sp14.ts'
import { sp15 } from './sp15.ts'
import { sp16 } from './sp16.ts'
import { sp17 } from './sp17.ts'
import { sp18 } from './sp18.ts'
import { sp19 } from './sp19.ts'
import { sp20 } from './sp20.ts'
import { sp21 } from './sp21.ts'
import { sp22 } from './sp22.ts'
import { sp23 } from './sp23.ts'
import { sp24 } from './sp24.ts'
import { sp25 } from './sp25.ts'
import { sp26 } from './sp26.ts'
import { sp27 } from './sp27.ts'
import { sp28 } from './sp28.ts'
import { sp29 } from './sp29.ts'
import { sp30 } from './sp30.ts'
import { sp31 } from './sp31.ts'
import { sp32 } from './sp32.ts'

/** The items of the starter kit in the order of their codes (domain.md 5.2). */
export const masters: readonly KitMaster[] = [
  sp01,
  sp02,
  sp03,
  sp04,
  sp05,
  sp06,
  sp07,
  sp08,
  sp09,
  sp10,
  sp11,
  sp12,
  sp13,
  sp14,
  sp15,
  sp16,
  sp17,
  sp18,
  sp19,
  sp20,
  sp21,
  sp22,
  sp23,
  sp24,
  sp25,
  sp26,
  sp27,
  sp28,
  sp29,
  sp30,
  sp31,
  sp32,
]
