const NOTHING = /^(?:[-/\\.,;。、□]*|无|暂无|没有|空|略)$/;

/** 无, —, /: a cell that is filled in and says nothing. Folded, without padding. */
export function saysNothing(words: string): boolean {
  return NOTHING.test(words);
}
