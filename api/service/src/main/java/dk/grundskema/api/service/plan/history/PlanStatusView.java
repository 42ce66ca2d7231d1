package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.planning.status.PlanStatusFormatter.PartText;
import dk.grundskema.api.service.plan.RevisionId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * The status of a revision.
 *
 * @param revision  id of the revision
 * @param state     whether the plan holds, and whether it lacks something
 * @param headline  the same as a sentence
 * @param counts    the numbers
 * @param parts     the numbers in words: conflicts, open seats and wishes, and each other part in which something is wrong
 * @param openSeats the required seats that nobody takes, in chronological order
 * @param otherPlans what the plan breaks only together with other plans in use
 */
public record PlanStatusView(
        RevisionId revision,
        PlanStatus.State state,
        String headline,
        PlanStatus counts,
        List<PartText> parts,
        List<VacantSeatView> openSeats,
        OtherPlansView otherPlans) {
    /** Copies the lists. */
    public PlanStatusView {
        parts = List.copyOf(parts);
        openSeats = List.copyOf(openSeats);
    }

    /**
     * What a plan and other plans in use break only together.
     *
     * @param texts     each conflict as a sentence; students are numbers
     * @param plans     titles of the compared plans of the same organisation
     * @param elsewhere number of compared plans of other organisations, whose titles are not shown
     * @param withoutEmail number of people whose duties in these plans are not known, because they have no mail address; 0 if there are no such plans
     */
    public record OtherPlansView(List<String> texts, List<String> plans, int elsewhere, int withoutEmail) {
        /** Copies the lists. */
        public OtherPlansView {
            texts = List.copyOf(texts);
            plans = List.copyOf(plans);
        }

        /** Leaves out the sentences: they name people. */
        @Override
        public String toString() {
            return texts.size() + " conflicts";
        }
    }

    /**
     * A required seat that nobody takes.
     *
     * @param text  meeting, time and role in words; students are numbers
     * @param role  what the missing person is there for
     * @param dates dates on which it is open
     * @param start time of day at which the meeting starts
     * @param end   time of day at which it ends
     */
    public record VacantSeatView(String text, String role, List<LocalDate> dates, LocalTime start, LocalTime end) {
        /** Returns whether the seat is open on one of some days, the last included. */
        public boolean isOpenWithin(LocalDate from, LocalDate until) {
            return dates.stream().anyMatch(date -> !date.isBefore(from) && !date.isAfter(until));
        }

        /** Copies the list. */
        public VacantSeatView {
            dates = List.copyOf(dates);
        }

        /** Returns the first date only: the text may name a person. */
        @Override
        public String toString() {
            return String.valueOf(dates.getFirst());
        }
    }
}
