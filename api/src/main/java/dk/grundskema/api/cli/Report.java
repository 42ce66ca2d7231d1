package dk.grundskema.api.cli;

import dk.grundskema.api.fidelity.BreakdownView;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.timetable.RuleResult;
import java.util.Comparator;
import java.util.List;

/** Says what a finished timetable is worth: its faults in words, what it costs in wishes, whether checker and solver agree. */
record Report(Screen screen, Texts texts) {
    /** Says all of it. */
    void of(Verdict verdict) {
        of(verdict, List.of());
    }

    /** Says all of it, after the first line what the plan gives line by line. */
    void of(Verdict verdict, List<BreakdownView> breakdowns) {
        var hard = verdict.of(Level.HARD);
        var medium = verdict.of(Level.MEDIUM);
        String headline = verdict.isFine()
                ? screen.green(texts.text("report.fine"))
                : screen.red(texts.text("report.faults", hard.size(), medium.size()));
        screen.say(screen.bold(headline));
        screen.gap();
        new BreakdownPrint(screen).print(breakdowns);
        var paragraphs = new Paragraphs(screen, texts);
        paragraphs.list("report.hard", hard);
        paragraphs.list("report.medium", medium);
        wishes(verdict.timetable().rules());
    }

    private void wishes(List<RuleResult> rules) {
        var broken = rules.stream()
                .filter(rule -> rule.level() == Level.SOFT && rule.penalty() * rule.weight() > 0)
                .sorted(Comparator.comparingLong((RuleResult rule) -> rule.penalty() * rule.weight())
                        .reversed())
                .toList();
        if (broken.isEmpty()) {
            return;
        }
        screen.say(screen.bold(texts.text("report.soft")));
        for (RuleResult rule : broken) {
            String name = "rule." + rule.id() + ".name";
            screen.say("  - "
                    + texts.text(
                            "report.soft-rule",
                            texts.has(name) ? texts.text(name) : rule.id(),
                            rule.count(),
                            rule.penalty() * rule.weight()));
        }
        screen.gap();
    }

    /** Says where the solver's own account and the checker's differ; nothing if they agree. */
    void disagreements(Verdict verdict, String headingKey) {
        var differing = verdict.disagreements();
        if (differing.isEmpty()) {
            return;
        }
        screen.err().println(texts.text(headingKey));
        for (var each : differing) {
            screen.err().println("  - " + texts.text("report.disagreement", each.rule(), each.claimed(), each.found()));
        }
        screen.err().flush();
    }
}
