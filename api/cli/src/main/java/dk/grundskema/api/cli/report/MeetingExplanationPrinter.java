package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.planning.SeatCandidateFormatter;
import dk.grundskema.api.planning.explanation.CheckedRule;
import dk.grundskema.api.planning.explanation.CheckedRule.Aspect;
import dk.grundskema.api.planning.explanation.ExplainedMeeting;
import dk.grundskema.api.planning.explanation.ExplainedMember;
import dk.grundskema.api.planning.explanation.MeetingExplanationFormatter;
import dk.grundskema.api.planning.explanation.TriedChange;
import dk.grundskema.domain.finding.Texts;
import java.util.List;

/**
 * Prints why a meeting is as it is, apart from its seats.
 *
 * @param screen screen to print to
 * @param texts  texts with the names of the problem
 */
record MeetingExplanationPrinter(Screen screen, Texts texts) {
    /** Prints the rules on the time and room of a meeting, and other times and rooms. */
    void printTimeAndRoom(ExplainedMeeting explained) {
        printRules("explain.heading-time", Aspect.TIME, explained);
        printTried("explain.heading-times", "explain.no-other-times", explained.times());
        printRules("explain.heading-room", Aspect.ROOM, explained);
        printTried("explain.heading-rooms", "explain.no-other-rooms", explained.rooms());
        printRules("explain.heading-other", Aspect.OTHER, explained);
    }

    /** Prints the wishes that are not met, and the groups of students with the rules on them; nothing if there are none. */
    void printWishesAndMembers(ExplainedMeeting explained) {
        if (!explained.wishes().unmet().isEmpty()) {
            printHeading("proof.wishes");
            new SeatCandidateFormatter(texts).describe(explained.wishes()).forEach(this::printItem);
            screen.printEmptyLine();
        }
        if (!explained.members().isEmpty()) {
            printHeading("explain.heading-members");
            rulesOn(Aspect.MEMBERS, explained).forEach(this::print);
            explained.members().forEach(this::print);
            screen.printEmptyLine();
        }
    }

    private void print(ExplainedMember member) {
        var formatter = new MeetingExplanationFormatter(texts);
        printItem(formatter.describe(member));
        member.others().forEach(other -> screen.printLine("      - " + formatter.describe(other)));
    }

    private void printRules(String heading, Aspect aspect, ExplainedMeeting explained) {
        List<CheckedRule> rules = rulesOn(aspect, explained);
        if (rules.isEmpty()) {
            return;
        }
        printHeading(heading);
        rules.forEach(this::print);
        screen.printEmptyLine();
    }

    private static List<CheckedRule> rulesOn(Aspect aspect, ExplainedMeeting explained) {
        return explained.rules().stream()
                .filter(rule -> rule.aspect() == aspect)
                .toList();
    }

    private void print(CheckedRule rule) {
        var formatter = new MeetingExplanationFormatter(texts);
        if (rule.broken().isEmpty()) {
            printItem(texts.text("explain.kept", formatter.sentence(rule)));
        } else {
            printItem(texts.text("explain.not-kept", formatter.name(rule.rule())));
            formatter.broken(rule).forEach(text -> screen.printLine("      - " + text));
        }
    }

    private void printTried(String heading, String none, List<TriedChange> changes) {
        printHeading(heading);
        if (changes.isEmpty()) {
            screen.printLine(texts.text(none));
        } else {
            screen.printLine(texts.text("explain.tried-hint", ExplainedMeeting.MOST));
            var formatter = new MeetingExplanationFormatter(texts);
            changes.forEach(change -> printItem(formatter.describe(change)));
        }
        screen.printEmptyLine();
    }

    private void printHeading(String key) {
        screen.printLine(screen.bold(texts.text(key)));
    }

    private void printItem(String text) {
        screen.printLine("  - " + text);
    }
}
