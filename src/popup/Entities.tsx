// Everyone and everything that is marked in the article, by type, most mentioned first.
import { useState } from 'preact/hooks';
import type { Entity, EntityType } from '../engine/analysis.ts';
import { entitiesOf } from '../export.ts';
import { useReading } from './context.ts';
import { Flag } from './Flag.tsx';
import { Count, JumpToEntity, Name } from './Jump.tsx';
import { Office } from './Office.tsx';
import { asOfTold, bodyOf, countryOf } from './view.ts';

/** How many are shown before the reader asks for the rest. One more than this is shown at once. */
const SHOWN: Record<EntityType, number> = { person: 8, country: 16, organization: 8 };

const TITLES: Record<EntityType, string> = { person: 'People', country: 'Countries', organization: 'Organizations' };

export function Entities({ type }: { type: EntityType }) {
  const { analysis } = useReading();
  const [all, setAll] = useState(false);
  const entities = entitiesOf(type, analysis);
  if (entities.length === 0) return null;
  const isLong = entities.length > SHOWN[type] + 1;
  const shown = isLong && !all ? entities.slice(0, SHOWN[type]) : entities;
  return (
    <section class="part" data-type={type} aria-labelledby={`list-${type}`}>
      <h2 id={`list-${type}`}>
        <span class="marker">{TITLES[type]}</span>
        <span class="total">{entities.length}</span>
      </h2>
      <ul class={type === 'country' ? 'chips' : 'rows'} id={`items-${type}`}>
        {shown.map((entity) => (
          <li key={entity.id}>
            <Item entity={entity} />
          </li>
        ))}
      </ul>
      {isLong && (
        <button
          type="button"
          class="link more"
          aria-expanded={all}
          aria-controls={`items-${type}`}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `Show all ${entities.length}`}
          <span class="sr"> {TITLES[type].toLowerCase()}</span>
        </button>
      )}
    </section>
  );
}

function Item({ entity }: { entity: Entity }) {
  const { analysis, blocks } = useReading();
  return (
    <JumpToEntity entity={entity} class={entity.type === 'country' ? 'chip' : 'row'}>
      {entity.type !== 'organization' && (
        <Flag of={entity.type === 'country' ? entity.id : countryOf(entity, analysis)} />
      )}
      <span class="row-text">
        <Name>{entity.name}</Name>
        {entity.type === 'person' && entity.office && (
          <span class="office">
            <Office
              title={entity.office.title}
              body={bodyOf(entity, analysis)}
              asOf={asOfTold(entity, entity.office.title, analysis, blocks)}
            />
          </span>
        )}
      </span>
      <Count entity={entity} />
    </JumpToEntity>
  );
}
