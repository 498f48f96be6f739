import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';

/** Does what ends in a file or on the clipboard, and tells of a failure; nothing else waits for the end. */
export function giveOut(act: () => Promise<void>): void {
  act().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    tell(AppEvents.alertError.name, 'The profile could not be saved or copied', reason);
  });
}

/** Puts a text on the clipboard and says so. `what` is what was copied: "Table". */
export function copyText(what: string, text: string): void {
  giveOut(async () => {
    if (!canCopy()) {
      throw new Error('Browsers give pages that came over plain http no clipboard.');
    }
    await navigator.clipboard.writeText(text);
    tell(AppEvents.alertSuccess.name, `${what} copied`);
  });
}

/** Browsers give pages that came over plain http no clipboard. */
export function canCopy(): boolean {
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator;
  return clipboard !== undefined;
}

function tell(type: string, ...payload: string[]): void {
  getAppEvents().publish({ type, payload });
}
