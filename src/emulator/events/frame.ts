import protobuf from 'protobufjs';
import { z } from 'zod';

/** The long connection's one protobuf message (lark-platform 7.2, from the SDK's pbbp2.proto). */
const PROTO = `syntax = "proto2";
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
  repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
  optional bytes payload = 8; optional string LogIDNew = 9;
}`;

const Wire = protobuf.parse(PROTO, { keepCase: true }).root.lookupType('Frame');

const frameSchema = z.object({
  method: z.int(),
  headers: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
  payload: z.instanceof(Uint8Array).default(new Uint8Array()),
});

export const CONTROL = 0;
export const DATA = 1;

export interface Frame {
  readonly method: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string;
}

export function encodeFrame({ method, headers, payload }: Frame, service: number, sequence: number): Uint8Array {
  return Wire.encode(
    Wire.create({
      SeqID: sequence,
      LogID: sequence,
      service,
      method,
      headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
      payload: Buffer.from(payload),
    }),
  ).finish();
}

/** Throws when the bytes are not a frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const { method, headers, payload } = frameSchema.parse(Wire.toObject(Wire.decode(bytes), { longs: Number }));
  return {
    method,
    headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
    payload: Buffer.from(payload).toString(),
  };
}
