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

/** What rules have to know of the demand: which session is which lesson of which class in which weeks. */
final class AskedFor {
    /**
     * A lesson of a class in a span.
     *
     * @param minutes what it adds to a full week
     */
    record Taught(Session session, Lesson lesson, int minutes) {
        SortedSet<IsoWeek> weeks() {
            return session.times().getFirst().weeks();
        }
    }

    /**
     * A class in a span.
     *
     * @param preparation its shared preparation; {@code null} if it has none
     * @param asked       minutes a week that it is to have at least; with two adults always all of its lessons'
     */
    record Pattern(
            ClassNeed need,
            Span span,
            SortedSet<IsoWeek> weeks,
            List<Taught> lessons,
            @Nullable Session preparation,
            long asked,
            int priority) {
        boolean isTwoAlways() {
            return need.scheme() == Scheme.TWO_ALWAYS;
        }

        /** The sessions of its lessons, in order. */
        List<Session> sessions() {
            return lessons.stream().map(Taught::session).toList();
        }
    }

    private final CoTeachingFrame frame;
    private final List<Pattern> patterns = new ArrayList<>();
    private final Map<SessionId, Pattern> bySession = new HashMap<>();
    private final Map<SessionId, Taught> taught = new HashMap<>();

    AskedFor(CoTeachingFrame frame, Demand demand) {
        this.frame = frame;
        Map<SessionId, Session> sessions = new HashMap<>();
        // No lesson's id names a period in which no class gets anything, and yet the span before it has ended.
        var starts = Span.cuts(frame.parameters().periods());
        for (Session session : demand.sessions()) {
            sessions.put(session.id(), session);
            if (session.lesson() != null) {
                String id = session.id().value();
                starts.add(IsoWeek.parse(id.substring(id.lastIndexOf('/') + 1)));
            }
        }
        var spans = Span.cutAt(starts, Span.whole(frame.parameters(), frame.problem()));
        for (ClassNeed need : frame.parameters().classes()) {
            spans.forEach(span -> add(need, span, sessions));
        }
    }

    private void add(ClassNeed need, Span span, Map<SessionId, Session> sessions) {
        var weeks = frame.weeks(need, span);
        var lessons = new ArrayList<Taught>();
        for (Lesson lesson : frame.eligible(need)) {
            Session session = sessions.get(CoTeachingExpansion.lessonId(frame, lesson, span));
            if (session != null) {
                var held = session.times().getFirst().weeks();
                lessons.add(new Taught(session, lesson, frame.minutesAWeek(lesson, held, weeks)));
            }
        }
        if (lessons.isEmpty()) {
            return;
        }
        long all = lessons.stream().mapToLong(Taught::minutes).sum();
        long asked = need.scheme() == Scheme.TWO_ALWAYS ? all : frame.askedMinutes(need, span);
        Session preparation = sessions.get(PreparationDemand.id(frame, need, span));
        var pattern = new Pattern(need, span, weeks, lessons, preparation, asked, frame.need(need, span));
        patterns.add(pattern);
        lessons.forEach(one -> {
            bySession.put(one.session().id(), pattern);
            taught.put(one.session().id(), one);
        });
        if (preparation != null) {
            bySession.put(preparation.id(), pattern);
        }
    }

    CoTeachingFrame frame() {
        return frame;
    }

    List<Pattern> patterns() {
        return patterns;
    }

    /** The class and span of a lesson or preparation of this intervention; {@code null} if the session is none. */
    @Nullable
    Pattern pattern(Session session) {
        return bySession.get(session.id());
    }

    /** The lesson that a session is; {@code null} if it is none of this intervention. */
    @Nullable
    Taught taught(Session session) {
        return taught.get(session.id());
    }

    /** The lesson that a session of this intervention is. */
    Taught lesson(Session session) {
        return Objects.requireNonNull(taught.get(session.id()));
    }

    /** The spans that have any pattern. */
    List<Span> spans() {
        return patterns.stream().map(Pattern::span).distinct().toList();
    }
}
