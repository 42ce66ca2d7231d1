package dk.grundskema.api.service.timetable;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views of the explanation of a meeting. */
final class ExplanationViews {
    private ExplanationViews() {}

    /** What a rule is about. */
    enum Aspect {
        /** When the meeting is held. */
        TIME,
        /** Where it is held. */
        ROOM,
        /** Anything else. */
        OTHER
    }

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
     * @param seats   its seats for staff; empty if there are none
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
            List<ExplainedSeatView> seats) {
        /** Copies the lists. */
        ExplanationView {
            dates = List.copyOf(dates);
            rules = List.copyOf(rules);
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
     * A seat and who else could take it.
     *
     * @param position   which seat of the meeting, from 1
     * @param role       what the person is there for, in words
     * @param text       meeting, position, role and holder in words
     * @param staffId    who sits there; {@code null} means nobody
     * @param candidates everybody else who may take it
     */
    record ExplainedSeatView(
            int position,
            String role,
            String text,
            @Nullable StaffId staffId,
            List<ExplainedCandidateView> candidates) {
        /** Copies the list. */
        ExplainedSeatView {
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
     * @param against what speaks against it, one sentence each: where else the person is, which rest is short by how much, which rule is broken
     */
    record ExplainedCandidateView(StaffId staffId, String name, boolean free, List<String> against) {
        /** Copies the list. */
        ExplainedCandidateView {
            against = List.copyOf(against);
        }

        /** Returns the id only. */
        @Override
        public String toString() {
            return String.valueOf(staffId);
        }
    }
}
