package dk.grundskema.api.planning.status;

import dk.grundskema.api.exports.sheet.PlanStatusText;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats the status of plans in Danish and English, for all pages, for REST and for the command line. */
public final class PlanStatusFormatter {
    private static final Set<Part> ALWAYS_SHOWN = Set.of(Part.CONFLICTS, Part.OPEN_SEATS, Part.WISHES);

    private final Texts texts;

    /** @param texts texts with those of {@link dk.grundskema.api.planning.PlanningTexts}; names are those in descriptions of open seats */
    public PlanStatusFormatter(Texts texts) {
        this.texts = texts;
    }

    /** Part of a status. */
    public enum Part {
        /** Broken hard rules. */
        CONFLICTS,
        /** Hard rules that the plan and other plans in use break together. */
        OTHER_PLANS,
        /** Vacant required seats. */
        OPEN_SEATS,
        /** Required seats of people who are absent then. */
        ABSENT_STAFF,
        /** Required sessions without a meeting. */
        UNPLANNED_SESSIONS,
        /** Students without a group. */
        STUDENTS_WITHOUT_GROUP,
        /** Other broken medium rules. */
        OTHER_SHORTFALLS,
        /** Unmet requirements of law and guides. */
        GUIDE_SHORTFALLS,
        /** Shortfalls that the planner accepted. */
        ACCEPTED,
        /** Unmet wishes and their cost. */
        WISHES
    }

    /**
     * A part in words.
     *
     * @param part   the part
     * @param amount its number
     * @param text   number and noun, such as "3 open seats"
     */
    public record PartText(Part part, long amount, String text) {
        /** Returns whether something is wrong in this part; unmet wishes and accepted shortfalls are not. */
        public boolean isFault() {
            return part != Part.WISHES && part != Part.ACCEPTED && amount > 0;
        }
    }

    /** Returns the state of the plan as a sentence. */
    public String headline(PlanStatus status) {
        return texts.text(
                switch (status.state()) {
                    case DOES_NOT_HOLD -> "status.does-not-hold";
                    case LACKS -> "status.lacks";
                    case HOLDS -> status.acceptedShortfalls() == 0 ? "status.holds" : "status.holds-with-accepted";
                });
    }

    /**
     * Returns conflicts, open seats and wishes, and each other part with something in it. That there are no conflicts is not said beside conflicts with other
     * plans, nor that no seat is open beside seats of absent people.
     */
    public List<PartText> parts(PlanStatus status) {
        return allParts(status).stream()
                .filter(PlanStatusFormatter::isShown)
                .filter(part -> part.amount() > 0
                        || switch (part.part()) {
                            case CONFLICTS -> status.otherPlanConflicts() == 0;
                            case OPEN_SEATS -> status.absentStaff() == 0;
                            default -> true;
                        })
                .toList();
    }

    private static boolean isShown(PartText part) {
        return ALWAYS_SHOWN.contains(part.part()) || part.amount() > 0;
    }

    /** Returns the parts that are shown of at least one of two plans, with both texts of each; the text of a plan without a status is empty. */
    public List<PartPair> pairs(@Nullable PlanStatus before, @Nullable PlanStatus after) {
        Map<Part, PartText> first = before == null ? Map.of() : byPart(before);
        Map<Part, PartText> second = after == null ? Map.of() : byPart(after);
        return Stream.of(Part.values())
                .filter(part -> Stream.of(first, second)
                        .flatMap(parts -> Stream.ofNullable(parts.get(part)))
                        .anyMatch(PlanStatusFormatter::isShown))
                .map(part -> new PartPair(text(first.get(part)), text(second.get(part))))
                .toList();
    }

    /**
     * A part of two plans.
     *
     * @param before text of the first plan; empty if it has none
     * @param after  text of the second plan; empty if it has none
     */
    public record PartPair(String before, String after) {}

    /**
     * Returns which of two plans is better and why, or why neither is called better, as a sentence.
     *
     * @param before name of the first plan within a sentence
     * @param after  name of the second plan within a sentence
     */
    public String verdict(StatusComparison comparison, String before, String after) {
        StatusComparison.Criterion criterion = comparison.criterion();
        return criterion == null
                ? texts.text("status.verdict." + comparison.outcome(), before, after)
                : texts.text(
                        "status.verdict",
                        before,
                        after,
                        criterion.ordinal() + (comparison.outcome() == StatusComparison.Outcome.BETTER ? 0 : 4));
    }

    private Map<Part, PartText> byPart(PlanStatus status) {
        return allParts(status).stream().collect(Collectors.toMap(PartText::part, one -> one));
    }

    private static String text(@Nullable PartText part) {
        return part == null ? "" : part.text();
    }

    private List<PartText> allParts(PlanStatus status) {
        return List.of(
                part(Part.CONFLICTS, "status.conflicts", status.conflicts()),
                part(Part.OTHER_PLANS, "status.other-plans", status.otherPlanConflicts()),
                part(Part.OPEN_SEATS, "status.open-seats", status.openSeats()),
                part(Part.ABSENT_STAFF, "status.absent-staff", status.absentStaff()),
                part(Part.UNPLANNED_SESSIONS, "status.unplanned-sessions", status.unplannedSessions()),
                part(Part.STUDENTS_WITHOUT_GROUP, "status.students-without-group", status.studentsWithoutGroup()),
                part(Part.OTHER_SHORTFALLS, "status.other-shortfalls", status.otherShortfalls()),
                part(Part.GUIDE_SHORTFALLS, "status.guide-shortfalls", status.guideShortfalls()),
                part(Part.ACCEPTED, "status.accepted", status.acceptedShortfalls()),
                new PartText(
                        Part.WISHES,
                        status.unmetWishes(),
                        texts.text("status.wishes", status.unmetWishes(), status.wishCost())));
    }

    /** Returns what sheets say of a status. */
    public PlanStatusText sheetText(PlanStatus status) {
        return new PlanStatusText(
                headline(status),
                parts(status).stream()
                        .filter(PartText::isFault)
                        .map(PartText::text)
                        .toList());
    }

    /** Returns the parts as one line, such as for a list. */
    public String line(PlanStatus status) {
        return String.join(" · ", parts(status).stream().map(PartText::text).toList());
    }

    /**
     * Returns what is wrong with a plan itself as one line, or that nothing is.
     *
     * @param status  status without conflicts with other plans and without absences
     * @param isAlone whether there can be no such conflicts and no absences, so that a plan without faults of its own holds
     */
    public String summary(PlanStatus status, boolean isAlone) {
        if (status.state() == PlanStatus.State.HOLDS) {
            return isAlone ? headline(status) : texts.text("status.no-own-faults");
        }
        return parts(status).stream()
                .filter(PartText::isFault)
                .map(PartText::text)
                .collect(Collectors.joining(" · "));
    }

    /** Returns meeting, time and role of an open seat, with the names of the texts. */
    public String describe(OpenSeat seat) {
        String key = "role." + seat.role();
        String role = texts.has(key) ? texts.text(key) : seat.role();
        return texts.text("status.open-seat", seat.sessionId(), role);
    }

    /** Returns a fault as a sentence, with the names of the texts. */
    public String describe(PlanFault fault) {
        OpenSeat seat = fault.seat();
        return seat == null ? texts.sentenceOf(fault.violation()) : describe(seat);
    }

    /** Returns the name of a rule that the plan breaks only together with other plans. */
    public String sharedRule(String name) {
        return texts.text("status.shared-rule", name);
    }

    private PartText part(Part part, String key, long amount) {
        return new PartText(part, amount, texts.text(key, amount));
    }
}
