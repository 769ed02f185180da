/** A document in official form (公文格式) as data: what stands in it from top to bottom, every word and number ready to print. */
export interface DocumentPaper {
  /** Stands above everything where the paper is not in force yet (`草稿 …`), or null. */
  readonly mark: string | null;
  /** A line break in it breaks the line: titles break by their sense. */
  readonly title: string;
  /** 主送机关 with its colon, or null. */
  readonly addressee: string | null;
  readonly blocks: readonly PaperBlock[];
  /** 附注: the definitions of the numbers, one a line. */
  readonly notes: readonly string[];
  /** 发文机关署名 and 成文日期, or null. */
  readonly signature: { readonly office: string; readonly date: string } | null;
}

export type PaperBlock =
  /** `一、…` is of level 1, `（一）…` of level 2; the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'chart'; readonly chart: PaperChart };

export interface PaperTable {
  readonly caption: string | null;
  readonly columns: readonly {
    readonly title: string;
    /** Share of the table's width; the shares of all columns need not add up to anything. */
    readonly width: number;
    readonly align: 'left' | 'center';
  }[];
  /** From the left, one text a column. */
  readonly rows: readonly (readonly string[])[];
  /** The last row is a sum. */
  readonly hasTotal: boolean;
}

/** Bars of whole numbers or shares, each with its value beside it, and a target as a line. */
export interface PaperChart {
  readonly title: string;
  readonly categories: readonly string[];
  readonly bars: { readonly name: string; readonly values: readonly number[] };
  /** Null in the list where a category has no target; null altogether where none has. */
  readonly target: { readonly name: string; readonly values: readonly (number | null)[] } | null;
}

/** A workbook to hand in and to count on. */
export interface WorkbookPaper {
  readonly sheets: readonly PaperSheet[];
}

export interface PaperSheet {
  readonly name: string;
  readonly title: string;
  /** Lines between the title and the table. */
  readonly lead: readonly string[];
  /** `width` in characters of the usual font, a Chinese one counting two. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** Numbers stay numbers; text is always text, whatever it looks like. */
  readonly rows: readonly (readonly PaperCell[])[];
}

export type PaperCell = string | number | null;
