/** Where new identifiers come from; tests hand out `task-1, task-2 …`. */
export interface Ids {
  /** @param kind a short word for the log's readers, such as `task`, `part`, `card` */
  next(kind: string): string;
}
