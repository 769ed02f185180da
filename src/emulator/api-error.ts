/** A refusal as the platform words it: an HTTP status with `{ code, msg }`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: number, msg: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(msg);
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

/** A body or query the gateway refuses before the API sees it. */
export function badField(detail: string): ApiError {
  return new ApiError(99992402, `field validation failed: ${detail}`);
}

/** FS im-v1/message/create: a parameter is wrong. */
export function badParameter(detail: string): ApiError {
  return new ApiError(230001, `Your request contains an invalid request parameter, ext=${detail}`);
}
