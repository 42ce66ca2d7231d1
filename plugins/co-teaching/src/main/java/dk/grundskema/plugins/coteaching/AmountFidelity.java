package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether each class has as many lessons with a co-teacher as the guide asks for, by both of its readings, and as the planner does.
 *
 * @param parameters what was asked for
 * @param finished   what came of it
 * @param why        why something is missing
 */
record AmountFidelity(CoTeachingParameters parameters, FinishedCoTeaching finished, WhyShort why) {
    /** Fewest lessons a week by the guide's overview. Source: guide, chapter 4 (at least 10–14). */
    static final int OVERVIEW_LEAST = 10;

    /** The other end of the guide's overview. Source: guide, chapter 4 (at least 10–14). */
    static final int OVERVIEW_MOST = 14;

    private static final String UNIT = "weekly-minutes";
    private static final int GUIDE_MINUTES = 45;

    List<Ask> asks() {
        return List.of(
                type(Scheme.TYPE_1, "co-teaching.ask.type-1", 10.5),
                type(Scheme.TYPE_2, "co-teaching.ask.type-2", 14.5),
                overview(),
                asAsked(),
                twoAdults());
    }

    private List<FinishedPattern> of(Scheme scheme) {
        return finished.patterns().stream()
                .filter(pattern -> pattern.need().scheme() == scheme)
                .toList();
    }

    private Ask type(Scheme scheme, String code, double lessons) {
        var patterns = of(scheme);
        if (patterns.isEmpty()) {
            return Ask.notApplicable(code, CoTeachingSources.PRACTICE, UNIT, lessons);
        }
        long wanted = (long) Math.floor(lessons * GUIDE_MINUTES);
        return counted(code, CoTeachingSources.PRACTICE, patterns, any -> wanted, lessons);
    }

    /** The overview names one number for both types; its lower end is what all have to reach. */
    private Ask overview() {
        var patterns = finished.patterns().stream()
                .filter(pattern -> pattern.need().scheme() != Scheme.TWO_ALWAYS)
                .toList();
        String code = "co-teaching.ask.overview";
        if (patterns.isEmpty()) {
            return Ask.notApplicable(code, CoTeachingSources.OVERVIEW, UNIT, OVERVIEW_LEAST, OVERVIEW_MOST);
        }
        long wanted = (long) OVERVIEW_LEAST * GUIDE_MINUTES;
        return counted(code, CoTeachingSources.OVERVIEW, patterns, any -> wanted, OVERVIEW_LEAST, OVERVIEW_MOST);
    }

    /** What the planner asks for where that is not the guide's number. */
    private Ask asAsked() {
        var patterns = finished.patterns().stream()
                .filter(pattern -> pattern.need().scheme() != Scheme.TWO_ALWAYS
                        && pattern.isOther(pattern.need().scheme().guideLessons(), parameters))
                .toList();
        String code = "co-teaching.ask.own-minimum";
        return patterns.isEmpty()
                ? Ask.notApplicable(code, Origin.ours(), UNIT)
                : counted(code, Origin.ours(), patterns, FinishedPattern::askedMinutes);
    }

    private Ask counted(
            String code,
            Origin origin,
            List<FinishedPattern> patterns,
            ToLongFunction<FinishedPattern> wanted,
            Object... arguments) {
        var places = new ArrayList<Place>();
        long asked = 0;
        for (FinishedPattern pattern : patterns) {
            long much = wanted.applyAsLong(pattern);
            asked += much;
            long missing = much - pattern.givenMinutes();
            if (missing > 0) {
                places.add(new Place(
                        List.of(
                                pattern.need().groupId(),
                                pattern.weeks().first(),
                                pattern.weeks().last()),
                        missing,
                        why.of(pattern, much)));
            }
        }
        return Ask.counted(code, origin, UNIT, asked, places, arguments);
    }

    /** In a class with two adults always, each lesson has them; those that have two teachers of their own count. */
    private Ask twoAdults() {
        var patterns = of(Scheme.TWO_ALWAYS);
        String code = "co-teaching.ask.two-adults";
        if (patterns.isEmpty()) {
            return Ask.notApplicable(code, CoTeachingSources.FLOENG, "lessons");
        }
        var places = new ArrayList<Place>();
        long asked = 0;
        for (FinishedPattern pattern : patterns) {
            asked += pattern.lessons().size();
            long alone = pattern.lessons().stream()
                    .filter(held -> !held.isCoTaught())
                    .count();
            if (alone > 0) {
                Reason reason = why.of(pattern, pattern.allMinutes());
                places.add(new Place(
                        List.of(
                                pattern.need().groupId(),
                                pattern.weeks().first(),
                                pattern.weeks().last()),
                        alone,
                        reason));
            }
        }
        return Ask.counted(code, CoTeachingSources.FLOENG, "lessons", asked, places);
    }

    /** Whether any lesson has a second room where it is to have one. */
    static boolean hasRoom(HeldLesson held) {
        return held.meeting().extraRoomIds().stream()
                .anyMatch(room -> !held.lesson().extraRoomIds().contains(room));
    }
}
