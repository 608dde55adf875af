// The card of a meeting: who sat at the table, where and when, how, and whether it took place at all.
import { Fragment } from 'preact';
import type { Meeting } from '../engine/analysis.ts';
import { useReading } from './context.ts';
import { tellDate } from './dates.ts';
import { Flag } from './Flag.tsx';
import { JumpToEntity, JumpToWords, Name, tellPlace } from './Jump.tsx';
import { Office } from './Office.tsx';
import { type Party, type Seat, type Side, sidesOf, sitFaceToFace } from './view.ts';
import { FORMAT, KIND, tellStatus } from './words.ts';

export function MeetingCard({ meeting, id }: { meeting: Meeting; id: string }) {
  const { analysis, blocks, locale } = useReading();
  const sides = sidesOf(meeting, analysis, blocks);
  return (
    <article class="card" data-status={meeting.status} aria-labelledby={`${id}-how`}>
      <header class="card-how">
        <h3 id={`${id}-how`}>
          {KIND[meeting.kind]}
          <span class="card-format">, {FORMAT[meeting.format]}</span>
        </h3>
        <span class="status">{tellStatus(meeting)}</span>
      </header>
      {sides.length > 0 && <Table sides={sides} />}
      <footer class="card-facts">
        <dl>
          {meeting.place && (
            <div>
              <dt>Where</dt>
              <dd>
                <bdi dir="auto">{meeting.place}</bdi>
              </dd>
            </div>
          )}
          {meeting.date && (
            <div>
              <dt>When</dt>
              <dd>
                <time dateTime={meeting.date} lang={locale} dir="auto">
                  {tellDate(meeting.date, locale)}
                </time>
              </dd>
            </div>
          )}
        </dl>
        {meeting.evidence.length > 0 && (
          <JumpToWords id={`${id}-evidence`} spans={meeting.evidence.slice(0, 1)} class="link card-evidence">
            Show in text
            <span class="sr">: {KIND[meeting.kind]}</span>
          </JumpToWords>
        )}
      </footer>
    </article>
  );
}

function Table({ sides }: { sides: Side[] }) {
  return (
    <ul class="table" data-seating={sitFaceToFace(sides) ? 'face-to-face' : 'round'}>
      {sides.map((side) => (
        <li class="side" key={side.party?.id ?? ''}>
          {side.party && <PartyName party={side.party} hostSits={side.seats.some((seat) => seat.isHost)} />}
          {side.seats.map((seat) => (
            <SeatOf key={seat.entity.id} seat={seat} />
          ))}
        </li>
      ))}
    </ul>
  );
}

function PartyName({ party, hostSits }: { party: Party; hostSits: boolean }) {
  const name = <Name>{party.name}</Name>;
  return (
    <p class="party">
      <Flag of={party.id} />
      {party.entity ? (
        <JumpToEntity entity={party.entity} class="party-name">
          {name}
        </JumpToEntity>
      ) : (
        <span class="party-name">{name}</span>
      )}
      {(party.isHost || hostSits) && (
        <>
          {' '}
          <span class="host">Host</span>
        </>
      )}
    </p>
  );
}

function SeatOf({ seat }: { seat: Seat }) {
  const { jumped } = useReading();
  return (
    <div class="seat">
      <p class="seat-name">
        <JumpToEntity entity={seat.entity} class="person">
          <Name>{seat.entity.name}</Name>
        </JumpToEntity>
        {jumped?.key === seat.entity.id && <span class="count count-here">{tellPlace(jumped)}</span>}
      </p>
      {seat.title && (
        <p class="office">
          <Office title={seat.title} asOf={seat.asOf} />
        </p>
      )}
    </div>
  );
}

/** A meeting that the article only mentions, in a line or two. */
export function BackgroundMeeting({ meeting, id }: { meeting: Meeting; id: string }) {
  const { analysis, blocks, locale } = useReading();
  const sides = sidesOf(meeting, analysis, blocks);
  return (
    <li class="aside">
      <p class="aside-who">
        {sides.map((side, index) => (
          <Fragment key={side.party?.id ?? ''}>
            {index > 0 && <span class="aside-and"> · </span>}
            <Flag of={side.party?.id ?? null} />
            <Name>{side.seats.map((seat) => seat.entity.name).join(', ') || (side.party?.name ?? '')}</Name>
          </Fragment>
        ))}
      </p>
      <p class="office">
        <span>
          {KIND[meeting.kind]}
          {meeting.place && (
            <>
              {' in '}
              <bdi dir="auto">{meeting.place}</bdi>
            </>
          )}
          {meeting.date && (
            <>
              {', '}
              <time dateTime={meeting.date}>{tellDate(meeting.date, locale, 'short')}</time>
            </>
          )}
          {meeting.status !== 'held' && `, ${tellStatus(meeting).toLowerCase()}`}
        </span>
        {meeting.evidence.length > 0 && (
          <JumpToWords id={`${id}-evidence`} spans={meeting.evidence.slice(0, 1)} class="link">
            Show in text
          </JumpToWords>
        )}
      </p>
    </li>
  );
}
