package dk.grundskema.solver.ledger;

import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the weeks of students. */
final class StudentWeekCollector {
    private static final class Page {
        final Map<String, SupportTotal> support = new HashMap<>();
        final Map<List<Object>, AffectedLesson> touched = new LinkedHashMap<>();
    }

    private final Problem problem;
    private final OrdinaryLessons ordinary;
    private final List<String> types;
    private final Map<StudentId, Map<IsoWeek, Page>> pages = new HashMap<>();

    /** @param types ids of intervention types in the order in which they are listed */
    StudentWeekCollector(Problem problem, OrdinaryLessons ordinary, List<String> types) {
        this.problem = problem;
        this.ordinary = ordinary;
        this.types = types;
    }

    void addSupport(StudentId student, IsoWeek week, SupportTotal support) {
        page(student, week).support.merge(support.type(), support, SupportTotal::plus);
    }

    /** Merges several meetings on the same lesson of a date, such as modules of a camp, into one entry. */
    void addAffectedLesson(StudentId student, AffectedLesson touched) {
        List<Object> key = List.of(touched.date(), touched.lesson(), touched.intervention(), touched.how());
        page(student, IsoWeek.of(touched.date()))
                .touched
                .merge(key, touched, (one, more) -> one.plusMinutes(more.minutes()));
    }

    private Page page(StudentId student, IsoWeek week) {
        return pages.computeIfAbsent(student, any -> new TreeMap<>()).computeIfAbsent(week, any -> new Page());
    }

    /** Returns the weeks of all students who take part in an intervention. */
    List<StudentWeek> studentWeeks() {
        var lines = new ArrayList<StudentWeek>();
        for (Student student : problem.students()) {
            var weeks = pages.get(student.id());
            if (weeks != null) {
                problem.horizon().allWeeks().forEach(week -> add(student.id(), week, weeks.get(week), lines));
            }
        }
        return lines;
    }

    private void add(StudentId student, IsoWeek week, @Nullable Page page, List<StudentWeek> lines) {
        int lessons = 0;
        long minutes = 0;
        for (DayOfWeek weekday : DayOfWeek.values()) {
            for (Lesson lesson : ordinary.lessons(student, week.date(weekday))) {
                lessons++;
                minutes +=
                        lesson.time().interval(week, problem.horizon().zone()).minutes();
            }
        }
        if (page != null || lessons > 0) {
            Page filled = page == null ? new Page() : page;
            lines.add(new StudentWeek(
                    student,
                    week,
                    lessons,
                    minutes,
                    filled.touched.values().stream()
                            .sorted(Comparator.comparing(AffectedLesson::date))
                            .toList(),
                    types.stream()
                            .map(filled.support::get)
                            .filter(Objects::nonNull)
                            .toList()));
        }
    }
}
