package dk.grundskema.api.imports.systems.fet;

import dk.grundskema.api.imports.source.ReadingHints;
import dk.grundskema.api.imports.source.SourceLesson;
import dk.grundskema.api.imports.source.SourceRoom;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;
import dk.grundskema.api.imports.systems.file.SystemSourceBuilder;
import dk.grundskema.api.imports.systems.file.XmlElement;
import dk.grundskema.domain.place.Room;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the data of a FET school file. */
final class FetSchoolReader {
    private final XmlElement root;
    private final SystemSourceBuilder source;
    private final FetWeek week;
    private final List<XmlElement> activities;
    private final FetStudentSets students;
    private final Map<String, String> together;
    private final Set<String> virtualRooms;
    private final List<String> withoutRealRoom = new ArrayList<>();
    private final List<String> unplaced = new ArrayList<>();
    private final List<String> misplaced = new ArrayList<>();
    private final Set<String> unknownStudents = new LinkedHashSet<>();

    FetSchoolReader(XmlElement root, ReadingHints hints, SystemSourceBuilder source) {
        this.root = root;
        this.source = source;
        this.week = new FetWeek(root, hints, source);
        this.activities = FetActivities.activeActivities(root).toList();
        this.students = new FetStudentSets(root, activities, source);
        this.virtualRooms = root.rows("Rooms_List", "Room")
                .filter(FetSchoolReader::isVirtual)
                .map(each -> each.childText("Name"))
                .collect(Collectors.toSet());
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
                .filter(each -> !each.childText("Name").isEmpty() && !isVirtual(each))
                .forEach(this::addRoom);
        never.addRoomPeriods(root);
        never.report();
        readActivities(placed);
    }

    private static boolean isVirtual(XmlElement room) {
        return room.childText("Virtual").equals("true");
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
        var capacity = parseNumber(room.childText("Capacity")).filter(each -> each > 0 && each <= Room.MOST_CAPACITY);
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
        Set<String> parts = new LinkedHashSet<>();
        activities.forEach(each -> parts.addAll(students.audience(each).parts()));
        students.addGroups(parts, source);
        activities.forEach(each -> readActivity(each, placed));
        reportUnplaced();
        long off = root.rows("Activities_List", "Activity").count() - activities.size();
        if (off > 0) {
            source.info("Activities_List", "import.fet.switched-off", off);
        }
    }

    private void readActivity(XmlElement activity, FetPlacements placed) {
        String id = activity.childText("Id");
        if (!placed.hasTime(id)) {
            unplaced.add(describe(activity));
            return;
        }
        var time = placed.time(id);
        var start = week.find(time.day(), time.hour());
        int count = FetActivities.duration(activity).orElse(0);
        if (start.isEmpty() || count < 1 || !week.fits(start.orElseThrow(), count)) {
            misplaced.add("%s (%s %s, %s)"
                    .formatted(describe(activity), time.day(), time.hour(), activity.childText("Duration")));
        } else {
            addLesson(activity, start.orElseThrow(), count, placed.rooms(id));
        }
    }

    private String describe(XmlElement activity) {
        String sets = activity.childrenNamed("Students")
                .map(XmlElement::text)
                .filter(each -> !each.isEmpty())
                .limit(SystemSourceBuilder.EXAMPLES)
                .collect(Collectors.joining(" + "));
        return (activity.childText("Subject") + " " + sets).strip();
    }

    private void reportUnplaced() {
        if (activities.isEmpty()) {
            source.warning("Activities_List", "import.fet.no-activities");
        } else if (unplaced.size() == activities.size()) {
            source.warning("Activities_List", "import.fet.no-times", activities.size());
        } else if (!unplaced.isEmpty()) {
            source.warning(
                    "Activities_List",
                    "import.fet.not-placed",
                    unplaced.size(),
                    activities.size(),
                    SystemSourceBuilder.firstOf(unplaced));
        }
        source.foldedWarning("Activities_List", "import.fet.no-such-time", misplaced);
        source.foldedInfo("Activities_List", "import.fet.virtual-rooms", withoutRealRoom);
        source.foldedWarning("Activities_List", "import.fet.unknown-students", unknownStudents);
    }

    private void addLesson(XmlElement activity, FetWeek.Start start, int count, List<String> rooms) {
        String where = "activity " + activity.childText("Id");
        var audience = students.audience(activity);
        unknownStudents.addAll(audience.unknown());
        var periods = week.periods(start, count);
        var realRooms =
                rooms.stream().filter(room -> !virtualRooms.contains(room)).toList();
        if (realRooms.size() < rooms.size()) {
            withoutRealRoom.add(describe(activity));
        }
        String subject = activity.childText("Subject");
        source.lessons.add(new SourceLesson(
                source.location(where),
                audience.parts().isEmpty() ? "" : together.getOrDefault(activity.childText("Id"), ""),
                Stream.concat(audience.classes().stream(), audience.unknown().stream())
                        .map(each -> source.text(each, where))
                        .toList(),
                audience.parts().stream().map(each -> source.text(each, where)).toList(),
                List.of(),
                activity.childrenNamed("Teacher")
                        .filter(each -> !each.text().isEmpty())
                        .map(each -> source.text(each.text(), where))
                        .toList(),
                subject.isEmpty() ? null : source.text(subject, where),
                realRooms.stream().map(each -> source.text(each, where)).toList(),
                week.weekly(start.day()),
                periods,
                !audience.parts().isEmpty(),
                activity.childrenNamed("Students").allMatch(each -> each.text().isEmpty()),
                ""));
    }
}
