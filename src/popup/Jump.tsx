// What one clicks to get to a place in the article: an entity's next mention, or the words of a topic or a meeting.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Entity, Span } from '../engine/analysis.ts';
import { useReading } from './context.ts';
import type { Jumped } from './session.ts';

interface JumpToEntityProps {
  entity: Entity;
  class: string;
  children: ComponentChildren;
}

export function JumpToEntity({ entity, class: className, children }: JumpToEntityProps) {
  const { jumped, actions } = useReading();
  return (
    <button
      type="button"
      class={`jump ${className}`}
      data-type={entity.type}
      data-known={entity.known}
      data-here={jumped?.key === entity.id}
      title={entity.known ? undefined : 'Recognized from the text; not in the dictionary'}
      onClick={() => actions.jumpToEntity(entity.id)}
    >
      {children}
      {!entity.known && <span class="sr">, not in the dictionary</span>}
    </button>
  );
}

/** A name in the direction of its own script. */
export function Name({ children }: { children: string }) {
  return (
    <bdi class="name" dir="auto">
      {children}
    </bdi>
  );
}

/** How often an entity is mentioned, or which mention is shown now. */
export function Count({ entity }: { entity: Entity }) {
  const { jumped } = useReading();
  if (jumped?.key === entity.id) return <span class="count count-here">{tellPlace(jumped)}</span>;
  return (
    <span class="count">
      {entity.mentions}
      <span class="sr"> {entity.mentions === 1 ? 'mention' : 'mentions'}</span>
    </span>
  );
}

export const tellPlace = (jumped: Jumped): string =>
  jumped.at === null || jumped.of === null ? 'gone' : `${jumped.at} of ${jumped.of}`;

interface JumpToWordsProps {
  /** Tells these words from others in the popup. */
  id: string;
  /** Where they stand; each click goes to the next place. */
  spans: Span[];
  class: string;
  children: ComponentChildren;
}

export function JumpToWords({ id, spans, class: className, children }: JumpToWordsProps) {
  const { jumped, actions } = useReading();
  const clicks = useRef(0);
  const go = () => {
    const span = spans[clicks.current % spans.length];
    clicks.current += 1;
    if (span) actions.jumpToSpan(id, span);
  };
  return (
    <button type="button" class={`jump ${className}`} data-here={jumped?.key === id} onClick={go}>
      {children}
    </button>
  );
}
