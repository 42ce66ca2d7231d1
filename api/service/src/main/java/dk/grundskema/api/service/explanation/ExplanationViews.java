package dk.grundskema.api.service.explanation;

import dk.grundskema.api.planning.RemedyFormatter;
import dk.grundskema.api.planning.explanation.CheckedRule.Aspect;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.solver.proof.RemedyReport;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of the explanation of a meeting. */
final class ExplanationViews {
    private ExplanationViews() {}

    /**
     * Why a meeting is as it is.
     *
     * @param session the session of the meeting
     * @param title   what people call it
     * @param dates   dates on which it is held
     * @param start   time of day at which it starts
     * @param end     time of day at which it ends
     * @param room    its room; {@code null} means none
     * @param place   what the room is called; empty if there is none
     * @param rules   hard and medium rules on its time and room, and others that it breaks
     * @param otherTimes the best other times, tried while the rest of the timetable stays as it is; the best first, five at most
     * @param otherRooms the best other rooms, likewise
     * @param wishes  wishes that are not met and name the meeting, the most expensive first
     * @param seats   its seats for staff; empty if there are none
     * @param members students whose group the plan decided
     */
    record ExplanationView(
            SessionId session,
            String title,
            List<LocalDate> dates,
            LocalTime start,
            LocalTime end,
            @Nullable RoomId room,
            String place,
            List<CheckedRuleView> rules,
            List<TriedChangeView> otherTimes,
            List<TriedChangeView> otherRooms,
            List<UnmetWishView> wishes,
            List<ExplainedSeatView> seats,
            List<ExplainedMemberView> members) {
        /** Returns whether the time was up before all remedies were tried. */
        boolean hasLimitedRemedies() {
            return seats.stream()
                    .map(ExplainedSeatView::remedies)
                    .anyMatch(remedies -> remedies != null && remedies.limited());
        }

        /** Copies the lists. */
        ExplanationView {
            dates = List.copyOf(dates);
            rules = List.copyOf(rules);
            otherTimes = List.copyOf(otherTimes);
            otherRooms = List.copyOf(otherRooms);
            members = List.copyOf(members);
            wishes = List.copyOf(wishes);
            seats = List.copyOf(seats);
        }

        /** Returns the rules on an aspect. */
        public List<CheckedRuleView> rulesOn(Aspect aspect) {
            return rules.stream().filter(one -> one.aspect() == aspect).toList();
        }

        /** Returns the session only: the title may name a person. */
        @Override
        public String toString() {
            return String.valueOf(session);
        }
    }

    /**
     * A rule that the meeting keeps or breaks.
     *
     * @param rule   its id
     * @param name   what it is called
     * @param asks   what it asks for, in words
     * @param aspect what it is about
     * @param level  how binding it is; {@code null} if the meeting keeps it
     * @param broken what is wrong, in words, with figures; empty if the meeting keeps it
     */
    record CheckedRuleView(
            String rule,
            String name,
            String asks,
            Aspect aspect,
            @Nullable Level level,
            List<String> broken) {
        /** Copies the list. */
        CheckedRuleView {
            broken = List.copyOf(broken);
        }

        /** Returns whether the meeting keeps it. */
        public boolean isKept() {
            return broken.isEmpty();
        }
    }

    /**
     * Another time, room or group.
     *
     * @param text   what it is, and what it would cost or break, in words
     * @param broken ids of the hard and medium rules that would be broken more
     * @param mended ids of the hard and medium rules that would be broken less
     * @param wishes what the wishes would cost more, in points; below 0 if less
     */
    record TriedChangeView(String text, List<String> broken, List<String> mended, long wishes) {
        /** Copies the lists. */
        TriedChangeView {
            broken = List.copyOf(broken);
            mended = List.copyOf(mended);
        }

        /** Returns whether nothing would be broken more. */
        public boolean isFine() {
            return broken.isEmpty();
        }

        /** Leaves out the text: it may name a person. */
        @Override
        public String toString() {
            return broken + " " + mended + " " + wishes;
        }
    }

    /**
     * A student who takes part because of the group into which the plan put the student.
     *
     * @param text   student and group, in words
     * @param locked whether the planner locked the student into the group
     * @param others the two best other groups; empty if there is no choice
     */
    record ExplainedMemberView(String text, boolean locked, List<TriedChangeView> others) {
        /** Copies the list. */
        ExplainedMemberView {
            others = List.copyOf(others);
        }

        /** Leaves out the text: it names a student. */
        @Override
        public String toString() {
            return String.valueOf(others.size());
        }
    }

    /**
     * A wish that is not met.
     *
     * @param rule its rule
     * @param cost what it costs, in points
     * @param text the wish and its cost, in words
     */
    record UnmetWishView(String rule, long cost, String text) {
        /** Leaves out the text: it may name a person. */
        @Override
        public String toString() {
            return rule + " " + cost;
        }
    }

    /**
     * A seat and who else could take it.
     *
     * @param position   which seat of the meeting, from 1
     * @param role       what the person is there for, in words
     * @param text       meeting, position, role and holder in words
     * @param staffId    who sits there; {@code null} means nobody
     * @param elsewhere  where else that person is on the same dates, one sentence each
     * @param candidates everybody else who may take it
     * @param remedies   changes that fill the open seat; {@code null} if nobody asked for them, somebody sits there, or nothing speaks against
     *     one of the candidates
     */
    record ExplainedSeatView(
            int position,
            String role,
            String text,
            @Nullable StaffId staffId,
            List<String> elsewhere,
            List<ExplainedCandidateView> candidates,
            @Nullable RemediesView remedies) {
        /** Copies the lists. */
        ExplainedSeatView {
            elsewhere = List.copyOf(elsewhere);
            candidates = List.copyOf(candidates);
        }

        /** Returns the position only: the text names people. */
        @Override
        public String toString() {
            return String.valueOf(position);
        }
    }

    /**
     * Somebody who may take a seat.
     *
     * @param staffId the candidate
     * @param name    what the person is called
     * @param free    whether nothing speaks against it
     * @param cost    what the wishes would cost more with the person in the seat, in points, below 0 if less; {@code null} if something speaks against it
     * @param against what speaks against it, one sentence each: where else the person is, which rest is short by how much, which rule is broken
     * @param toLift  the fewest facts without which the person could take it, as far as times, rest and hours go, one sentence each; empty if nobody
     *     asked for them, or none was found
     */
    record ExplainedCandidateView(
            StaffId staffId,
            String name,
            boolean free,
            @Nullable Long cost,
            List<String> against,
            List<String> toLift) {
        /** Copies the lists. */
        ExplainedCandidateView {
            against = List.copyOf(against);
            toLift = List.copyOf(toLift);
        }

        /** Returns the id only. */
        @Override
        public String toString() {
            return String.valueOf(staffId);
        }
    }

    /**
     * Changes that fill an open seat. Each was planned, and the plan checked.
     *
     * @param remedies the changes, the cheapest first, at most five; empty means that none of those tried works
     * @param tried    number of changes that were tried
     * @param limited  whether the time was up, so that others may work too
     * @param remarks  the same in words; empty if some help and all were tried
     */
    record RemediesView(List<RemedyView> remedies, int tried, boolean limited, List<String> remarks) {
        /** Copies the lists. */
        RemediesView {
            remedies = List.copyOf(remedies);
            remarks = List.copyOf(remarks);
        }

        static RemediesView of(RemedyReport report, RemedyFormatter formatter) {
            return new RemediesView(
                    report.remedies().stream()
                            .map(one -> new RemedyView(
                                    formatter.describe(one),
                                    one.cost(),
                                    formatter.agreement(one),
                                    formatter.changes(one)))
                            .toList(),
                    report.tried(),
                    report.isLimited(),
                    formatter.remarks(report));
        }
    }

    /**
     * A change that helps.
     *
     * @param text      what to change, what it costs and who must agree, in words
     * @param cost      cost in points: a low one is agreed more easily
     * @param agreement who must agree, in words
     * @param changes   the new staffing, one text for each seat
     */
    record RemedyView(String text, int cost, List<String> agreement, List<String> changes) {
        /** Copies the lists. */
        RemedyView {
            agreement = List.copyOf(agreement);
            changes = List.copyOf(changes);
        }

        /** Leaves out the texts: they name people. */
        @Override
        public String toString() {
            return "cost " + cost;
        }
    }
}
