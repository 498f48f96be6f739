import type { JSONSchemaType } from 'ajv';
import { LARGEST_MAX_NODES, PROFILE_QUERY_VERSION, type ProfileQuery } from '../../src/profile/profileQuery';

/** What Grafana itself saves with every query. */
interface SavedQuery extends ProfileQuery {
  refId: string;
  hide?: boolean;
  datasource: { type: string; uid: string };
}

const texts = { type: 'array', nullable: true, items: { type: 'string' } } as const;
const text = { type: 'string', nullable: true } as const;
const flag = { type: 'boolean', nullable: true } as const;

/** A query of ours as it is saved. The compiler holds it against `ProfileQuery`: a new field must be added here too. */
export const savedQuerySchema: JSONSchemaType<SavedQuery> = {
  type: 'object',
  additionalProperties: false,
  required: ['refId', 'datasource'],
  properties: {
    refId: { type: 'string', minLength: 1 },
    hide: flag,
    datasource: {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'uid'],
      properties: { type: { type: 'string' }, uid: { type: 'string' } },
    },
    schemaVersion: { type: 'integer', nullable: true, minimum: 1, maximum: PROFILE_QUERY_VERSION },
    queryType: {
      type: 'string',
      nullable: true,
      enum: ['metrics', 'profile', 'both', 'diff', 'functions', 'heatmap', 'exemplars'],
    },
    profileTypeId: { type: 'string', nullable: true, pattern: '^(\\$\\{?\\w+\\}?|[^:]+(:[^:]*){4})$' },
    labelSelector: { type: 'string', nullable: true, pattern: '^\\{.*\\}$' },
    otherProfileTypeIds: texts,
    spanSelector: texts,
    traceIdSelector: texts,
    profileIdSelector: texts,
    groupBy: texts,
    groupProfileBy: text,
    includeRest: flag,
    legendFormat: text,
    aggregation: { type: 'string', nullable: true, enum: ['rate', 'sum', 'average'] },
    baseline: {
      type: 'object',
      nullable: true,
      additionalProperties: false,
      required: [],
      properties: { shift: text, from: text, to: text, labelSelector: text, service: text, profileTypeId: text },
    },
    functions: {
      type: 'object',
      nullable: true,
      additionalProperties: false,
      required: [],
      properties: {
        by: { type: 'string', nullable: true, enum: ['self', 'total'] },
        as: { type: 'string', nullable: true, enum: ['table', 'series'] },
        name: text,
      },
    },
    editorMode: { type: 'string', nullable: true, enum: ['builder', 'code'] },
    limit: { type: 'integer', nullable: true, minimum: 1 },
    maxNodes: { type: 'integer', nullable: true, minimum: 1, maximum: LARGEST_MAX_NODES },
    annotations: flag,
    includeExemplars: flag,
    includeHeatmap: flag,
    heatmapType: { type: 'string', nullable: true, enum: ['individual', 'span'] },
  },
};
