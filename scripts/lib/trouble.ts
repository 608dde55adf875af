// Something the person at the terminal can act on. scripts/run.mjs prints its sentence without a stack and ends with 1.
export class Trouble extends Error {
  override readonly name = 'Trouble';
}
