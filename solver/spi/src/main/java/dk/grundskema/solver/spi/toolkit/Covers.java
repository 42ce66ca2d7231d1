package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lessons that somebody takes for a teacher who is needed elsewhere meanwhile: for each such lesson a session of the kind {@code cover} at the lesson's
 * own time, with one optional seat. While it is filled the teacher is free of the lesson in all of its weeks; without it the teacher can't be elsewhere,
 * for nobody is in two places at once. So a duty that needs a cover has one. Titles are the text {@code title.cover}, with the lesson's title.
 */
public final class Covers {
    /** Kind of such sessions, first part of their ids, and role of their seat. */
    public static final String KIND = "cover";

    private final DemandDraft draft;
    private final Problem problem;
    private final OwnLessons lessons;
    private final PluginTexts texts;
    private final Map<StaffId, Set<MeetingTime>> needed = new LinkedHashMap<>();

    /** @param draft takes the sessions and seats */
    public Covers(DemandDraft draft, Problem problem, OwnLessons lessons, PluginTexts texts) {
        this.draft = draft;
        this.problem = problem;
        this.lessons = lessons;
        this.texts = texts;
    }

    /**
     * Adds a cover for each lesson of a teacher that is in the way of some times.
     *
     * @param who   whose lessons; call this once for each teacher, or with times in different weeks
     * @param times when the teacher may be needed elsewhere
     * @param cover who may take the lessons; empty means nobody, and then nothing is added
     */
    public void add(StaffId who, Collection<MeetingTime> times, List<StaffId> cover) {
        var others = cover.stream().filter(one -> !one.equals(who)).toList();
        for (Lesson lesson : others.isEmpty() ? List.<Lesson>of() : lessons.of(who)) {
            SortedSet<IsoWeek> weeks = weeks(lesson, times);
            if (!weeks.isEmpty()) {
                MeetingTime own = lesson.time();
                var room = lesson.roomId() == null
                        ? null
                        : problem.room(lesson.roomId()).orElse(null);
                var site = lesson.site() == null && room != null ? room.site() : lesson.site();
                var session = draft.add(draft.sessionAt(
                                site, KIND, texts.text("title.cover", lesson.title()), who, lesson.id(), weeks.first())
                        .at(new MeetingTime(weeks, own.weekday(), own.start(), own.end()))
                        .required(false)
                        .relief(new Relief(who, lesson.id(), weeks)));
                draft.seat(KIND, false, others, session);
            }
        }
    }

    /** Remembers that people may be needed elsewhere at some times, for {@link #addAll}. */
    public void need(List<StaffId> who, Collection<MeetingTime> times) {
        who.forEach(
                one -> needed.computeIfAbsent(one, any -> new LinkedHashSet<>()).addAll(times));
    }

    /** Adds, for each who may be needed elsewhere, a cover for each lesson that is in the way then, see {@link #add}. */
    public void addAll(List<StaffId> cover) {
        needed.forEach((who, times) -> add(who, times, cover));
    }

    /**
     * Asks that somebody takes each lesson of whoever has a role in meetings of a kind meanwhile; reason {@code cover}, at the teacher, the lesson's
     * title, weekday and start.
     *
     * @param kind which meetings
     * @param role who in them
     */
    public static void ask(
            Asks asks, String name, Origin origin, Finished finished, OwnLessons lessons, String kind, String role) {
        var tally = asks.tally(name, origin, "lessons");
        var covered = finished.meetings(KIND).stream().map(finished::parts).toList();
        for (Meeting meeting : finished.meetings(kind)) {
            for (StaffId who : Finished.staff(meeting, role)) {
                for (Lesson lesson : lessons.inTheWay(who, meeting.time())) {
                    var own = List.of(who.value(), lesson.id().value());
                    boolean isCovered = covered.stream().anyMatch(parts -> parts.containsAll(own));
                    MeetingTime time = lesson.time();
                    tally.at(isCovered, asks.why("cover"), who, lesson.title(), time.weekday(), time.start());
                }
            }
        }
        tally.done();
    }

    private SortedSet<IsoWeek> weeks(Lesson lesson, Collection<MeetingTime> times) {
        var weeks = new TreeSet<IsoWeek>();
        times.stream()
                .filter(time -> Overlaps.overlap(time, lesson.time()))
                .forEach(time -> weeks.addAll(time.weeks()));
        weeks.retainAll(lesson.time().weeks());
        weeks.removeIf(
                week -> problem.horizon().isClosed(week.date(lesson.time().weekday())));
        return weeks;
    }
}
