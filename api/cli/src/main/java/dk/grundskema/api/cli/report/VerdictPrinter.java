package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.output.LineWrapper;
import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.documents.fidelity.FidelityView;
import dk.grundskema.api.planning.status.AcceptanceFormatter;
import dk.grundskema.api.planning.status.AcceptanceReport.Acceptance;
import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import java.util.Comparator;
import java.util.List;

/**
 * Prints the quality of a timetable: violations, penalties of soft rules, and whether checker and solver agree.
 *
 * @param screen screen to print to
 * @param texts  texts with the names of the problem
 */
public record VerdictPrinter(Screen screen, Texts texts) {
    /** Prints everything. */
    void print(TimetableVerdict verdict) {
        print(verdict, List.of());
    }

    /** Prints everything, with the breakdowns after the first line. */
    public void print(TimetableVerdict verdict, List<BreakdownView> breakdowns) {
        var hard = verdict.faultsOf(Level.HARD);
        var medium = verdict.faultsOf(Level.MEDIUM);
        var formatter = new PlanStatusFormatter(texts);
        String headline = formatter.headline(verdict.status());
        screen.printLine(screen.bold(
                switch (verdict.status().state()) {
                    case HOLDS -> screen.green(headline);
                    case LACKS -> screen.yellow(headline);
                    case DOES_NOT_HOLD -> screen.red(headline);
                }));
        screen.printLine(formatter.line(verdict.status()));
        screen.printEmptyLine();
        new BreakdownPrinter(screen).print(breakdowns);
        var paragraphs = new FindingPrinter(screen, texts);
        paragraphs.printFaults("report.hard", hard);
        paragraphs.printFaults("report.medium", medium);
        printShortAsks(verdict.fidelity());
        printAccepted(verdict);
        printBrokenWishes(verdict.wishes());
    }

    /** Names what the planner accepted, apart from what the status counts, and which entries no longer apply. */
    private void printAccepted(TimetableVerdict verdict) {
        List<Acceptance> acceptances = verdict.acceptances().acceptances();
        if (acceptances.isEmpty()) {
            return;
        }
        screen.printLine(screen.bold(texts.text("report.accepted", acceptances.size())));
        var formatter = new AcceptanceFormatter(verdict.problem(), texts);
        for (Acceptance acceptance : acceptances) {
            formatter.describe(acceptance).forEach(place -> screen.printLine("  - " + place));
            screen.printLine("    " + formatter.describeDecision(acceptance));
            String state = formatter.describeState(acceptance);
            if (!state.isEmpty()) {
                screen.printLine("    " + screen.yellow(state));
            }
        }
        screen.printEmptyLine();
    }

    /** Names the requirements of the guides that are not met, each with the first place; {@code assess} has all places. */
    private void printShortAsks(PlanFidelity fidelity) {
        var rows = new FidelityFormatter(texts)
                .toView(fidelity).sections().stream()
                        .flatMap(section -> section.rows().stream())
                        .filter(row -> row.status() == Ask.Status.SHORT)
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        screen.printLine(screen.bold(texts.text("report.asks", rows.size())));
        for (FidelityView.Row row : rows) {
            String place = row.gaps().isEmpty() || row.gaps().getFirst().where().isEmpty()
                    ? ""
                    : row.gaps().getFirst().where().getFirst();
            String lead = "  - ";
            String text = texts.text("report.ask", row.name(), row.sentence(), place.isEmpty() ? 0 : 1, place);
            for (String line : LineWrapper.wrap(text, screen.columns() - lead.length())) {
                screen.printLine(lead + line);
                lead = " ".repeat(lead.length());
            }
        }
        screen.printEmptyLine();
    }

    private void printBrokenWishes(List<RuleResult> rules) {
        var broken = rules.stream()
                .filter(rule -> rule.level() == Level.SOFT && rule.penalty() * rule.weight() > 0)
                .sorted(Comparator.comparingLong((RuleResult rule) -> rule.penalty() * rule.weight())
                        .reversed())
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        screen.printLine(screen.bold(texts.text("report.soft")));
        for (RuleResult rule : broken) {
            String name = "rule." + rule.id() + ".name";
            screen.printLine("  - "
                    + texts.text(
                            "report.soft-rule",
                            texts.has(name) ? texts.text(name) : rule.id(),
                            rule.count(),
                            rule.penalty() * rule.weight()));
        }
        screen.printEmptyLine();
    }

    /** Prints where solver and checker disagree, and the score that the plan states if it has another one; nothing if all agree. */
    public void printDisagreements(TimetableVerdict verdict, String headingKey) {
        var differing = verdict.disagreements();
        if (differing.isEmpty() && !verdict.hasOtherScore()) {
            return;
        }
        screen.err().println(texts.text(headingKey));
        for (var each : differing) {
            screen.err().println("  - " + texts.text("report.disagreement", each.rule(), each.claimed(), each.found()));
        }
        if (verdict.hasOtherScore()) {
            Score stated = verdict.statedScore();
            Score found = verdict.score();
            screen.err()
                    .println("  - "
                            + texts.text(
                                    "report.score-disagreement",
                                    stated.hard(),
                                    stated.medium(),
                                    stated.soft(),
                                    found.hard(),
                                    found.medium(),
                                    found.soft()));
        }
        screen.err().flush();
    }
}
