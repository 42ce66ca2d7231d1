package dk.grundskema.solver.ledger;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Collects the weeks of staff members. */
final class StaffWeekCollector {
    private final Problem problem;
    private final List<String> types;
    private final Map<StaffId, Map<IsoWeek, Map<String, StaffWeek.Work>>> pages = new HashMap<>();

    /** @param types ids of intervention types in the order in which they are listed */
    StaffWeekCollector(Problem problem, List<String> types) {
        this.problem = problem;
        this.types = types;
    }

    void addWork(StaffId who, IsoWeek week, String type, long minutes, Workload workload) {
        add(
                who,
                week,
                new StaffWeek.Work(type, minutes, workload.preparationMinutes(), workload.countedMinutes(minutes), 0));
    }

    void addTask(StaffId who, IsoWeek week, String type) {
        add(who, week, new StaffWeek.Work(type, 0, 0, 0, 1));
    }

    private void add(StaffId who, IsoWeek week, StaffWeek.Work work) {
        pages.computeIfAbsent(who, any -> new TreeMap<>())
                .computeIfAbsent(week, any -> new HashMap<>())
                .merge(work.type(), work, StaffWeek.Work::plus);
    }

    /** Returns the weeks of all staff members with work. */
    List<StaffWeek> staffWeeks() {
        Map<StaffId, Map<IsoWeek, Long>> taught = lessonMinutes();
        var lines = new ArrayList<StaffWeek>();
        for (StaffMember person : problem.staff()) {
            pages.getOrDefault(person.id(), Map.of())
                    .forEach((week, work) -> lines.add(new StaffWeek(
                            person.id(),
                            week,
                            taught.getOrDefault(person.id(), Map.of()).getOrDefault(week, 0L),
                            types.stream()
                                    .map(work::get)
                                    .filter(Objects::nonNull)
                                    .toList())));
        }
        return lines;
    }

    private Map<StaffId, Map<IsoWeek, Long>> lessonMinutes() {
        Map<StaffId, Map<IsoWeek, Long>> taught = new HashMap<>();
        for (Lesson lesson : problem.lessons()) {
            for (IsoWeek week :
                    lesson.kind() == Lesson.Kind.TEACHING ? lesson.time().weeks() : List.<IsoWeek>of()) {
                if (!problem.horizon().isClosed(lesson.time().date(week))) {
                    long minutes = lesson.time()
                            .interval(week, problem.horizon().zone())
                            .minutes();
                    lesson.teachers()
                            .forEach(who -> taught.computeIfAbsent(who, any -> new HashMap<>())
                                    .merge(week, minutes, Long::sum));
                }
            }
        }
        return taught;
    }
}
