/** Who writes: state changes are refused once another session has begun (epoch). */
export interface Session {
  readonly runId: string;
  readonly epoch: number;
}
