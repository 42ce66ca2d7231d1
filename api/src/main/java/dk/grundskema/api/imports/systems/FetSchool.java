package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.Clock;
import dk.grundskema.api.imports.source.Days;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourcePerson;
import dk.grundskema.api.imports.source.SourceRoom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a school's file of FET holds. */
final class FetSchool {
    /** What FET writes for a room that holds everybody. */
    private static final int NO_LIMIT = 30_000;

    private final Element root;
    private final Notebook notes;
    private final FetWeek week;
    private final FetStudents students;
    private final Map<String, String> together;

    FetSchool(Element root, Notebook notes) {
        this.root = root;
        this.notes = notes;
        this.week = new FetWeek(root, notes);
        this.students = new FetStudents(root, notes);
        this.together = FetActivities.together(root);
    }

    void read(FetPlaces placed) {
        var never = new FetNever(week, notes);
        var away = never.teachers(root);
        root.rows("Teachers_List", "Teacher")
                .filter(each -> !each.value("Name").isEmpty())
                .forEach(each -> notes.staff.add(new SourcePerson(
                        notes.at("teacher " + each.value("Name")),
                        notes.said(each.value("Name"), "teacher " + each.value("Name")),
                        longName(each),
                        skills(each),
                        null,
                        null,
                        away.getOrDefault(each.value("Name"), List.of()))));
        root.rows("Rooms_List", "Room")
                .filter(each ->
                        !each.value("Name").isEmpty() && !each.value("Virtual").equals("true"))
                .forEach(this::room);
        never.others(root);
        activities(placed);
    }

    private @Nullable Said longName(Element of) {
        String name = of.value("Long_Name");
        return name.isEmpty() ? null : notes.said(name, "teacher " + of.value("Name"));
    }

    private List<Said> skills(Element teacher) {
        return teacher.rows("Qualified_Subjects", "Qualified_Subject")
                .filter(each -> !each.text().isEmpty())
                .map(each -> notes.said(each.text(), "teacher " + teacher.value("Name")))
                .toList();
    }

    private void room(Element room) {
        String where = "room " + room.value("Name");
        var capacity = number(room.value("Capacity")).filter(each -> each < NO_LIMIT);
        String name = room.value("Long_Name");
        notes.rooms.add(new SourceRoom(
                notes.at(where),
                notes.said(room.value("Name"), where),
                name.isEmpty() ? null : notes.said(name, where),
                null,
                capacity.orElse(null)));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private void activities(FetPlaces placed) {
        Set<String> used = new LinkedHashSet<>();
        var all = FetActivities.of(root).toList();
        all.forEach(each -> each.all("Students").forEach(set -> used.add(set.text())));
        students.note(used);
        boolean anyPlaced = all.stream().anyMatch(each -> placed.hasTime(each.value("Id")));
        if (!anyPlaced) {
            notes.error(
                    "Activities_List", all.isEmpty() ? "import.fet.no-activities" : "import.fet.no-times", all.size());
            return;
        }
        all.forEach(each -> activity(each, placed));
        long off = root.rows("Activities_List", "Activity").count() - all.size();
        if (off > 0) {
            notes.info("Activities_List", "import.fet.switched-off", off);
        }
    }

    private void activity(Element activity, FetPlaces placed) {
        String id = activity.value("Id");
        String where = "activity " + id;
        var sets = activity.all("Students")
                .map(Element::text)
                .filter(each -> !each.isEmpty())
                .toList();
        if (!placed.hasTime(id)) {
            notes.warning(where, "import.fet.not-placed", activity.value("Subject"), sets);
            return;
        }
        var time = placed.time(id);
        var day = week.day(time.day());
        int hour = week.hour(time.hour());
        int count = number(activity.value("Duration")).orElse(0);
        if (day.isEmpty() || hour < 0) {
            notes.error(where, "import.fet.no-such-time", where, time.day(), time.hour());
        } else if (count < 1 || hour + count > week.hoursADay()) {
            notes.error(where, "import.fet.duration", activity.value("Duration"), time.hour());
        } else {
            lesson(activity, sets, day.orElseThrow(), new Clock.Periods(time.hour(), count), placed.rooms(id));
        }
    }

    private void lesson(Element activity, List<String> sets, Days.Weekly day, Clock.Periods clock, List<String> rooms) {
        String where = "activity " + activity.value("Id");
        var classes = new LinkedHashSet<String>();
        var courses = new ArrayList<String>();
        for (String set : sets) {
            if (!students.has(set)) {
                notes.warning(where, "import.fet.unknown-students", set);
                classes.add(set);
            } else if (students.isPart(set)) {
                courses.add(set);
            } else {
                classes.addAll(students.classesOf(set));
            }
        }
        String subject = activity.value("Subject");
        notes.lessons.add(new SourceLesson(
                notes.at(where),
                courses.isEmpty() ? "" : together.getOrDefault(activity.value("Id"), ""),
                classes.stream().map(each -> notes.said(each, where)).toList(),
                courses.stream().map(each -> notes.said(each, where)).toList(),
                List.of(),
                activity.all("Teacher")
                        .filter(each -> !each.text().isEmpty())
                        .map(each -> notes.said(each.text(), where))
                        .toList(),
                subject.isEmpty() ? null : notes.said(subject, where),
                rooms.stream().map(each -> notes.said(each, where)).toList(),
                day,
                clock,
                !courses.isEmpty(),
                sets.isEmpty(),
                ""));
    }
}
