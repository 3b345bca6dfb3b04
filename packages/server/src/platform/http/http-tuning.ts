/** Times and sizes that tests shorten. */
export interface HttpTuning {
  /** Interval of the keep-alive comments on a stream. */
  heartbeatMs: number;
  /** A client with this many unread bytes of a stream is disconnected; it may resume. */
  unreadBytesMax: number;
  /** Grace period for requests in progress when the server stops. */
  closeGraceMs: number;
  /** A refused sign-in takes a multiple of this time, so that its duration reveals nothing. */
  refusalStepMs: number;
}

export const usualTuning: HttpTuning = {
  heartbeatMs: 15_000,
  unreadBytesMax: 1024 * 1024,
  closeGraceMs: 5_000,
  refusalStepMs: 250,
};
