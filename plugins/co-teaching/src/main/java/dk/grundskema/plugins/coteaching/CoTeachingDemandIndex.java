package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Index of the demand for rules: maps each session to its lesson, class and span. The constructor reads the spans off the session
 * ids, which end with the first week of their span, so that the rules see the same spans as the demand. A {@link ClassPattern}
 * exists only for a class with at least one session in the span.
 */
final class CoTeachingDemandIndex {
    /**
     * A lesson of a class in a span.
     *
     * @param minutes minutes that it adds to a full week
     */
    record SpanLesson(Session session, Lesson lesson, int minutes) {
        SortedSet<IsoWeek> weeks() {
            return session.times().getFirst().weeks();
        }
    }

    /**
     * A class in a span.
     *
     * @param preparation its shared preparation; {@code null} if it has none
     * @param asked       its minimum minutes a week; with two adults always the minutes of all its lessons
     */
    record ClassPattern(
            ClassNeed need,
            PatternSpan span,
            SortedSet<IsoWeek> weeks,
            List<SpanLesson> lessons,
            @Nullable Session preparation,
            long asked,
            int priority) {
        boolean isTwoAlways() {
            return need.scheme() == CoTeachingType.TWO_ALWAYS;
        }

        /** Returns the sessions of its lessons, in order. */
        List<Session> sessions() {
            return lessons.stream().map(SpanLesson::session).toList();
        }
    }

    private final CoTeachingContext context;
    private final List<ClassPattern> patterns = new ArrayList<>();
    private final Map<SessionId, ClassPattern> bySession = new HashMap<>();
    private final Map<SessionId, SpanLesson> taught = new HashMap<>();

    CoTeachingDemandIndex(CoTeachingContext context, Demand demand) {
        this.context = context;
        Map<SessionId, Session> sessions = new HashMap<>();
        // A period in which no class gets anything appears in no lesson's id, but still ends the span before it.
        var starts = PatternSpan.cutWeeks(context.parameters().periods());
        for (Session session : demand.sessions()) {
            sessions.put(session.id(), session);
            if (session.lesson() != null) {
                String id = session.id().value();
                starts.add(IsoWeek.parse(id.substring(id.lastIndexOf('/') + 1)));
            }
        }
        var spans = PatternSpan.cutAt(starts, PatternSpan.wholeIntervention(context.parameters(), context.problem()));
        for (ClassNeed need : context.parameters().classes()) {
            spans.forEach(span -> addPattern(need, span, sessions));
        }
    }

    private void addPattern(ClassNeed need, PatternSpan span, Map<SessionId, Session> sessions) {
        var weeks = context.weeks(need, span);
        var lessons = new ArrayList<SpanLesson>();
        for (Lesson lesson : context.eligible(need)) {
            Session session = sessions.get(CoTeachingExpansion.lessonId(context, lesson, span));
            if (session != null) {
                // A change may leave only the weeks to come of a plan in use; a full week then has as many minutes as
                // before.
                var held = context.weeks(lesson, weeks);
                lessons.add(new SpanLesson(session, lesson, context.minutesAWeek(lesson, held, weeks)));
            }
        }
        if (lessons.isEmpty()) {
            return;
        }
        long all = lessons.stream().mapToLong(SpanLesson::minutes).sum();
        long asked = need.scheme() == CoTeachingType.TWO_ALWAYS ? all : context.askedMinutes(need, span);
        Session preparation = sessions.get(PreparationDemand.id(context, need, span));
        var pattern = new ClassPattern(need, span, weeks, lessons, preparation, asked, context.need(need, span));
        patterns.add(pattern);
        lessons.forEach(one -> {
            bySession.put(one.session().id(), pattern);
            taught.put(one.session().id(), one);
        });
        if (preparation != null) {
            bySession.put(preparation.id(), pattern);
        }
    }

    CoTeachingContext context() {
        return context;
    }

    List<ClassPattern> patterns() {
        return patterns;
    }

    /** Returns the class and span of a lesson or preparation of this intervention; {@code null} for other sessions. */
    @Nullable
    ClassPattern patternOf(Session session) {
        return bySession.get(session.id());
    }

    /** Returns the lesson of a session; {@code null} if the session is not of this intervention. */
    @Nullable
    SpanLesson findLesson(Session session) {
        return taught.get(session.id());
    }

    /** Returns the lesson of a session of this intervention. */
    SpanLesson requireLesson(Session session) {
        return Objects.requireNonNull(taught.get(session.id()));
    }

    /** Returns the spans that have a pattern. */
    List<PatternSpan> spans() {
        return patterns.stream().map(ClassPattern::span).distinct().toList();
    }
}
