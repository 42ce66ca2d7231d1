package dk.grundskema.api.imports.systems;

import dk.grundskema.api.imports.source.SourceDays;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.source.SourceTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the data of a FET school file. */
final class FetSchoolReader {
    /** FET's value for a room without a capacity limit. */
    private static final int NO_LIMIT = 30_000;

    private final XmlElement root;
    private final SystemSourceBuilder source;
    private final FetWeek week;
    private final FetStudentSets students;
    private final Map<String, String> together;

    FetSchoolReader(XmlElement root, SystemSourceBuilder source) {
        this.root = root;
        this.source = source;
        this.week = new FetWeek(root, source);
        this.students = new FetStudentSets(root, source);
        this.together = FetActivities.simultaneousGroups(root);
    }

    void read(FetPlacements placed) {
        var never = new FetUnavailability(week, source);
        var away = never.periodsByTeacher(root);
        root.rows("Teachers_List", "Teacher")
                .filter(each -> !each.childText("Name").isEmpty())
                .forEach(each -> source.staff.add(new SourceStaffMember(
                        source.location("teacher " + each.childText("Name")),
                        source.text(each.childText("Name"), "teacher " + each.childText("Name")),
                        longName(each),
                        skills(each),
                        null,
                        null,
                        away.getOrDefault(each.childText("Name"), List.of()))));
        root.rows("Rooms_List", "Room")
                .filter(each -> !each.childText("Name").isEmpty()
                        && !each.childText("Virtual").equals("true"))
                .forEach(this::addRoom);
        never.addRoomPeriods(root);
        readActivities(placed);
    }

    private @Nullable SourceText longName(XmlElement of) {
        String name = of.childText("Long_Name");
        return name.isEmpty() ? null : source.text(name, "teacher " + of.childText("Name"));
    }

    private List<SourceText> skills(XmlElement teacher) {
        return teacher.rows("Qualified_Subjects", "Qualified_Subject")
                .filter(each -> !each.text().isEmpty())
                .map(each -> source.text(each.text(), "teacher " + teacher.childText("Name")))
                .toList();
    }

    private void addRoom(XmlElement room) {
        String where = "room " + room.childText("Name");
        var capacity = parseNumber(room.childText("Capacity")).filter(each -> each < NO_LIMIT);
        String name = room.childText("Long_Name");
        source.rooms.add(new SourceRoom(
                source.location(where),
                source.text(room.childText("Name"), where),
                name.isEmpty() ? null : source.text(name, where),
                null,
                capacity.orElse(null)));
    }

    private static Optional<Integer> parseNumber(String text) {
        return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private void readActivities(FetPlacements placed) {
        Set<String> used = new LinkedHashSet<>();
        var all = FetActivities.activeActivities(root).toList();
        all.forEach(each -> each.childrenNamed("Students").forEach(set -> used.add(set.text())));
        students.addGroups(used);
        boolean anyPlaced = all.stream().anyMatch(each -> placed.hasTime(each.childText("Id")));
        if (!anyPlaced) {
            source.error(
                    "Activities_List", all.isEmpty() ? "import.fet.no-activities" : "import.fet.no-times", all.size());
            return;
        }
        all.forEach(each -> readActivity(each, placed));
        long off = root.rows("Activities_List", "Activity").count() - all.size();
        if (off > 0) {
            source.info("Activities_List", "import.fet.switched-off", off);
        }
    }

    private void readActivity(XmlElement activity, FetPlacements placed) {
        String id = activity.childText("Id");
        String where = "activity " + id;
        var sets = activity.childrenNamed("Students")
                .map(XmlElement::text)
                .filter(each -> !each.isEmpty())
                .toList();
        if (!placed.hasTime(id)) {
            source.warning(where, "import.fet.not-placed", activity.childText("Subject"), sets);
            return;
        }
        var time = placed.time(id);
        var day = week.day(time.day());
        int hour = week.hourIndex(time.hour());
        int count = parseNumber(activity.childText("Duration")).orElse(0);
        if (day.isEmpty() || hour < 0) {
            source.error(where, "import.fet.no-such-time", where, time.day(), time.hour());
        } else if (count < 1 || hour + count > week.hoursPerDay()) {
            source.error(where, "import.fet.duration", activity.childText("Duration"), time.hour());
        } else {
            addLesson(activity, sets, day.orElseThrow(), new SourceTime.Periods(time.hour(), count), placed.rooms(id));
        }
    }

    private void addLesson(
            XmlElement activity,
            List<String> sets,
            SourceDays.Weekly day,
            SourceTime.Periods clock,
            List<String> rooms) {
        String where = "activity " + activity.childText("Id");
        var classes = new LinkedHashSet<String>();
        var courses = new ArrayList<String>();
        for (String set : sets) {
            if (!students.has(set)) {
                source.warning(where, "import.fet.unknown-students", set);
                classes.add(set);
            } else if (students.isPart(set)) {
                courses.add(set);
            } else {
                classes.addAll(students.classesOf(set));
            }
        }
        String subject = activity.childText("Subject");
        source.lessons.add(new SourceLesson(
                source.location(where),
                courses.isEmpty() ? "" : together.getOrDefault(activity.childText("Id"), ""),
                classes.stream().map(each -> source.text(each, where)).toList(),
                courses.stream().map(each -> source.text(each, where)).toList(),
                List.of(),
                activity.childrenNamed("Teacher")
                        .filter(each -> !each.text().isEmpty())
                        .map(each -> source.text(each.text(), where))
                        .toList(),
                subject.isEmpty() ? null : source.text(subject, where),
                rooms.stream().map(each -> source.text(each, where)).toList(),
                day,
                clock,
                !courses.isEmpty(),
                sets.isEmpty(),
                ""));
    }
}
