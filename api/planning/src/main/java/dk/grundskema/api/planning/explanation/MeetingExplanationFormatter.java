package dk.grundskema.api.planning.explanation;

import dk.grundskema.api.planning.status.PlanStatusFormatter;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats why a meeting is as it is, for the command line, REST and pages.
 *
 * @param texts texts with the names of the problem
 */
public record MeetingExplanationFormatter(Texts texts) {
    /** Returns what a rule is called. */
    public String name(String rule) {
        return text("rule." + rule + ".name", rule);
    }

    /** Returns what a rule asks for. */
    public String sentence(CheckedRule rule) {
        return text("rule." + rule.rule() + ".sentence", name(rule.rule()));
    }

    /** Returns where a meeting breaks a rule; empty if it keeps it. */
    public List<String> broken(CheckedRule rule) {
        var formatter = new PlanStatusFormatter(texts);
        return rule.broken().stream().map(formatter::describe).toList();
    }

    /** Returns another time, room or group with what it would cost or break. */
    public String describe(TriedChange change) {
        String effect = effect(change);
        return change.swapsWith() == null
                ? texts.text("explain.alternative", describe(change.value()), effect)
                : texts.text("explain.alternative-swap", describe(change.value()), change.swapsWith(), effect);
    }

    /** Returns a time as text; a room or group as it is, since texts name it. */
    Object describe(Object value) {
        return value instanceof MeetingTime time ? when(time) : value;
    }

    /** Returns date and time; for a weekly meeting, the weekday with the number of weeks. */
    private String when(MeetingTime time) {
        int weeks = time.weeks().size();
        return weeks == 1
                ? texts.text("explain.time", time.firstDate(), time.start(), time.end())
                : texts.text("explain.time-weekly", time.weekday(), time.start(), time.end(), weeks);
    }

    private String effect(TriedChange change) {
        var parts = new ArrayList<String>();
        if (!change.broken().isEmpty()) {
            parts.add(texts.text(
                    "explain.breaks", change.broken().stream().map(this::name).toList()));
        }
        if (!change.mended().isEmpty()) {
            parts.add(texts.text(
                    "explain.mends", change.mended().stream().map(this::name).toList()));
        }
        long wishes = change.wishes();
        parts.add(
                wishes == 0
                        ? texts.text("explain.wishes-same")
                        : texts.text(wishes < 0 ? "explain.wishes-less" : "explain.wishes-more", Math.abs(wishes)));
        return String.join("; ", parts);
    }

    /** Returns in which group a student is, and whether it was locked or there is no other. */
    public String describe(ExplainedMember member) {
        String key = member.isLocked()
                ? "explain.member-locked"
                : member.others().isEmpty() ? "explain.member-no-choice" : "explain.member";
        return texts.text(key, member.student(), member.group());
    }

    private String text(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }
}
