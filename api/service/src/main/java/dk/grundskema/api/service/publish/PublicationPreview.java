package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.feed.EventChange;
import dk.grundskema.api.exports.feed.EventChange.Kind;
import dk.grundskema.api.service.plan.RevisionId;
import java.util.List;
import java.util.Map;

/**
 * Changes that a publication would make.
 *
 * @param revision the revision to be published
 * @param last     number of the publication to compare with; 0 if there is none
 * @param isNew    whether anything changes, so that the plan can be published
 * @param staff    calendars of staff members that change
 * @param others   calendars of groups, rooms and interventions that change, in this order
 */
public record PublicationPreview(
        RevisionId revision, int last, boolean isNew, List<ChangedCalendar> staff, List<ChangedCalendar> others) {
    /** Copies the lists. */
    public PublicationPreview {
        staff = List.copyOf(staff);
        others = List.copyOf(others);
    }

    /**
     * A calendar that changes.
     *
     * @param kind   kind of calendar
     * @param id     id of the owner
     * @param name   display name of the owner
     * @param counts number of events that change, by kind of change
     * @param words  the same as sentences; empty if nobody would act upon the changes
     */
    public record ChangedCalendar(LinkKind kind, String id, String name, ChangeCounts counts, List<String> words) {
        /** Copies the list. */
        public ChangedCalendar {
            words = List.copyOf(words);
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Number of future events of a calendar that change, by kind of change. An event that changes in several ways counts for each of them.
     *
     * @param added     new events
     * @param moved     events at another time
     * @param cancelled events that are no longer in the calendar: cancelled, taken over by others, or held without its owner
     * @param room      events in another room
     * @param people    events with other people
     * @param others    events with another title or other details
     */
    public record ChangeCounts(int added, int moved, int cancelled, int room, int people, int others) {
        static ChangeCounts of(List<EventChange> changes) {
            Map<Kind, Integer> counts = EventChange.counts(changes);
            return new ChangeCounts(
                    counts.getOrDefault(Kind.NEW, 0),
                    counts.getOrDefault(Kind.MOVED, 0),
                    counts.getOrDefault(Kind.CANCELLED, 0),
                    counts.getOrDefault(Kind.ROOM, 0),
                    counts.getOrDefault(Kind.PEOPLE, 0),
                    counts.getOrDefault(Kind.OTHER, 0));
        }
    }
}
