package dk.grundskema.api.planning.repair;

import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;

/** Formats the reasons why staff cannot take a seat. */
public final class RejectionFormatter {
    private final Texts texts;

    /** @param texts texts with the names of the plan in use, including the planning texts */
    public RejectionFormatter(Texts texts) {
        this.texts = texts;
    }

    /** Returns a short reason why a staff member cannot take a seat; empty if the reason is obvious. */
    public String reason(RejectedCandidate one) {
        return switch (one.obstacle()) {
            case AWAY -> texts.text("repair.reason-away");
            case SEAT_IS_FIXED -> texts.text("repair.reason-fixed");
            case NOT_ASKED -> "";
            case BREAKS_RULES -> brokenRuleReason(one.rules().getFirst());
        };
    }

    /** Returns the reason for the first violated rule. */
    private String brokenRuleReason(String rule) {
        return switch (rule) {
            case "core.person-in-two-places" -> texts.text("repair.reason-busy");
            case "core.daily-rest", "core.rest-between-dates" -> texts.text("repair.reason-daily-rest");
            case "core.weekly-rest" -> texts.text("repair.reason-weekly-rest");
            case "core.daily-hours", "core.long-day" -> texts.text("repair.reason-daily-hours");
            case "core.free-dates" -> texts.text("repair.reason-free-dates");
            case "core.weekly-hours" -> texts.text("repair.reason-weekly-hours");
            case "core.travel-time" -> texts.text("repair.reason-travel");
            default -> ruleName(rule);
        };
    }

    /** Returns the name of a rule as used within a sentence. */
    public String ruleName(String rule) {
        String key = "rule." + rule + ".name";
        String name = texts.has(key) ? texts.text(key) : rule;
        return name.substring(0, 1).toLowerCase(texts.locale()) + name.substring(1);
    }
}
