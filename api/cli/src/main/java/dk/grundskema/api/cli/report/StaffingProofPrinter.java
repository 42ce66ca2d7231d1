package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.api.planning.RemedyFormatter;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.SeatVerdictFormatter;
import dk.grundskema.api.planning.StaffingProofs;
import dk.grundskema.api.planning.explanation.ExplainedFault;
import dk.grundskema.api.planning.explanation.ExplainedFaultFormatter;
import dk.grundskema.api.planning.explanation.LocatedPlanFault;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.MeetingWishes;
import dk.grundskema.solver.proof.Avoidability;
import dk.grundskema.solver.proof.ConflictReport;
import dk.grundskema.solver.proof.OpenSeatBound;
import dk.grundskema.solver.proof.ProofFact;
import dk.grundskema.solver.proof.Remedy;
import dk.grundskema.solver.proof.RemedyReport;
import dk.grundskema.solver.proof.SeatCandidateReport;
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
    private static final int MOST_SEATS_WITH_REMEDIES = 3;

    /** Prints for each open seat whether it can be filled; nothing if no seat is open. Returns what it printed of them. */
    List<SeatVerdict> printOpenSeats(StaffingProofs proofs, Problem problem, Timetable timetable, OpenSeatBound bound) {
        if (bound.open() == 0) {
            return List.of();
        }
        List<SeatVerdict> verdicts = List.of();
        screen.printLine(screen.bold(new SeatVerdictFormatter(texts).heading(bound)));
        if (!proofs.isAvailable()) {
            screen.printLine(texts.text("proof.unavailable"));
        } else {
            int left = MOST_SEATS_WITH_REMEDIES;
            int without = 0;
            verdicts = proofs.explainOpenSeats(problem, timetable);
            for (SeatVerdict verdict : verdicts) {
                print(verdict);
                if (verdict.state() != Avoidability.AVOIDABLE && left-- > 0) {
                    printRemedies(
                            proofs.findRemedies(problem, timetable, verdict.session(), verdict.position()),
                            "proof.remedies-open");
                } else if (verdict.state() != Avoidability.AVOIDABLE) {
                    without++;
                }
            }
            if (without > 0) {
                screen.printLine(texts.text("proof.remedies-not-tried", without));
            }
        }
        screen.printEmptyLine();
        return verdicts;
    }

    /**
     * Prints for each conflict and shortfall other than open seats whether it can be mended; nothing if there is none, or proofs are not available. Returns
     * what is known of them.
     */
    List<ExplainedFault> printFaults(PlanningFacade planning, Problem problem, Timetable timetable) {
        List<LocatedPlanFault> faults =
                ExplainedFault.explainable(LocatedPlanFault.findAll(planning, problem, timetable));
        if (faults.isEmpty() || !planning.staffingProofs().isAvailable()) {
            return List.of();
        }
        var formatter = new ExplainedFaultFormatter(texts);
        List<ExplainedFault> explained =
                ExplainedFault.explain(planning, problem, timetable, faults).faults();
        screen.printLine(screen.bold(formatter.heading(faults.size(), explained)));
        for (ExplainedFault.Alike alike : ExplainedFault.group(explained)) {
            if (alike.first().state() != Avoidability.UNKNOWN) {
                printItem(formatter.describe(alike));
                formatter.details(alike.first()).forEach(detail -> screen.printLine("      - " + detail));
            }
        }
        screen.printEmptyLine();
        return explained;
    }

    private void print(SeatVerdict verdict) {
        var formatter = new SeatVerdictFormatter(texts);
        printItem(formatter.describe(verdict));
        formatter.details(verdict).forEach(detail -> screen.printLine("      - " + detail));
    }

    private void printItem(String text) {
        screen.printLine("  - " + text);
    }

    private void printFacts(List<ProofFact> facts) {
        new RemedyFormatter(texts).describe(facts).forEach(fact -> screen.printLine("      - " + fact));
    }

    private void printRemedies(RemedyReport report, String headingKey) {
        var formatter = new RemedyFormatter(texts);
        if (!report.remedies().isEmpty()) {
            printItem(texts.text(headingKey));
            report.remedies().forEach(remedy -> print(formatter, remedy));
        }
        formatter.remarks(report).forEach(this::printItem);
    }

    private void print(RemedyFormatter formatter, Remedy remedy) {
        screen.printLine("      - " + formatter.describe(remedy));
        List<String> changes = formatter.changes(remedy);
        if (!changes.isEmpty()) {
            screen.printLine("          " + texts.text("proof.remedy-changes"));
            changes.forEach(change -> screen.printLine("          - " + change));
        }
    }

    /** Prints facts that cannot hold together, and changes that help; nothing if there are none. Returns whether there are any. */
    public boolean printConflicts(StaffingProofs proofs, Problem problem) {
        ConflictReport report = proofs.findConflicts(problem);
        printConflicts(report);
        if (!report.conflicts().isEmpty()) {
            printRemediesBeforePlanning(proofs.findRemedies(problem, report.conflicts()));
        }
        return !report.conflicts().isEmpty();
    }

    /** Prints changes that help against facts that cannot hold together. */
    public void printRemediesBeforePlanning(RemedyReport report) {
        printRemedies(report, "proof.remedies-before");
        screen.printEmptyLine();
    }

    /** Prints facts that cannot hold together, and whether the time was up; nothing if neither applies. */
    public void printConflicts(ConflictReport report) {
        if (report.isLimited()) {
            screen.printLine(texts.text("proof.conflicts-limited"));
            screen.printEmptyLine();
        }
        for (StaffingConflict conflict : report.conflicts()) {
            screen.printLine(screen.bold(texts.text("proof.conflicts")));
            printFacts(conflict.facts());
            screen.printEmptyLine();
        }
    }

    /**
     * Prints the seats of a meeting with what speaks against each candidate, what the wishes would cost with the others, and changes that fill its open
     * seats.
     */
    void printSeats(
            StaffingProofs proofs, Problem problem, Timetable timetable, Meeting meeting, MeetingWishes wishes) {
        List<SeatCandidateReport> seats =
                proofs.explainMeetingWithCounterfactuals(problem, timetable, meeting.sessionId());
        if (seats.isEmpty()) {
            screen.printLine(texts.text("proof.no-seats", meeting.sessionId()));
        }
        var formatter = new SeatCandidateFormatter(texts);
        for (SeatCandidateReport seat : seats) {
            screen.printLine(screen.bold(formatter.heading(seat)));
            formatter.elsewhere(seat).forEach(this::printItem);
            seat.candidates().forEach(candidate -> print(formatter, seat, candidate, wishes));
            if (seat.isOpenToNobody()) {
                printRemedies(
                        proofs.findRemedies(problem, timetable, meeting.sessionId(), seat.position()),
                        "proof.remedies-open");
            }
            screen.printEmptyLine();
        }
    }

    private void print(
            SeatCandidateFormatter formatter,
            SeatCandidateReport seat,
            SeatCandidateReport.Candidate candidate,
            MeetingWishes wishes) {
        formatter.describe(seat, candidate, wishes).forEach(this::printItem);
        if (!candidate.toLift().isEmpty()) {
            screen.printLine("      " + texts.text("proof.counterfactual", candidate.person()));
            printFacts(candidate.toLift());
        }
    }
}
