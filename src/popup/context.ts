// What every part of a drawn analysis needs: the analysis and its text, the reader's language, and what a click does.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Analysis, Block } from '../engine/analysis.ts';
import type { Actions, Jumped } from './session.ts';

export interface Reading {
  analysis: Analysis;
  blocks: Block[];
  /** BCP 47, of the reader's browser. */
  locale: string;
  /** Today as an ISO 8601 day, for articles without a date. */
  today: string;
  jumped: Jumped | null;
  actions: Actions;
}

export const ReadingContext = createContext<Reading | null>(null);

export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('This part of the popup is drawn with an analysis only.');
  return reading;
}
