package dk.grundskema.api.exports.program;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes a file of FET in which each activity is locked at its time and in its room, so that FET shows this timetable and can plan the rest
 * around it. Several weeks are further days.
 */
final class FetXmlWriter {
    /** Version of the format: that of the FET with which this was tested. */
    private static final String VERSION = "6.8.5";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String WITHOUT_LIMIT = "30000";
    private static final String WEIGHT = "Weight_Percentage";
    private static final String ACTIVE = "Active";
    private static final String COMMENTS = "Comments";

    private final WeeklyTimetable plan;
    private final LossCounter losses;
    private final FetStudentSets students;
    private final XmlFileWriter out = new XmlFileWriter();
    private final Set<List<Object>> busy = new HashSet<>();
    private final UniqueNames<StaffId> teacherNames = new UniqueNames<>();
    private final SortedMap<String, List<String>> virtualRooms = new TreeMap<>();

    private FetXmlWriter(WeeklyTimetable plan, LossCounter losses) {
        this.plan = plan;
        this.losses = losses;
        this.students = new FetStudentSets(plan);
        plan.staff().forEach((id, teacher) -> teacherNames.name(id, teacher.name()));
    }

    /**
     * Writes the file.
     *
     * @param losses counts what FET cannot express
     */
    static byte[] write(WeeklyTimetable plan, LossCounter losses) {
        return new FetXmlWriter(plan, losses).write();
    }

    /**
     * An activity at its place.
     *
     * @param subject  subject
     * @param teachers short names of teachers
     * @param students names of student sets
     * @param rooms    names of rooms
     * @param day      name of its day
     * @param hour     index of its first hour
     * @param duration number of hours
     */
    private record Activity(
            String subject,
            List<String> teachers,
            List<String> students,
            List<String> rooms,
            String day,
            int hour,
            int duration) {}

    private byte[] write() {
        List<Activity> activities = activities();
        out.open("fet", "version", VERSION)
                .text("Institution_Name", plan.title())
                .text(COMMENTS, plan.texts().text("program.fet.comment"));
        writeDaysAndHours();
        writeList(
                "Subjects_List",
                plan.subjectNames(),
                subject -> out.open("Subject")
                        .text("Name", subject)
                        .text(COMMENTS, "")
                        .close());
        out.open("Activity_Tags_List").close();
        writeList("Teachers_List", plan.staff().keySet(), id -> {
            out.open("Teacher").text("Name", teacherName(id)).text("Target_Number_of_Hours", 0);
            out.open("Qualified_Subjects").close();
            out.text(COMMENTS, "").close();
        });
        writeStudents();
        writeActivities(activities);
        out.open("Buildings_List").close();
        writeRooms(activities);
        writeTimeConstraints(activities);
        writeSpaceConstraints(activities);
        return out.close().finish();
    }

    /** Writes an element for each item. */
    private <T> void writeList(String name, Collection<T> items, Consumer<T> item) {
        out.open(name);
        items.forEach(item);
        out.close();
    }

    private List<Activity> activities() {
        var activities = new ArrayList<Activity>();
        for (WeeklyLesson lesson : plan.lessons()) {
            for (int week : lesson.weeks()) {
                activities.add(createActivity(lesson, week));
            }
        }
        return activities;
    }

    private Activity createActivity(WeeklyLesson lesson, int week) {
        int hour = lesson.period();
        int duration = lesson.count();
        String day = dayName(lesson.weekday(), week);
        return new Activity(
                plan.subjectName(lesson),
                free(
                        "teacher",
                        lesson.teachers().stream().map(this::teacherName).toList(),
                        day,
                        hour,
                        duration),
                free("students", students.sets(lesson), day, hour, duration),
                freeRooms(lesson, day, hour, duration),
                day,
                hour,
                duration);
    }

    private String teacherName(StaffId id) {
        return teacherNames.name(id, plan.code(id));
    }

    private List<String> freeRooms(WeeklyLesson lesson, String day, int hour, int duration) {
        Stream<RoomId> rooms = lesson.rooms().stream();
        return free("room", rooms.map(plan::roomName).toList(), day, hour, duration);
    }

    /** Returns those who are in no earlier activity at that time, and marks them as busy. FET allows nobody in two activities at once. */
    private List<String> free(String kind, Collection<String> wanted, String day, int hour, int duration) {
        var free = new ArrayList<String>();
        for (String name : wanted) {
            boolean isFree = true;
            for (int i = hour; i < hour + duration; i++) {
                isFree &= !busy.contains(List.of(kind, name, day, i));
            }
            if (isFree) {
                free.add(name);
                for (int i = hour; i < hour + duration; i++) {
                    busy.add(List.of(kind, name, day, i));
                }
            } else {
                losses.add(Loss.FET_TWICE);
            }
        }
        return free;
    }

    private String dayName(DayOfWeek day, int week) {
        String name = day.getDisplayName(TextStyle.FULL_STANDALONE, plan.texts().locale());
        String capital = name.substring(0, 1).toUpperCase(plan.texts().locale()) + name.substring(1);
        return plan.weeks().size() == 1
                ? capital
                : plan.texts()
                        .text(
                                "program.day-of-week",
                                capital,
                                String.valueOf(plan.weeks().get(week).week()));
    }

    private String hourName(int hour) {
        GridPeriod period = plan.grid().periods().get(hour);
        return TIME.format(period.start()) + "-" + TIME.format(period.end());
    }

    private void writeDaysAndHours() {
        out.open("Days_List")
                .text("Number_of_Days", plan.days().size() * plan.weeks().size());
        for (int week = 0; week < plan.weeks().size(); week++) {
            for (DayOfWeek day : plan.days()) {
                out.open("Day").text("Name", dayName(day, week)).close();
            }
        }
        out.close();
        int hours = plan.grid().periods().size();
        out.open("Hours_List").text("Number_of_Hours", hours);
        for (int hour = 0; hour < hours; hour++) {
            out.open("Hour").text("Name", hourName(hour)).close();
        }
        out.close();
    }

    private void writeStudents() {
        writeList("Students_List", students.years().entrySet(), year -> {
            writeSet("Year", year.getKey());
            year.getValue().forEach(group -> {
                writeSet("Group", group);
                out.close();
            });
            out.close();
        });
    }

    /** Opens a set; how many students are in it is not said. */
    private void writeSet(String element, String name) {
        out.open(element).text("Name", name).text("Number_of_Students", 0).text(COMMENTS, "");
    }

    private void writeActivities(List<Activity> activities) {
        out.open("Activities_List");
        int id = 1;
        for (Activity each : activities) {
            out.open("Activity");
            each.teachers().forEach(teacher -> out.text("Teacher", teacher));
            out.text("Subject", each.subject());
            each.students().forEach(set -> out.text("Students", set));
            out.text("Duration", each.duration())
                    .text("Total_Duration", each.duration())
                    .text("Id", id++)
                    .text("Activity_Group_Id", 0)
                    .text(ACTIVE, "true")
                    .text(COMMENTS, "")
                    .close();
        }
        out.close();
    }

    private void writeRooms(List<Activity> activities) {
        activities.stream()
                .map(Activity::rooms)
                .filter(rooms -> rooms.size() > 1)
                .forEach(rooms -> virtualRooms.put(virtualRoom(rooms), rooms));
        out.open("Rooms_List");
        for (String room : plan.rooms().values()) {
            out.open("Room")
                    .text("Name", room)
                    .text("Building", "")
                    .text("Capacity", WITHOUT_LIMIT)
                    .text("Virtual", "false")
                    .text(COMMENTS, "")
                    .close();
        }
        virtualRooms.forEach((name, real) -> {
            out.open("Room")
                    .text("Name", name)
                    .text("Building", "")
                    .text("Capacity", WITHOUT_LIMIT)
                    .text("Virtual", "true")
                    .text("Number_of_Sets_of_Real_Rooms", real.size());
            real.forEach(room -> out.open("Set_of_Real_Rooms")
                    .text("Number_of_Real_Rooms", 1)
                    .text("Real_Room", room)
                    .close());
            out.text(COMMENTS, "").close();
        });
        out.close();
    }

    private static String virtualRoom(List<String> rooms) {
        return String.join(" + ", rooms);
    }

    private void writeTimeConstraints(List<Activity> activities) {
        out.open("Time_Constraints_List");
        writeBasic("ConstraintBasicCompulsoryTime");
        int id = 1;
        for (Activity each : activities) {
            out.open("ConstraintActivityPreferredStartingTime")
                    .text(WEIGHT, 100)
                    .text("Activity_Id", id++)
                    .text("Preferred_Day", each.day())
                    .text("Preferred_Hour", hourName(each.hour()))
                    .text("Permanently_Locked", "true")
                    .text(ACTIVE, "true")
                    .text(COMMENTS, "")
                    .close();
        }
        out.close();
    }

    private void writeBasic(String constraint) {
        out.open(constraint)
                .text(WEIGHT, 100)
                .text(ACTIVE, "true")
                .text(COMMENTS, "")
                .close();
    }

    private void writeSpaceConstraints(List<Activity> activities) {
        out.open("Space_Constraints_List");
        writeBasic("ConstraintBasicCompulsorySpace");
        int id = 0;
        for (Activity each : activities) {
            id++;
            if (!each.rooms().isEmpty()) {
                writeRoom(id, each.rooms());
            }
        }
        out.close();
    }

    private void writeRoom(int id, List<String> rooms) {
        out.open("ConstraintActivityPreferredRoom")
                .text(WEIGHT, 100)
                .text("Activity_Id", id)
                .text("Room", virtualRoom(rooms));
        if (rooms.size() > 1) {
            out.text("Number_of_Real_Rooms", rooms.size());
            rooms.forEach(room -> out.text("Real_Room", room));
        }
        out.text("Permanently_Locked", "true")
                .text(ACTIVE, "true")
                .text(COMMENTS, "")
                .close();
    }
}
