package dk.grundskema.api.service.explanation;

import dk.grundskema.api.service.edit.ChangeBody;
import dk.grundskema.api.service.explanation.ExplanationViews.RemediesView;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.solver.proof.Avoidability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of answers about what is proved. */
final class ProofViews {
    private ProofViews() {}

    /**
     * Facts of a plan that cannot hold together, whatever its timetable: no plan fills all seats without breaking one of them.
     *
     * @param contradictions the contradictions, at most three; empty means that none was found, not that a plan exists
     * @param remarks        what is not known: that nothing was found, the time was up, or proofs are not possible here
     * @param limited        whether the time was up before everything was examined
     * @param remedies       changes that resolve all of them, if they were asked for and there are contradictions
     */
    record ContradictionsView(
            List<ContradictionView> contradictions,
            List<String> remarks,
            boolean limited,
            @Nullable RemediesView remedies) {
        /** Copies the lists. */
        ContradictionsView {
            contradictions = List.copyOf(contradictions);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Facts that cannot hold together. Without any one of them they could.
     *
     * @param facts the facts as sentences
     */
    record ContradictionView(List<String> facts) {
        /** Copies the list. */
        ContradictionView {
            facts = List.copyOf(facts);
        }

        /** Leaves out the facts: they name people. */
        @Override
        public String toString() {
            return facts.size() + " facts";
        }
    }

    /**
     * What is proved about the faults of a timetable.
     *
     * @param open        number of required seats that nobody takes
     * @param unavoidable how many seats stay open in every plan with these times; absent if that is not known
     * @param text        the same as a sentence
     * @param seats       each open seat
     * @param faultsText  how many conflicts and other shortfalls there are, and what is known of them, as a sentence; empty if there is none
     * @param faults      the first 60 conflicts and other shortfalls; those of one rule with the same answer together
     */
    record OpenSeatsView(
            int open,
            @Nullable Integer unavoidable,
            String text,
            List<ProvedSeatView> seats,
            String faultsText,
            List<ProvedFaultView> faults) {
        /** Copies the lists. */
        OpenSeatsView {
            seats = List.copyOf(seats);
            faults = List.copyOf(faults);
        }
    }

    /**
     * Whether a conflict or a shortfall can be mended while the filled seats stay filled: by other people in the seats, another time or room of one
     * meeting, a swap of the subjects of two modules, or what is locked.
     *
     * @param rule    id of the broken rule
     * @param state   the answer; that it is unavoidable is proved for the times of the timetable
     * @param text    the first fault and the answer as sentences
     * @param others  number of further faults of the rule with this answer
     * @param details facts that contradict each other, or the changes that mend it
     * @param changes the same changes, as they are made by hand; empty if there are none, they cannot be made by hand, or the caller may not see
     *     students' names. They were tried: the fault is gone, and no rule is broken more than before in any place
     * @param lock    whether to lock the changes when making them, since they replace what is locked
     */
    record ProvedFaultView(
            String rule,
            Avoidability state,
            String text,
            int others,
            List<String> details,
            List<ChangeBody> changes,
            boolean lock) {
        /** Copies the lists. */
        ProvedFaultView {
            details = List.copyOf(details);
            changes = List.copyOf(changes);
        }

        /** Leaves out the texts: they name people. */
        @Override
        public String toString() {
            return state + " " + rule;
        }
    }

    /**
     * Whether an open seat can be filled while the filled seats stay filled, by anybody, at the times of the timetable.
     *
     * @param session  id of the session
     * @param position position of the seat in the meeting, from 1
     * @param state    the answer
     * @param text     the same as a sentence
     * @param details  facts that contradict each other, or the changes that fill it
     * @param changes  the same changes, as they are made by hand; empty if there are none, they cannot be made by hand, or the caller may not see
     *     students' names. They were tried: the seat is filled, and no rule is broken more than before in any place
     * @param lock     whether to lock the changes when making them, since they replace what is locked
     */
    record ProvedSeatView(
            SessionId session,
            int position,
            Avoidability state,
            String text,
            List<String> details,
            List<ChangeBody> changes,
            boolean lock) {
        /** Copies the lists. */
        ProvedSeatView {
            details = List.copyOf(details);
            changes = List.copyOf(changes);
        }

        /** Leaves out the texts: they name people. */
        @Override
        public String toString() {
            return state + " " + position;
        }
    }
}
