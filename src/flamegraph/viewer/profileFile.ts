import type { TimeZone } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import type { TimeSpan } from '../../base/units';
import type { CallTree } from '../../profile/callTree';
import type { ChangeBy } from '../../profile/diffChange';
import { collapsedStacks } from '../../profile/export/collapsedStacks';
import { comparisonCsv } from '../../profile/export/comparisonCsv';
import { comparisonMarkdown } from '../../profile/export/comparisonMarkdown';
import { pprofOfTree } from '../../profile/export/pprofOfTree';
import { speedscopeFile } from '../../profile/export/speedscopeFile';
import { topTableCsv } from '../../profile/export/topTableCsv';
import { topTableMarkdown } from '../../profile/export/topTableMarkdown';
import { encodePprof } from '../../profile/pprof/encodePprof';
import { type ComparisonSide, sideOfComparison } from '../../profile/sideOfComparison';
import type { FlameGraphState } from '../view/flameGraphState';
import { fileName } from './fileName';
import { gzip } from './gzip';
import { seenRows } from './seenRows';

/** Rows of a table for an issue or a chat. */
const MARKDOWN_ROWS = 50;

/** What a file of a profile tells of it besides. */
export interface ProfileNotes {
  /** "CPU of checkout" */
  readonly title: string;
  /** pprof's name of what is counted: "cpu". */
  readonly sampleType: string;
  readonly span: TimeSpan;
  readonly timeZone: TimeZone;
}

export interface ProfileToSave extends ProfileNotes {
  readonly tree: CallTree;
  readonly format: (value: number) => string;
  /** What of its table is seen, and in which order. Absent: there is no table. */
  readonly table?: FlameGraphState;
  /** For a comparison: what its changes are of. */
  readonly changeBy: ChangeBy;
  /** For a comparison: when its baseline was recorded, if that is known. */
  readonly baselineSpan?: TimeSpan;
}

/** A comparison has files of pprof by side; its other files hold both sides. */
export type FileKind = 'pprof' | `pprof ${ComparisonSide}` | 'collapsed' | 'speedscope' | 'csv' | 'markdown';

export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

export async function profileFile(profile: ProfileToSave, kind: FileKind): Promise<NamedFile> {
  const { tree, title, span, timeZone, changeBy } = profile;
  const named = (extension: string, content: Blob) => ({ name: fileName(title, span, timeZone, extension), content });
  switch (kind) {
    case 'pprof':
      return named('pb.gz', await pprofBlob(profile, tree, span));
    case 'pprof baseline': {
      const baseline = sideOfComparison(tree, 'baseline');
      return named('baseline.pb.gz', await pprofBlob(profile, baseline, profile.baselineSpan));
    }
    case 'pprof compared':
      return named('compared.pb.gz', await pprofBlob(profile, sideOfComparison(tree, 'compared'), span));
    case 'collapsed':
      return named('txt', textBlob('text/plain', collapsedStacks(tree)));
    case 'speedscope':
      return named('speedscope.json', textBlob('application/json', JSON.stringify(speedscopeFile(tree, title))));
    case 'csv': {
      const rows = profile.table && seenRows(tree, profile.table);
      const isComparison = tree.right !== undefined;
      return named(
        'csv',
        textBlob('text/csv', isComparison ? comparisonCsv(tree, changeBy, rows) : topTableCsv(tree, rows))
      );
    }
    case 'markdown':
      return named('md', textBlob('text/markdown', profileMarkdown(profile)));
    default:
      return assertNever(kind);
  }
}

export function profileMarkdown({ tree, format, changeBy, table }: ProfileToSave): string {
  const rows = table && seenRows(tree, table);
  return tree.right === undefined
    ? topTableMarkdown(tree, MARKDOWN_ROWS, format, rows)
    : comparisonMarkdown(tree, MARKDOWN_ROWS, changeBy, format, rows);
}

/** `span`: absent where it is not known, which pprof writes as 0. */
async function pprofBlob({ sampleType }: ProfileNotes, tree: CallTree, span: TimeSpan | undefined): Promise<Blob> {
  const time = span === undefined ? { from: 0, duration: 0 } : { from: span.from, duration: span.to - span.from };
  return gzip(encodePprof(pprofOfTree(tree, { sampleType, ...time })));
}

function textBlob(type: string, text: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}
