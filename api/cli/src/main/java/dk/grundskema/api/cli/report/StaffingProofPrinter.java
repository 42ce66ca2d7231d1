package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import java.util.List;

/**
 * Prints what is proved about seats.
 *
 * @param screen screen to print to
 * @param texts  texts with the names of the problem
 */
public record StaffingProofPrinter(Screen screen, Texts texts) {
    /** Prints for each open seat whether it can be filled; nothing if no seat is open. */
    void printOpenSeats(StaffingProofs proofs, Problem problem, Timetable timetable, OpenSeatBound bound) {
        if (bound.open() == 0) {
            return;
        }
        Integer unavoidable = bound.unavoidable();
        screen.printLine(screen.bold(
                unavoidable == null
                        ? texts.text("proof.heading-unknown", bound.open())
                        : texts.text("proof.heading", bound.open(), unavoidable)));
        if (!proofs.isAvailable()) {
            screen.printLine(texts.text("proof.unavailable"));
        } else {
            proofs.explainOpenSeats(problem, timetable).forEach(this::print);
        }
        screen.printEmptyLine();
    }

    private void print(SeatVerdict verdict) {
        switch (verdict.state()) {
            case UNAVOIDABLE -> {
                printItem(texts.text("proof.unavoidable", verdict.session(), verdict.position()));
                printFacts(verdict.reason());
            }
            case AVOIDABLE -> {
                printItem(texts.text(
                        "proof.avoidable",
                        verdict.session(),
                        verdict.position(),
                        verdict.changes().size()));
                verdict.changes().forEach(change -> screen.printLine("      - " + text(change)));
            }
            case UNKNOWN -> printItem(texts.text("proof.unknown", verdict.session(), verdict.position()));
        }
    }

    private void printItem(String text) {
        screen.printLine("  - " + text);
    }

    private void printFacts(List<ProofFact> facts) {
        facts.forEach(fact -> screen.printLine("      - " + texts.sentenceOf(fact.toFinding())));
    }

    private String text(SeatChange change) {
        StaffId before = change.before();
        StaffId after = change.after();
        if (after == null) {
            return texts.text("proof.change-leaves", change.session(), change.position(), before == null ? "" : before);
        }
        return before == null
                ? texts.text("proof.change-takes", change.session(), change.position(), after)
                : texts.text("proof.change-instead", change.session(), change.position(), after, before);
    }

    /** Prints facts that cannot hold together; nothing if there are none. */
    public void printConflicts(List<StaffingConflict> conflicts) {
        for (StaffingConflict conflict : conflicts) {
            screen.printLine(screen.bold(texts.text("proof.conflicts")));
            printFacts(conflict.facts());
            screen.printEmptyLine();
        }
    }

    /** Prints the seats of a meeting with what speaks against each candidate. */
    void printSeats(SessionId meeting, List<SeatCandidateReport> seats) {
        if (seats.isEmpty()) {
            screen.printLine(texts.text("proof.no-seats", meeting));
        }
        var formatter = new SeatCandidateFormatter(texts);
        for (SeatCandidateReport seat : seats) {
            screen.printLine(screen.bold(formatter.heading(seat)));
            seat.candidates().forEach(candidate -> formatter.describe(candidate).forEach(this::printItem));
            screen.printEmptyLine();
        }
    }
}
