package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.RemedyFormatter;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.proof.Avoidability;
import java.util.List;

/**
 * Formats whether faults can be mended, for the command line, REST and pages.
 *
 * @param texts texts with the names of the problem and timetable
 */
public record ExplainedFaultFormatter(Texts texts) {
    /**
     * Returns how many faults there are, and what is known of them.
     *
     * @param all       number of faults that could be explained
     * @param explained those that were
     */
    public String heading(int all, List<ExplainedFault> explained) {
        return texts.text(
                all > explained.size() ? "explain.faults-first" : "explain.faults",
                all,
                count(explained, Avoidability.UNAVOIDABLE),
                count(explained, Avoidability.AVOIDABLE),
                count(explained, Avoidability.UNKNOWN),
                explained.size());
    }

    private static long count(List<ExplainedFault> explained, Avoidability state) {
        return explained.stream().filter(one -> one.state() == state).count();
    }

    /** Returns the fault, for how many others the same goes, and whether it can be mended, as sentences that {@link #details} follow. */
    public String describe(ExplainedFault.Alike alike) {
        ExplainedFault explained = alike.first();
        String first = new PlanStatusFormatter(texts).describe(explained.fault());
        String fault = alike.others() == 0 ? first : texts.text("explain.fault-others", first, alike.others());
        return switch (explained.state()) {
            case UNAVOIDABLE -> texts.text("explain.fault-unavoidable", fault);
            case AVOIDABLE ->
                texts.text(
                        "explain.fault-avoidable",
                        fault,
                        explained.changes().size() + explained.moves().size());
            case UNKNOWN -> texts.text("explain.fault-unknown", fault);
        };
    }

    /** Returns the facts that contradict each other, or the changes that mend it; empty if neither is known. */
    public List<String> details(ExplainedFault explained) {
        var remedies = new RemedyFormatter(texts);
        if (!explained.moves().isEmpty()) {
            return explained.moves().stream().map(this::describe).toList();
        }
        return explained.state() == Avoidability.UNAVOIDABLE
                ? remedies.describe(explained.reason())
                : explained.changes().stream().map(remedies::describe).toList();
    }

    private String describe(ManualChange move) {
        return switch (move) {
            case ManualChange.TimeChange one -> {
                MeetingTime time = one.time();
                yield time == null
                        ? texts.text("explain.fault-unheld", one.sessionId())
                        : texts.text(
                                "explain.fault-move",
                                one.sessionId(),
                                new MeetingExplanationFormatter(texts).describe(time));
            }
            case ManualChange.RoomChange one -> {
                RoomId room = one.roomId();
                yield room == null
                        ? texts.text("explain.fault-no-room", one.sessionId())
                        : texts.text("explain.fault-move", one.sessionId(), room);
            }
            case ManualChange.SeatChange one -> {
                StaffId who = one.staffId();
                yield who == null
                        ? texts.text("explain.fault-vacate", one.sessionId(), one.position() + 1)
                        : texts.text("explain.fault-seat", one.sessionId(), one.position() + 1, who);
            }
            case ManualChange.SubjectSwap one -> texts.text("explain.fault-swap", one.sessionId(), one.otherId());
            case ManualChange.SubjectChange one -> {
                String subject = one.subject();
                yield subject == null
                        ? texts.text("explain.fault-empty", one.sessionId())
                        : texts.text("explain.fault-subject", one.sessionId(), subject);
            }
            case ManualChange.GroupChange one -> {
                GroupId group = one.groupId();
                yield group == null
                        ? texts.sentenceOf(Finding.info("explain.fault-no-group", "", one.studentId()))
                        : texts.sentenceOf(Finding.info("explain.fault-group", "", one.studentId(), group));
            }
        };
    }
}
