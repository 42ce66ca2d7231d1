package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference.LessonPair;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats what a change does to the school's own timetable.
 *
 * @param texts      texts in one language
 * @param problem    problem before the change
 * @param changed    problem after the change
 * @param difference difference of the two
 */
public record SchoolTimetableFormatter(
        Texts texts, Problem problem, Problem changed, SchoolTimetableDifference difference) {
    /** Lessons and names that are listed one by one. */
    private static final int MOST_LINES = 20;

    /** Returns the lines: counts first, then single lessons and new names. Empty if nothing differs. */
    public List<String> lines() {
        if (difference.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(texts.text(
                "school-timetable.summary",
                difference.countMoved(),
                difference.countOtherTeachers(),
                difference.countOtherRooms(),
                difference.added().size(),
                difference.ended().size()));
        addNames(lines, "school-timetable.new-staff", difference.newStaff(), StaffMember::name);
        addNames(lines, "school-timetable.new-rooms", difference.newRooms(), Room::name);
        addNames(lines, "school-timetable.new-groups", difference.newGroups(), Group::name);
        List<String> single = Stream.of(
                        difference.pairs().stream().map(this::pairText),
                        difference.added().stream().map(one -> lessonText("school-timetable.added", changed, one)),
                        difference.ended().stream().map(one -> lessonText("school-timetable.ended", problem, one)))
                .flatMap(Function.identity())
                .toList();
        lines.addAll(single.subList(0, Math.min(MOST_LINES, single.size())));
        if (single.size() > MOST_LINES) {
            lines.add(texts.text("school-timetable.more", single.size() - MOST_LINES));
        }
        return lines;
    }

    private <T> void addNames(List<String> lines, String key, List<T> all, Function<T, String> name) {
        if (!all.isEmpty()) {
            String names = all.stream().limit(MOST_LINES).map(name).collect(Collectors.joining(", "));
            lines.add(texts.text(key, all.size(), names + (all.size() > MOST_LINES ? ", …" : "")));
        }
    }

    private String pairText(LessonPair pair) {
        var parts = new ArrayList<String>();
        if (pair.isMoved()) {
            parts.add(texts.text(
                    "school-timetable.to-time",
                    pair.after().time().weekday(),
                    pair.after().time().start(),
                    pair.after().time().end()));
        }
        if (pair.hasOtherTeachers()) {
            parts.add(texts.text("school-timetable.with", names(teachers(changed, pair.after()))));
        }
        if (pair.hasOtherRooms()) {
            parts.add(texts.text("school-timetable.in-room", names(rooms(changed, pair.after()))));
        }
        if (parts.isEmpty()) {
            parts.add(texts.text("school-timetable.otherwise"));
        }
        return texts.text(
                "school-timetable.pair",
                title(problem, pair.before()),
                pair.before().time().weekday(),
                pair.before().time().start(),
                String.join(", ", parts),
                firstDate(pair.after()));
    }

    private String lessonText(String key, Problem of, Lesson lesson) {
        return texts.text(
                key,
                title(of, lesson),
                lesson.time().weekday(),
                lesson.time().start(),
                lesson.time().end(),
                firstDate(lesson));
    }

    private static LocalDate firstDate(Lesson lesson) {
        IsoWeek first = lesson.time().weeks().first();
        return lesson.time().date(first);
    }

    private String names(Collection<String> names) {
        return names.isEmpty() ? texts.text("school-timetable.nobody") : String.join(", ", names);
    }

    private static List<String> teachers(Problem problem, Lesson lesson) {
        return lesson.teachers().stream()
                .flatMap(id -> problem.staffMember(id).stream())
                .map(StaffMember::name)
                .toList();
    }

    private static List<String> rooms(Problem problem, Lesson lesson) {
        return lesson.rooms().stream()
                .flatMap(id -> problem.room(id).stream())
                .map(Room::name)
                .toList();
    }

    /** Returns the title with the classes that it does not name. */
    private static String title(Problem problem, Lesson lesson) {
        String groups = lesson.groupIds().stream()
                .flatMap(id -> problem.group(id).stream())
                .map(Group::name)
                .filter(name -> !lesson.title().contains(name))
                .collect(Collectors.joining(", "));
        return groups.isEmpty() ? lesson.title() : lesson.title() + " (" + groups + ")";
    }
}
