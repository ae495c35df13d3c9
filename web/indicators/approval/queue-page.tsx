export function ApprovalQueuePage() {
  return null;
}
