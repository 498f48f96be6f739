import { Menu, useTheme2 } from '@grafana/ui';
import type { ComparisonSide } from '../../profile/sideOfComparison';
import { canCopy, copyText, giveOut } from './giveOut';
import { isForGoCompiler } from './isForGoCompiler';
import { MenuButton } from './MenuButton';
import type { PictureLook } from './pictureFile';
import type { FileKind, ProfileToSave } from './profileFile';
import type { ViewerQuestions } from './viewerQuestions';

interface DownloadMenuProps {
  /** What the filters leave, whichever way round it is drawn: tools read stacks from the outermost function inwards. */
  readonly profile: ProfileToSave;
  /** What is drawn, and how. */
  readonly picture: Omit<PictureLook, 'theme'>;
  readonly questions?: ViewerQuestions;
}

/** What is shown, as pictures and as files for other tools. Of a comparison they hold both sides, or say which. */
export function DownloadMenu({ profile, picture, questions }: DownloadMenuProps) {
  const theme = useTheme2();
  const isComparison = profile.tree.right !== undefined;
  const save = (kind: FileKind) => () =>
    giveOut(async () => {
      const [{ profileFile }, { saveFile }] = await Promise.all([import('./profileFile'), import('./saveFile')]);
      saveFile(await profileFile(profile, kind));
    });
  const savePicture = (kind: 'png' | 'svg') => () =>
    giveOut(async () => {
      const [{ pictureFile }, { saveFile }] = await Promise.all([import('./pictureFile'), import('./saveFile')]);
      saveFile(await pictureFile(profile, { ...picture, theme: theme.isDark ? 'dark' : 'light' }, kind));
    });
  const saveWhole = (asked: ViewerQuestions, side?: ComparisonSide) => () =>
    giveOut(async () => {
      const [{ wholePprof }, { saveFile }] = await Promise.all([import('./wholePprof'), import('./saveFile')]);
      (await wholePprof(profile, asked, side)).forEach(saveFile);
    });
  const saveForGo = (asked: ViewerQuestions) => () =>
    giveOut(async () => {
      const [{ goPgoFile }, { saveFile }] = await Promise.all([import('./goPgoFile'), import('./saveFile')]);
      saveFile(await goPgoFile(asked));
    });
  const copy = () =>
    giveOut(async () => {
      const { profileMarkdown } = await import('./profileFile');
      copyText('Table', profileMarkdown(profile));
    });
  // Tables have files of their own.
  const pictureName = picture.view === 'table' || picture.view === 'tree' ? 'Picture of the flame graph' : 'Picture';
  const whole = questions?.source.pprof === undefined ? undefined : questions;
  const menu = () => (
    <Menu ariaLabel="Download profile">
      <Menu.Item label={`${pictureName} (.png)`} onClick={savePicture('png')} />
      <Menu.Item label={`${pictureName} (.svg)`} onClick={savePicture('svg')} />
      <Menu.Divider />
      {isComparison ? (
        <>
          <Menu.Item label="pprof of the baseline (.pb.gz)" onClick={save('pprof baseline')} />
          <Menu.Item label="pprof of what is compared (.pb.gz)" onClick={save('pprof compared')} />
          {whole?.baseline && (
            <Menu.Item label="pprof of the baseline, with lines (.pb.gz)" onClick={saveWhole(whole, 'baseline')} />
          )}
          {whole && (
            <Menu.Item label="pprof of what is compared, with lines (.pb.gz)" onClick={saveWhole(whole, 'compared')} />
          )}
          <Menu.Item label="Collapsed stacks of both sides (.txt)" onClick={save('collapsed')} />
          <Menu.Item label="speedscope of both sides (.json)" onClick={save('speedscope')} />
        </>
      ) : (
        <>
          <Menu.Item label="pprof (.pb.gz)" onClick={save('pprof')} />
          {whole && <Menu.Item label="pprof of the backend, with lines (.pb.gz)" onClick={saveWhole(whole)} />}
          {questions?.source.goPgo && isForGoCompiler(profile.tree, questions.question) && (
            <Menu.Item label="For Go's compiler (default.pgo)" onClick={saveForGo(questions)} />
          )}
          <Menu.Item label="Collapsed stacks (.txt)" onClick={save('collapsed')} />
          <Menu.Item label="speedscope (.json)" onClick={save('speedscope')} />
        </>
      )}
      <Menu.Divider />
      <Menu.Item label="Table as CSV" onClick={save('csv')} />
      {canCopy() ? (
        <Menu.Item label="Copy table as Markdown" onClick={copy} />
      ) : (
        <Menu.Item label="Table as Markdown" onClick={save('markdown')} />
      )}
    </Menu>
  );
  return <MenuButton icon="download-alt" label="Download profile" menu={menu} />;
}
