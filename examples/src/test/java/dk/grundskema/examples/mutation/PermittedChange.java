package dk.grundskema.examples.mutation;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Set;

/**
 * One change of a good plan in one place whose result is asked for just as well. Such changes are no mistakes, so that nothing has to notice them; they
 * must not be accused of the rule that permits them.
 *
 * @param permission what permits it
 * @param place      meeting that is changed, for messages
 * @param mutated    the changed plan
 */
record PermittedChange(Permission permission, String place, Timetable mutated) {
    /** A decision that the demand leaves open, with the component of the demand that says so and the rules that compare the timetable with it. */
    enum Permission {
        /** Another of the times to choose from. */
        ANOTHER_TIME(Session.class, "times", "core.asked-time", "core.asked-length", "core.asked-week"),
        /** Another of the rooms to choose from. */
        ANOTHER_ROOM(Session.class, "rooms", "core.room-kind", "core.missing-room"),
        /** Another of the candidates of a seat. */
        ANOTHER_CANDIDATE(Seat.class, "candidates", "core.asked-holder", "core.missing-adult"),
        /** A cover is left out; it is in a timetable only if somebody is needed. */
        COVER_LEFT_OUT(Session.class, "relief", "core.unplaced-session"),
        /** Nobody in a seat that is not required. */
        VACANT_OPTIONAL_SEAT(Seat.class, "required", "core.missing-adult", "core.asked-seats", "core.asked-holder");

        private final Class<? extends Record> source;
        private final String component;

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> rules;

        Permission(Class<? extends Record> source, String component, String... rules) {
            this.source = source;
            this.component = component;
            this.rules = Set.of(rules);
        }

        /** Returns the type of the demand whose component permits the change. */
        Class<? extends Record> source() {
            return source;
        }

        /** Returns the component that permits the change. */
        String component() {
            return component;
        }

        /** Returns the rules that may not accuse the change. */
        Set<String> rules() {
            return rules;
        }
    }
}
