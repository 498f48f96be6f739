import type { TimeZone } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import type { TimeSpan } from '../../base/units';
import type { CallTree } from '../../profile/callTree';
import { collapsedStacks } from '../../profile/export/collapsedStacks';
import { pprofOfTree } from '../../profile/export/pprofOfTree';
import { speedscopeFile } from '../../profile/export/speedscopeFile';
import { topTableCsv } from '../../profile/export/topTableCsv';
import { topTableMarkdown } from '../../profile/export/topTableMarkdown';
import { encodePprof } from '../../profile/pprof/encodePprof';
import { fileName } from './fileName';
import { gzip } from './gzip';

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
}

export type FileKind = 'pprof' | 'collapsed' | 'speedscope' | 'csv' | 'markdown';

export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

export async function profileFile(profile: ProfileToSave, kind: FileKind): Promise<NamedFile> {
  const { tree, title, sampleType, span, timeZone } = profile;
  const named = (extension: string, content: Blob) => ({ name: fileName(title, span, timeZone, extension), content });
  switch (kind) {
    case 'pprof': {
      const notes = { sampleType, from: span.from, duration: span.to - span.from };
      return named('pb.gz', await gzip(encodePprof(pprofOfTree(tree, notes))));
    }
    case 'collapsed':
      return named('txt', textBlob('text/plain', collapsedStacks(tree)));
    case 'speedscope':
      return named('speedscope.json', textBlob('application/json', JSON.stringify(speedscopeFile(tree, title))));
    case 'csv':
      return named('csv', textBlob('text/csv', topTableCsv(tree)));
    case 'markdown':
      return named('md', textBlob('text/markdown', profileMarkdown(profile)));
    default:
      return assertNever(kind);
  }
}

export function profileMarkdown({ tree, format }: ProfileToSave): string {
  return topTableMarkdown(tree, MARKDOWN_ROWS, format);
}

function textBlob(type: string, text: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}
