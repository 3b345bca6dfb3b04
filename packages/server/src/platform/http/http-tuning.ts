/** What tests want quicker than clients do. */
export interface HttpTuning {
  /** How often a stream shows that it is open. */
  heartbeatMs: number;
  /** A client that lets this much of a stream wait unread is cut off; it may resume. */
  unreadBytesMax: number;
  /** How long requests under way may take when the server stops. */
  closeGraceMs: number;
  /** A refused sign-in takes a whole number of these, so that its time tells nothing. */
  refusalStepMs: number;
}

export const usualTuning: HttpTuning = {
  heartbeatMs: 15_000,
  unreadBytesMax: 1024 * 1024,
  closeGraceMs: 5_000,
  refusalStepMs: 250,
};
