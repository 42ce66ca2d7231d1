package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Assesses whether each class has as many lessons with a co-teacher as the guide asks for, by both of its readings, and as the
 * planner requests.
 *
 * @param parameters the parameters
 * @param finished   the finished co-teaching
 * @param why        explains shortages
 */
record AmountFidelity(CoTeachingParameters parameters, FinishedCoTeaching finished, ShortageExplainer why) {
    /** Fewest lessons a week by the guide's overview. Source: guide, chapter 4 (at least 10–14). */
    static final int OVERVIEW_LEAST = 10;

    /** Upper end of the guide's overview. Source: guide, chapter 4 (at least 10–14). */
    static final int OVERVIEW_MOST = 14;

    private static final String UNIT = "weekly-minutes";
    private static final int GUIDE_MINUTES = 45;

    List<Ask> asks() {
        return List.of(
                schemeAsk(CoTeachingType.TYPE_1, "co-teaching.ask.type-1", 10.5),
                schemeAsk(CoTeachingType.TYPE_2, "co-teaching.ask.type-2", 14.5),
                overviewAsk(),
                requestedAsk(),
                twoAdults());
    }

    private List<FinishedPattern> patternsOf(CoTeachingType scheme) {
        return finished.patterns().stream()
                .filter(pattern -> pattern.need().scheme() == scheme)
                .toList();
    }

    private Ask schemeAsk(CoTeachingType scheme, String code, double lessons) {
        var patterns = patternsOf(scheme);
        if (patterns.isEmpty()) {
            return Ask.notApplicable(code, CoTeachingOrigins.PRACTICE, UNIT, lessons);
        }
        long wanted = (long) Math.floor(lessons * GUIDE_MINUTES);
        return countedAsk(code, CoTeachingOrigins.PRACTICE, patterns, any -> wanted, lessons);
    }

    /** The overview names one range for both types; all classes must reach its lower end. */
    private Ask overviewAsk() {
        var patterns = finished.patterns().stream()
                .filter(pattern -> pattern.need().scheme() != CoTeachingType.TWO_ALWAYS)
                .toList();
        String code = "co-teaching.ask.overview";
        if (patterns.isEmpty()) {
            return Ask.notApplicable(code, CoTeachingOrigins.OVERVIEW, UNIT, OVERVIEW_LEAST, OVERVIEW_MOST);
        }
        long wanted = (long) OVERVIEW_LEAST * GUIDE_MINUTES;
        return countedAsk(code, CoTeachingOrigins.OVERVIEW, patterns, any -> wanted, OVERVIEW_LEAST, OVERVIEW_MOST);
    }

    /** The planner's number where it differs from the guide's. */
    private Ask requestedAsk() {
        var patterns = finished.patterns().stream()
                .filter(pattern -> pattern.need().scheme() != CoTeachingType.TWO_ALWAYS
                        && pattern.isOtherThanGuide(pattern.need().scheme().guideLessons(), parameters))
                .toList();
        String code = "co-teaching.ask.own-minimum";
        return patterns.isEmpty()
                ? Ask.notApplicable(code, AskOrigin.productDefault(), UNIT)
                : countedAsk(code, AskOrigin.productDefault(), patterns, FinishedPattern::askedMinutes);
    }

    private Ask countedAsk(
            String code,
            AskOrigin origin,
            List<FinishedPattern> patterns,
            ToLongFunction<FinishedPattern> wanted,
            Object... arguments) {
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (FinishedPattern pattern : patterns) {
            long much = wanted.applyAsLong(pattern);
            asked += much;
            long missing = much - pattern.givenMinutes();
            if (missing > 0) {
                places.add(new Shortfall(
                        List.of(
                                pattern.need().groupId(),
                                pattern.weeks().first(),
                                pattern.weeks().last()),
                        missing,
                        why.explain(pattern, much)));
            }
        }
        return Ask.counted(code, origin, UNIT, asked, places, arguments);
    }

    /** In a class with two adults always, each lesson has two; lessons with two teachers of their own count. */
    private Ask twoAdults() {
        var patterns = patternsOf(CoTeachingType.TWO_ALWAYS);
        String code = "co-teaching.ask.two-adults";
        if (patterns.isEmpty()) {
            return Ask.notApplicable(code, CoTeachingOrigins.FLOENG, "lessons");
        }
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (FinishedPattern pattern : patterns) {
            asked += pattern.lessons().size();
            long alone = pattern.lessons().stream()
                    .filter(held -> !held.isCoTaught())
                    .count();
            if (alone > 0) {
                Reason reason = why.explain(pattern, pattern.allMinutes());
                places.add(new Shortfall(
                        List.of(
                                pattern.need().groupId(),
                                pattern.weeks().first(),
                                pattern.weeks().last()),
                        alone,
                        reason));
            }
        }
        return Ask.counted(code, CoTeachingOrigins.FLOENG, "lessons", asked, places);
    }

    /** Returns whether a lesson has the second room that it needs. */
    static boolean hasRoom(HeldLesson held) {
        return held.meeting().extraRoomIds().stream()
                .anyMatch(room -> !held.lesson().extraRoomIds().contains(room));
    }
}
