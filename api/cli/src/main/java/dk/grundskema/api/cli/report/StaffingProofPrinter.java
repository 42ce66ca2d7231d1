package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.proof.Agreement;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.Remedy;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.RemedyStep;
import dk.grundskema.solver.proof.SeatCandidateReport;
import dk.grundskema.solver.proof.SeatChange;
import dk.grundskema.solver.proof.SeatVerdict;
import dk.grundskema.solver.proof.StaffingConflict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints what is proved about seats.
 *
 * @param screen screen to print to
 * @param texts  texts with the names of the problem
 */
public record StaffingProofPrinter(Screen screen, Texts texts) {
    private static final int MOST_SEATS_WITH_REMEDIES = 3;

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
            int left = MOST_SEATS_WITH_REMEDIES;
            int without = 0;
            for (SeatVerdict verdict : proofs.explainOpenSeats(problem, timetable)) {
                print(verdict);
                if (verdict.state() != SeatVerdict.State.AVOIDABLE && left-- > 0) {
                    printRemedies(
                            proofs.findRemedies(problem, timetable, verdict.session(), verdict.position()),
                            "proof.remedies-open");
                } else if (verdict.state() != SeatVerdict.State.AVOIDABLE) {
                    without++;
                }
            }
            if (without > 0) {
                screen.printLine(texts.text("proof.remedies-not-tried", without));
            }
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
        return text(change, List.of());
    }

    /** @param newPeople people who are not in the problem and have no name */
    private String text(SeatChange change, List<StaffId> newPeople) {
        StaffId before = change.before();
        StaffId after = change.after();
        if (after == null) {
            return texts.text("proof.change-leaves", change.session(), change.position(), before == null ? "" : before);
        }
        int newcomer = newPeople.indexOf(after);
        Object taker = newcomer < 0 ? after : texts.text("proof.new-person", newcomer + 1, newPeople.size());
        return before == null
                ? texts.text("proof.change-takes", change.session(), change.position(), taker)
                : texts.text("proof.change-instead", change.session(), change.position(), taker, before);
    }

    private static List<StaffId> newPeople(Remedy remedy) {
        return remedy.steps().stream()
                .filter(RemedyStep.MorePeople.class::isInstance)
                .map(RemedyStep.MorePeople.class::cast)
                .flatMap(step -> step.people().stream())
                .map(StaffMember::id)
                .toList();
    }

    private void printRemedies(RemedyReport report, String headingKey) {
        if (report.remedies().isEmpty() && report.tried() == 0) {
            if (report.isLimited()) {
                printItem(texts.text("proof.remedies-limited"));
            }
            return;
        }
        if (report.remedies().isEmpty()) {
            printItem(texts.text("proof.remedies-none", report.tried()));
        } else {
            printItem(texts.text(headingKey));
            report.remedies().forEach(this::print);
        }
        if (report.isLimited()) {
            printItem(texts.text("proof.remedies-limited"));
        }
    }

    private void print(Remedy remedy) {
        String steps = remedy.steps().stream()
                .map(step -> texts.sentenceOf(step.toFinding()))
                .collect(Collectors.joining(" "));
        List<String> agreed =
                remedy.agreement().stream().map(Agreement::key).map(texts::text).toList();
        screen.printLine("      - " + steps + " " + texts.text("proof.remedy-cost", remedy.cost(), agreed));
        if (!remedy.changes().isEmpty()) {
            screen.printLine("          " + texts.text("proof.remedy-changes"));
            remedy.changes().forEach(change -> screen.printLine("          - " + text(change, newPeople(remedy))));
        }
    }

    /** Prints facts that cannot hold together, and changes that help; nothing if there are none. Returns whether there are any. */
    public boolean printConflicts(StaffingProofs proofs, Problem problem) {
        List<StaffingConflict> conflicts = proofs.findConflicts(problem);
        printConflicts(conflicts);
        if (!conflicts.isEmpty()) {
            printRemedies(proofs.findRemedies(problem, conflicts), "proof.remedies-before");
            screen.printEmptyLine();
        }
        return !conflicts.isEmpty();
    }

    private void printConflicts(List<StaffingConflict> conflicts) {
        for (StaffingConflict conflict : conflicts) {
            screen.printLine(screen.bold(texts.text("proof.conflicts")));
            printFacts(conflict.facts());
            screen.printEmptyLine();
        }
    }

    /** Prints the seats of a meeting with what speaks against each candidate, and changes that fill its open seats. */
    void printSeats(StaffingProofs proofs, Problem problem, Timetable timetable, SessionId meeting) {
        List<SeatCandidateReport> seats = proofs.explainMeetingWithCounterfactuals(problem, timetable, meeting);
        if (seats.isEmpty()) {
            screen.printLine(texts.text("proof.no-seats", meeting));
        }
        var formatter = new SeatCandidateFormatter(texts);
        for (SeatCandidateReport seat : seats) {
            screen.printLine(screen.bold(formatter.heading(seat)));
            seat.candidates().forEach(candidate -> print(formatter, candidate));
            if (seat.holder() == null) {
                printRemedies(proofs.findRemedies(problem, timetable, meeting, seat.position()), "proof.remedies-open");
            }
            screen.printEmptyLine();
        }
    }

    private void print(SeatCandidateFormatter formatter, SeatCandidateReport.Candidate candidate) {
        formatter.describe(candidate).forEach(this::printItem);
        if (!candidate.toLift().isEmpty()) {
            screen.printLine("      " + texts.text("proof.counterfactual", candidate.person()));
            printFacts(candidate.toLift());
        }
    }
}
