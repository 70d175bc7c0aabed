/** What was typed into a form's control of this name, without blanks around it; '' for anything but text. */
export function formWord(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
