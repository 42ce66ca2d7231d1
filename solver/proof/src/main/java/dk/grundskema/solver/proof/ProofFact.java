package dk.grundskema.solver.proof;

import dk.grundskema.domain.finding.Finding;
import java.util.List;
import java.util.Locale;

/**
 * One fact that a proof uses: a seat that must be filled, or what keeps people from filling seats.
 *
 * @param kind      kind of fact, which determines the arguments
 * @param arguments ids, dates, times and figures; the text's arguments
 */
public record ProofFact(Kind kind, List<Object> arguments) {
    /** Kinds of facts, with their arguments. */
    public enum Kind {
        /** Several seats at the same times must be filled: number, date, start, end, sessions, number of further times, candidates. */
        SEATS,
        /** A seat must be filled: session, position from 1, role, date, start, end, number of further times, candidates. */
        SEAT,
        /** The planner locked a seat: session, position from 1, staff member. */
        LOCKED,
        /** The planner locked a seat as empty: session, position from 1. */
        LOCKED_EMPTY,
        /** A person is unavailable: staff member, from, until. */
        UNAVAILABLE,
        /** A person has duties in other plans: staff member, from, until. */
        ELSEWHERE,
        /** A person has a lesson or another duty of the existing timetable: staff member, lesson, date, start, end. */
        LESSON,
        /** A person has a seat in the timetable: staff member, session, position from 1, date, start, end, number of further times of the seat. */
        HELD,
        /** A person cannot be in two places at once: staff member, date. */
        ONE_PLACE,
        /** A person needs time to travel: staff member, from site, to site, minutes, date. */
        TRAVEL,
        /** A person's daily rest after a duty: staff member, date of the duty, hours of rest. */
        DAILY_REST,
        /** A daily rest with its closest duties: staff member, end of the earlier, start of the later, hours and minutes between, hours of rest. */
        DAILY_REST_BETWEEN,
        /** The agreed exceptions from the daily rest: staff member, hours of rest, times a week. */
        SHORT_REST,
        /** A person's weekly rest: staff member, date of a duty after which it is due, hours of rest. */
        WEEKLY_REST,
        /** The longest day: staff member, date, time from the first duty to the end of the last. */
        LONGEST_DAY,
        /** The rest between dates: staff member, date before which it is due, rest. */
        REST_BETWEEN_DATES,
        /** Free dates of a week: staff member, week, number. */
        FREE_DATES,
        /** Hours a day: staff member, date, hours, minutes in lessons. */
        DAILY_HOURS,
        /** Hours a week: staff member, week, hours, minutes in lessons. */
        WEEKLY_HOURS,
        /** Average hours: staff member, first day of the period, hours a week, weeks. */
        AVERAGE_HOURS
    }

    /** Copies the list. */
    public ProofFact {
        arguments = List.copyOf(arguments);
    }

    static ProofFact of(Kind kind, Object... arguments) {
        return new ProofFact(kind, List.of(arguments));
    }

    /** Returns the fact as information for {@link dk.grundskema.domain.finding.Texts#sentenceOf(Finding)}. */
    public Finding toFinding() {
        String code = "proof.fact." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Finding.info(code, "", arguments.toArray());
    }
}
