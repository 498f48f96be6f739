import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import type { Observable } from 'rxjs';
import { fromAbortable } from '../answers/fromAbortable';
import type { ProfilesVariableQuery } from '../profilesQuery';
import { spanOf } from './labelLookup';
import { LazyVariableQueryEditor } from './LazyVariableQueryEditor';
import type { EditorDataSource } from '../editor/editorDataSource';

/** How Grafana asks for the values of a query variable. */
export class ProfilesVariableSupport extends CustomVariableSupport<EditorDataSource, ProfilesVariableQuery> {
  override readonly editor = LazyVariableQueryEditor;

  constructor(private readonly dataSource: EditorDataSource) {
    super();
  }

  /** Grafana calls it without `this`. */
  override readonly query = (request: DataQueryRequest<ProfilesVariableQuery>): Observable<DataQueryResponse> =>
    fromAbortable(async (signal) => {
      const [query] = request.targets;
      const span = spanOf(request.range, Date.now());
      return { data: await this.dataSource.findVariableValues(query, span, request.scopedVars, signal) };
    });

  override getDefaultQuery(): Partial<ProfilesVariableQuery> {
    return { type: 'profileType' };
  }
}
