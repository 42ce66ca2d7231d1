package dk.grundskema.solver.check;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Phrase;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Broken rules that say the same as a difference from the demand: a session that has no time, or is left out in a week, is also missing in that week, and a meeting that breaks a
 * plugin's rule on its time is also at a time that is not asked for. A lesson that is not held as given is no other lesson as well, and a room that
 * a meeting may not have is no room too many, nor too small or unsuitable for the subject. A meeting of another kind, or with other participants, than
 * asked for is not missing as well. Each mistake is reported once.
 */
final class DifferenceCauses {
    private static final Set<String> OF_TIME = Set.of("core.asked-time", "core.asked-length");

    /** What makes a meeting another one than its session, besides its kind and intervention. */
    private static final Set<String> OF_PARTICIPANTS = Set.of("core.asked-participant", "core.other-participant");

    private static final Set<String> OF_LESSON =
            Set.of("core.asked-time", "core.asked-length", "core.asked-holder", "core.missing-room", "core.room-kind");

    private final Set<Object> changedLessons = new HashSet<>();
    private final Set<Object> otherRooms = new HashSet<>();
    private final Set<List<Object>> wrongRooms = new HashSet<>();
    private final Set<Object> misplaced = new HashSet<>();
    private final Set<SessionId> unplaced = new HashSet<>();
    private final Set<LeftOutWeek> leftOut = new HashSet<>();
    private final DemandIndex demanded;

    /** A week in which a session is not held although it is elsewhere in its series. */
    private record LeftOutWeek(SessionId session, Object week) {}

    private DifferenceCauses(DemandIndex demanded) {
        this.demanded = demanded;
    }

    /** @param rules the broken rules of a plan */
    static DifferenceCauses of(Collection<RuleViolation> rules, CheckedPlan plan) {
        var causes = new DifferenceCauses(plan.demanded());
        Set<SessionId> lessons = plan.held().stream()
                .filter(held -> held.lesson() != null)
                .map(CheckedMeeting::id)
                .collect(Collectors.toSet());
        for (RuleViolation rule : rules) {
            List<Object> place = rule.place();
            if (rule.rule().equals("core.unplaced-session") && place.getFirst() instanceof SessionId session) {
                causes.unplaced.add(session);
            } else if (rule.rule().equals("core.lock-kept") && lessons.contains(place.getFirst())) {
                causes.changedLessons.add(place.getFirst());
            } else if (rule.rule().equals("core.room-kind")) {
                causes.otherRooms.add(place.getFirst());
                causes.wrongRooms.add(place);
            } else if (!rule.rule().startsWith("core.") && rule.level() == Level.HARD && place.size() == 1) {
                causes.misplaced.add(place.getFirst());
            }
        }
        return causes;
    }

    /** Returns whether a rule says of a meeting and its room what the rule on kinds of rooms says already: it must have another room anyway. */
    boolean isOfWrongRoom(RuleViolation rule) {
        boolean isOnSuitability = rule.rule().equals("core.room-capacity")
                || (!rule.rule().startsWith("core.") && rule.level() == Level.MEDIUM);
        return isOnSuitability && wrongRooms.stream().anyMatch(rule.place()::containsAll);
    }

    void removeExplained(Set<RuleViolation> differences) {
        removeOtherContent(differences);
        differences.stream()
                .filter(one -> one.rule().equals("core.asked-week"))
                .filter(one -> one.arguments().getFirst() instanceof SessionId)
                .forEach(one -> leftOut.add(new LeftOutWeek(
                        (SessionId) one.arguments().getFirst(), one.arguments().getLast())));
        Set<List<Object>> missingTasks = new HashSet<>();
        differences.stream()
                .filter(one -> one.rule().equals("core.asked-task"))
                .forEach(one -> missingTasks.add(
                        one.arguments().subList(1, one.arguments().size())));
        differences.removeIf(one -> isOfMisplaced(one)
                || isOfChangedLesson(one)
                || (one.rule().equals("core.asked-rooms")
                        && otherRooms.contains(one.place().getFirst()))
                || isOfUnplaced(one)
                || (one.rule().equals("core.required-task") && missingTasks.contains(one.arguments())));
    }

    /**
     * Nobody asks for a meeting of another kind or with other participants, and the one that is asked for is missing. A part of nothing has another id
     * as well.
     */
    private void removeOtherContent(Set<RuleViolation> differences) {
        Set<Object> other = new HashSet<>();
        Set<Object> ofUnknownOrigin = new HashSet<>();
        for (RuleViolation one : differences) {
            Object named = one.place().getFirst();
            if (OF_PARTICIPANTS.contains(one.rule()) || isOf(one, "difference.kind", "difference.intervention")) {
                other.add(named);
            } else if (one.rule().equals("core.unknown-origin")) {
                ofUnknownOrigin.add(named);
            }
        }
        differences.removeIf(one -> {
            Object named = one.place().getFirst();
            boolean isNotAsked = one.rule().equals("core.not-required") && other.contains(named);
            if (isNotAsked && named instanceof SessionId session) {
                unplaced.add(session);
            }
            return isNotAsked || (isOf(one, "difference.id") && ofUnknownOrigin.contains(named));
        });
    }

    /** Returns whether a meeting has another content in one of these properties, and in no other one. */
    private static boolean isOf(RuleViolation difference, String... properties) {
        return difference.rule().equals("core.asked-content")
                && difference.arguments().getLast() instanceof Figure figure
                && figure.value() instanceof List<?> phrases
                && phrases.stream()
                        .allMatch(phrase -> phrase instanceof Phrase one
                                && Set.of(properties).contains(one.key()));
    }

    /** A plugin's hard rule that names a meeting only says that it is not held when it has to be. */
    private boolean isOfMisplaced(RuleViolation difference) {
        return OF_TIME.contains(difference.rule())
                && misplaced.contains(difference.arguments().getFirst());
    }

    private boolean isOfChangedLesson(RuleViolation difference) {
        return OF_LESSON.contains(difference.rule())
                && difference.place().stream().anyMatch(changedLessons::contains);
    }

    /** Returns whether as many sessions of the same participants have no time, or are left out in the week, as meetings are missing. */
    private boolean isOfUnplaced(RuleViolation difference) {
        List<Object> arguments = difference.arguments();
        boolean isInWeek = difference.rule().equals("core.required-in-week");
        if (!isInWeek && !difference.rule().equals("core.required-meetings")) {
            return false;
        }
        Object who = arguments.get(2);
        long dates = unplaced.stream()
                .map(session -> demanded.sessions().get(session))
                .filter(session -> session != null && isFor(session, who, arguments.getFirst()))
                .mapToLong(session -> isInWeek ? countIn(session, arguments.getLast()) : countDates(session))
                .sum();
        long weeks = leftOut.stream()
                .filter(one -> isInWeek && one.week().equals(arguments.getLast()))
                .map(one -> demanded.sessions().get(one.session()))
                .filter(session -> session != null && isFor(session, who, arguments.getFirst()))
                .count();
        return difference.amount() <= dates + weeks;
    }

    /** Returns whether a session has some participants; without participants, whether it has the title. */
    private static boolean isFor(Session session, Object who, Object title) {
        List<Object> participants = Stream.<Object>concat(
                        session.groups().stream().sorted(),
                        session.students().stream().sorted())
                .toList();
        return participants.equals(who)
                && (!participants.isEmpty() || session.title().equals(title));
    }

    private static long countIn(Session session, Object week) {
        return session.times().stream()
                        .anyMatch(time ->
                                week instanceof IsoWeek one && time.weeks().contains(one))
                ? 1
                : 0;
    }

    private static long countDates(Session session) {
        return session.times().stream()
                .mapToLong(time -> time.weeks().size())
                .max()
                .orElse(0);
    }
}
