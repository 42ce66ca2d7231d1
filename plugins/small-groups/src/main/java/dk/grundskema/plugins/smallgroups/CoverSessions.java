package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Adds cover sessions for teachers who are needed elsewhere. For each lesson concerned it adds a session of the kind {@code cover} at the lesson's
 * own time, with one optional seat. While the seat is filled, the teacher is released from the lesson in all of its weeks. Without cover the teacher
 * cannot take the other duty, because nobody may be in two places at once; so a duty that needs cover always has it. Titles are the text
 * {@code title.cover} with the lesson's title.
 */
final class CoverSessions {
    /** Kind of the sessions, first part of their ids, and role of their seat. */
    static final String KIND = "cover";

    private final DemandBuilder draft;
    private final Problem problem;
    private final LessonsByPerson lessons;
    private final PluginTexts texts;
    private final Map<StaffId, Set<MeetingTime>> needed = new LinkedHashMap<>();

    /** @param draft receives the sessions and seats */
    CoverSessions(DemandBuilder draft, Problem problem, LessonsByPerson lessons, PluginTexts texts) {
        this.draft = draft;
        this.problem = problem;
        this.lessons = lessons;
        this.texts = texts;
    }

    /**
     * Adds a cover session for each lesson of a teacher that overlaps some times.
     *
     * @param who   the teacher; call this once per teacher, or with times in different weeks
     * @param times when the teacher may be needed elsewhere
     * @param cover staff members who may take the lessons; if empty, nothing is added
     */
    void add(StaffId who, Collection<MeetingTime> times, List<StaffId> cover) {
        var others = cover.stream().filter(one -> !one.equals(who)).toList();
        for (Lesson lesson : others.isEmpty() ? List.<Lesson>of() : lessons.of(who)) {
            SortedSet<IsoWeek> weeks = overlappingWeeks(lesson, times);
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
                draft.addSeat(KIND, false, others, session);
            }
        }
    }

    /** Registers times at which staff members may be needed elsewhere, for {@link #addNeeded}. */
    void registerNeed(List<StaffId> who, Collection<MeetingTime> times) {
        who.forEach(
                one -> needed.computeIfAbsent(one, any -> new LinkedHashSet<>()).addAll(times));
    }

    /** Adds cover sessions for all registered staff members, see {@link #add}. */
    void addNeeded(List<StaffId> cover) {
        needed.forEach((who, times) -> add(who, times, cover));
    }

    /**
     * Adds the ask that each lesson of a staff member with a role in meetings of a kind is covered during these meetings; reason {@code cover}, at
     * the teacher, the lesson's title, weekday and start.
     *
     * @param kind kind of the meetings
     * @param role role in the meetings
     */
    static void askForCovers(
            FidelityReportBuilder asks,
            String name,
            AskOrigin origin,
            FinishedIntervention finished,
            LessonsByPerson lessons,
            String kind,
            String role) {
        var tally = asks.tally(name, origin, "lessons");
        var covered = finished.meetings(KIND).stream().map(finished::idParts).toList();
        for (Meeting meeting : finished.meetings(kind)) {
            for (StaffId who : FinishedIntervention.staff(meeting, role)) {
                for (Lesson lesson : lessons.overlapping(who, meeting.time())) {
                    var own = List.of(who.value(), lesson.id().value());
                    boolean isCovered = covered.stream().anyMatch(parts -> parts.containsAll(own));
                    MeetingTime time = lesson.time();
                    tally.addPlace(isCovered, asks.reason("cover"), who, lesson.title(), time.weekday(), time.start());
                }
            }
        }
        tally.finish();
    }

    private SortedSet<IsoWeek> overlappingWeeks(Lesson lesson, Collection<MeetingTime> times) {
        var weeks = new TreeSet<IsoWeek>();
        times.stream()
                .filter(time -> MeetingTimeOverlap.overlaps(time, lesson.time()))
                .forEach(time -> weeks.addAll(time.weeks()));
        weeks.retainAll(lesson.time().weeks());
        weeks.removeIf(
                week -> problem.horizon().isClosed(week.date(lesson.time().weekday())));
        return weeks;
    }
}
