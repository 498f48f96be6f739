import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Button, Dropdown, Menu } from '@grafana/ui';
import { profileFile, profileMarkdown, type FileKind, type ProfileToSave } from './profileFile';
import { saveFile } from './saveFile';

/** What is shown, as files for other tools. A comparison has no such files. */
export function DownloadMenu({ profile }: { readonly profile: ProfileToSave }) {
  if (profile.tree.right !== undefined) {
    return null;
  }
  const save = (kind: FileKind) => () => giveOut(async () => saveFile(await profileFile(profile, kind)));
  const copy = () =>
    giveOut(async () => {
      await navigator.clipboard.writeText(profileMarkdown(profile));
      tell(AppEvents.alertSuccess.name, 'Table copied');
    });
  const menu = () => (
    <Menu ariaLabel="Download profile">
      <Menu.Item label="pprof (.pb.gz)" onClick={save('pprof')} />
      <Menu.Item label="Collapsed stacks (.txt)" onClick={save('collapsed')} />
      <Menu.Item label="speedscope (.json)" onClick={save('speedscope')} />
      <Menu.Divider />
      <Menu.Item label="Table as CSV" onClick={save('csv')} />
      {canCopy() ? (
        <Menu.Item label="Copy table as Markdown" onClick={copy} />
      ) : (
        <Menu.Item label="Table as Markdown" onClick={save('markdown')} />
      )}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-end">
      <Button
        size="sm"
        fill="text"
        variant="secondary"
        icon="download-alt"
        aria-label="Download profile"
        tooltip="Download profile"
      />
    </Dropdown>
  );
}

/** Browsers give pages that came over plain http no clipboard. */
function canCopy(): boolean {
  const { clipboard }: { readonly clipboard?: Clipboard } = navigator;
  return clipboard !== undefined;
}

/** Tells of a failure; nothing else waits for the end. */
function giveOut(act: () => Promise<void>): void {
  act().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    tell(AppEvents.alertError.name, 'The profile could not be saved or copied', reason);
  });
}

function tell(type: string, ...payload: string[]): void {
  getAppEvents().publish({ type, payload });
}
