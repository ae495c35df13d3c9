export function NewFormPage() {
  return null;
}
