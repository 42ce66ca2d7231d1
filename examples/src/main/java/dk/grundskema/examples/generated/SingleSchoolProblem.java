package dk.grundskema.examples.generated;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracts one school of a generated municipality as a problem of its own: its interventions, lessons, students, groups and
 * rooms. Meetings of shared staff at other schools in the whole plan become busy time there, so that their hours and travel are
 * as fixed as in the whole.
 */
public final class SingleSchoolProblem {
    private final Problem whole;
    private final String prefix;

    private SingleSchoolProblem(Problem whole, SiteId school) {
        this.whole = whole;
        this.prefix = school.value() + "/";
    }

    /**
     * Returns the problem of one school.
     *
     * @param whole  a generated municipality
     * @param plan   plan of the whole
     * @param school the school
     */
    public static Problem extract(Problem whole, Timetable plan, SiteId school) {
        return new SingleSchoolProblem(whole, school).build(plan);
    }

    private Problem build(Timetable plan) {
        var lessons = new ArrayList<>(
                whole.lessons().stream().filter(one -> isOwn(one.id().value())).toList());
        lessons.addAll(meetingsElsewhere(plan));
        return new Problem(
                whole.version(),
                whole.title(),
                whole.language(),
                whole.horizon(),
                whole.sites(),
                whole.travel(),
                whole.rooms().stream().filter(one -> isOwn(one.id().value())).toList(),
                whole.schools(),
                whole.staff().stream()
                        .filter(one -> isOwn(one.id().value()) || isShared(one.id()))
                        .toList(),
                whole.students().stream().filter(one -> isOwn(one.id().value())).toList(),
                whole.groups().stream().filter(one -> isOwn(one.id().value())).toList(),
                lessons,
                whole.work(),
                whole.support(),
                whole.interventions().stream()
                        .filter(one -> isOwn(one.id().value()))
                        .toList(),
                List.of(),
                List.of(),
                whole.weights(),
                List.of());
    }

    private boolean isOwn(String id) {
        return id.startsWith(prefix);
    }

    private static boolean isShared(StaffId person) {
        return person.value().indexOf('/') < 0;
    }

    /** Returns the meetings of shared staff at other schools. */
    private List<Lesson> meetingsElsewhere(Timetable plan) {
        var busy = new ArrayList<Lesson>();
        for (Meeting meeting : plan.meetings()) {
            List<StaffId> shared = meeting.seats().stream()
                    .map(MeetingSeat::staffId)
                    .filter(who -> who != null && isShared(who))
                    .distinct()
                    .toList();
            if (!isOwn(meeting.interventionId().value()) && !shared.isEmpty()) {
                busy.add(new Lesson(
                        new LessonId("busy-" + busy.size()),
                        meeting.title(),
                        "",
                        Lesson.Kind.BUSY,
                        meeting.time(),
                        siteOf(meeting),
                        null,
                        List.of(),
                        List.of(),
                        false,
                        List.of(),
                        shared));
            }
        }
        return busy;
    }

    /** Returns the site of a meeting: the ids of interventions begin with their school's id. */
    private static SiteId siteOf(Meeting meeting) {
        String intervention = meeting.interventionId().value();
        return new SiteId(intervention.substring(0, intervention.indexOf('/')));
    }
}
