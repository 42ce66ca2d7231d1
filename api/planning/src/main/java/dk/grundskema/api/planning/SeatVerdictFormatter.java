package dk.grundskema.api.planning;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.SeatVerdict;
import java.util.List;

/**
 * Formats what is proved about open seats, for the command line, REST and pages.
 *
 * @param texts texts with the names of the problem and timetable
 */
public record SeatVerdictFormatter(Texts texts) {
    /** Returns how many seats are open, and how many of them cannot be avoided if that is known. */
    public String heading(OpenSeatBound bound) {
        Integer unavoidable = bound.unavoidable();
        return unavoidable == null
                ? texts.text("proof.heading-unknown", bound.open())
                : texts.text("proof.heading", bound.open(), unavoidable);
    }

    /** Returns whether a seat can be filled, as a sentence that {@link #details} follow. */
    public String describe(SeatVerdict verdict) {
        return switch (verdict.state()) {
            case UNAVOIDABLE -> texts.text("proof.unavoidable", verdict.session(), verdict.position());
            case AVOIDABLE ->
                texts.text(
                        "proof.avoidable",
                        verdict.session(),
                        verdict.position(),
                        verdict.changes().size());
            case UNKNOWN -> texts.text("proof.unknown", verdict.session(), verdict.position());
        };
    }

    /** Returns the facts that contradict each other, or the changes that fill the seat; empty if neither is known. */
    public List<String> details(SeatVerdict verdict) {
        var formatter = new RemedyFormatter(texts);
        return verdict.state() == Avoidability.UNAVOIDABLE
                ? formatter.describe(verdict.reason())
                : verdict.changes().stream().map(formatter::describe).toList();
    }
}
