package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.CommandRunner.CommandOutput;
import dk.grundskema.api.planning.PluginPlanningFacade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change command on a school with a co-taught lesson on three Mondays and two co-teachers. */
class ChangeCommandTest {
    private static final String SCHOOL = """
            {"version": 1, "title": "School", "language": "en",
             "horizon": {"firstWeek": "2026-W33", "weeks": 3, "zone": "Europe/Copenhagen"},
             "sites": [{"id": "s", "name": "School"}],
             "rooms": [{"id": "r1", "name": "Room 1"}],
             "staff": [{"id": "ann", "name": "Ann Berg", "contractHours": 37}, {"id": "mia", "name": "Mia Dahl", "contractHours": 37},
               {"id": "bo", "name": "Bo Kjær", "contractHours": 37}],
             "students": [{"id": "s1", "name": "Ida Lund", "classGroup": "1a"}, {"id": "s2", "name": "Jens Friis", "classGroup": "1a"}],
             "groups": [{"id": "1a", "name": "1A", "kind": "CLASS", "members": [{"studentId": "s1"}, {"studentId": "s2"}]},
               {"id": "1b", "name": "1B", "kind": "CLASS"}],
             "lessons": [{"id": "dan", "title": "DAN", "subject": "DAN", "kind": "TEACHING", "groupIds": ["1a"], "staffIds": ["ann"],
               "time": {"weeks": ["2026-W33", "2026-W34", "2026-W35"], "weekday": "MONDAY", "start": "08:00", "end": "08:45"}}],
             "interventions": [{"id": "co", "type": "co-teaching", "title": "Co-teaching", "parameterVersion": 1, "parameters": {
               "classes": [{"groupId": "1a", "lessonsPerWeek": 1}],
               "pool": [{"staffId": "mia", "lessonsPerWeek": 5}, {"staffId": "bo", "lessonsPerWeek": 5}],
               "preparation": {"minutesType1": 0}}}]}
            """;

    private static final String[] BOTH_AWAY = {
        "--now",
        "2026-08-17T06:40",
        "--away",
        "mia",
        "2026-08-17",
        "2026-08-18",
        "--away",
        "bo",
        "2026-08-17",
        "2026-08-18",
        "--preview"
    };

    @TempDir
    private Path folder;

    private String holder = "";

    @BeforeEach
    void solve() throws IOException {
        Files.writeString(folder.resolve("school.json"), SCHOOL);
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");
        holder = Files.readString(folder.resolve("plan.json")).contains("\"mia\"") ? "mia" : "bo";
    }

    private CommandOutput type(String... args) {
        return new CommandRunner(folder, PluginPlanningFacade::new).run(args);
    }

    private CommandOutput change(String... args) {
        var all = new ArrayList<>(List.of("change", "school.json", "plan.json"));
        all.addAll(List.of(args));
        all.addAll(List.of("--steps", "2000", "--fresh-seconds", "0", "--lang", "en"));
        return type(all.toArray(String[]::new));
    }

    private String substitute() {
        return holder.equals("mia") ? "Bo" : "Mia";
    }

    @Test
    void absenceOfAWeekWritesProblemPlanAndListAndTheOthersDayIsNamed() throws IOException {
        CommandOutput ended = change(
                "--now", "2026-08-17T06:40", "--away", holder, "2026-08-17", "2026-08-18", "--output", "changed");

        assertThat(ended.out())
                .contains(
                        "Taken over by others: 1. With nobody in place of those who are missing: 0.",
                        "Days of others that change: 1.",
                        substitute() + " instead of ")
                .contains("Conflicts: 0 before, 0 after.", "What began before Monday 17 August, 06:40");
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(folder.resolve("changed/problem.json"))).contains("2026-08-17");
        assertThat(Files.readString(folder.resolve("changed/timetable.json"))).contains("@2026-W34", "originId");
        assertThat(Files.readString(folder.resolve("changed/changes.md"))).startsWith("# School: change of");
        assertThat(type("check", "changed/problem.json", "changed/timetable.json", "--lang", "en")
                        .code())
                .isZero();
    }

    @Test
    void coTeachingThatWasHeldIsCountedAndACancelledLessonIsNot() throws IOException {
        assertThat(change(BOTH_AWAY).out())
                .contains("Co-teaching, Co-teaching (1A): 1 held, 1 to go; at least 1 in a full week (weeks 33–35)");

        Path plan = folder.resolve("plan.json");
        String session = Files.readString(plan).replaceAll("(?s).*?\"(co/lesson/dan/[^\"]*)\".*", "$1");
        Files.writeString(
                plan,
                Files.readString(plan)
                        .replaceFirst(
                                "\"deliveries\"\\s*:\\s*\\[\\s*]",
                                "\"deliveries\": [{\"sessionId\": \"%s\", \"date\": \"2026-08-10\", \"held\": false}]"
                                        .formatted(session)));
        assertThat(change(BOTH_AWAY).out()).contains("(1A): 0 held, 1 cancelled, 1 to go; at least 1 in a full week");
    }

    /** Class 1A has Danish on Mondays and mathematics on Thursdays, and Mia co-teaches one of them. */
    private void solveWithTwoLessons() throws IOException {
        Files.writeString(
                folder.resolve("school.json"),
                SCHOOL.replaceFirst("\"pool\": .*", "\"pool\": [{\"staffId\": \"mia\", \"lessonsPerWeek\": 1}],")
                        .replace("\"lessons\": [", """
                        "lessons": [{"id": "mat", "title": "MAT", "subject": "MAT", "kind": "TEACHING", "groupIds": ["1a"],
                          "staffIds": ["ann"], "time": {"weeks": ["2026-W33", "2026-W34", "2026-W35"], "weekday": "THURSDAY",
                          "start": "10:00", "end": "10:45"}},"""));
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");
    }

    @Test
    void lostLessonIsOfferedInALaterLessonOfTheClassWithoutASecondAdultAndOtherwiseItIsSaidThatThereIsNone()
            throws IOException {
        assertThat(change(BOTH_AWAY).out())
                .contains("Where lost support can be given later", "no later place was found");

        solveWithTwoLessons();
        assertThat(change("--now", "2026-08-17T06:40", "--away", "mia", "2026-08-17", "2026-08-21", "--preview")
                        .out())
                .containsPattern(
                        "Monday 17 August – 08:00–08:45 DAN \\(1A\\) with Mia: Thursday 27 August 10:00–10:45 MAT, Mia"
                                + "|Thursday 20 August – 10:00–10:45 MAT \\(1A\\) with Mia: Monday 24 August 08:00–08:45 DAN, Mia");
    }

    /** The guide asks for a number of lessons a week, so that another lesson of the week makes up for the lost one. */
    @Test
    void lostLessonMovesToAnotherLessonOfTheClassInTheSameWeek() throws IOException {
        solveWithTwoLessons();
        String plan = Files.readString(folder.resolve("plan.json"));
        String lost = plan.indexOf("\"mia\"") < plan.indexOf("lesson/mat") ? "2026-08-17" : "2026-08-20";

        CommandOutput ended = change("--now", "2026-08-17T06:40", "--away", "mia", lost, lost, "--output", "changed");

        assertThat(ended.out())
                .contains(
                        "Shortfalls: 3 before, 3 after; of these, 3 and 3 are requirements of law and guides.",
                        "Conflicts: 0 before, 0 after.")
                .doesNotContain("Where nobody takes over", "Where lost support can be given later");
        assertThat(ended.out().replaceAll("\\s+", " "))
                .containsPattern(
                        "Support that moves to another lesson of the same week "
                                + "(Monday 17 August – 08:00–08:45 DAN \\(1A\\) with Mia: Thursday 20 August 10:00–10:45 MAT, Mia"
                                + "|Thursday 20 August – 10:00–10:45 MAT \\(1A\\) with Mia: Monday 17 August 08:00–08:45 DAN, Mia)");
        assertThat(type("check", "changed/problem.json", "changed/timetable.json", "--lang", "en")
                        .code())
                .isZero();
    }

    /** A lesson that the school moves has its teacher at its new time, which is no support. */
    @Test
    void lessonThatTheSchoolMovesDoesNotMakeUpForLostSupport() throws IOException {
        solveWithTwoLessons();

        assertThat(change(
                                "--now",
                                "2026-08-17T06:40",
                                "--away",
                                "mia",
                                "2026-08-17",
                                "2026-08-21",
                                "--lesson-moved",
                                "mat",
                                "2026-08-17",
                                "FRIDAY",
                                "09:00",
                                "-",
                                "--preview")
                        .out())
                .contains("Where nobody takes over", "Friday")
                .doesNotContain("Support that moves");
    }

    @Test
    void studentWhoJoinsMidwayIsToldWhatRemains() {
        assertThat(change("--now", "2026-08-17T06:40", "--student-joins", "Per Holm", "1A", "2026-08-24", "--preview")
                        .out())
                .contains(
                        "Co-teaching, Co-teaching (1A): 1 held, 2 to go; at least 1 in a full week",
                        "Co-teaching, Co-teaching (student student-3): new from now on, 1 to go (weeks 33–35)")
                .doesNotContain("Per Holm");
    }

    @Test
    void previewWritesNothing() {
        CommandOutput ended = change("--now", "2026-08-17", "--away", holder, "2026-08-17", "2026-08-18", "--preview");

        assertThat(ended.out()).contains("This is a preview: nothing was written.");
        assertThat(folder.resolve("changed")).doesNotExist();
    }

    @Test
    void absenceForGoodInDanish() {
        CommandOutput ended = type(
                "change",
                "school.json",
                "plan.json",
                "--now",
                "2026-08-17",
                "--away",
                holder,
                "2026-08-17",
                "slut",
                "--preview",
                "--steps",
                "2000",
                "--fresh-seconds",
                "1",
                "--lang",
                "da");

        assertThat(ended.out())
                .contains("Det ændres", substitute() + " i stedet for", "Konflikter: 0 før, 0 efter.")
                .contains("Sammenlignet med, at alt det kommende lægges forfra");
    }

    @Test
    void teacherOfTheLessonWhoIsAwayIsNamedAsNotCovered() {
        CommandOutput ended = change("--now", "2026-08-17", "--away", "Ann", "2026-08-17", "2026-08-17", "--preview");

        assertThat(ended.out()).contains("Where nobody takes over", "Ann, who teaches it, is away");
    }

    @Test
    void severalChangesAreOneStep() {
        CommandOutput ended = change(
                "--now",
                "2026-08-17",
                "--away",
                holder,
                "2026-08-17",
                "2026-08-17",
                "--day-closed",
                "2026-08-24",
                "--room-gone",
                "r1",
                "2026-08-17",
                "end",
                "--hours",
                "Ann",
                "30,5",
                "--student-moves",
                "s1",
                "1B",
                "2026-08-24",
                "--student-leaves",
                "s2",
                "2026-08-24",
                "--output",
                "changed");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("instead of", "is cancelled")
                .contains("is no longer in 1A from the week of Monday 24 August")
                .contains("is new in 1B from the week of Monday 24 August");
        assertThat(folder.resolve("changed/problem.json")).content().contains("2026-08-24", "30.5", "2026-W33");
    }

    @Test
    void closedDayCancelsAlsoWhatWouldHaveBeenCoveredOrKeepsItsTimeThisWeek() throws IOException {
        assertThat(change(
                                "--now",
                                "2026-08-17T06:40",
                                "--away",
                                holder,
                                "2026-08-17",
                                "2026-08-17",
                                "--day-closed",
                                "2026-08-17",
                                "--preview")
                        .out())
                .contains("Monday 17 August – 08:00–08:45 DAN (1A): is cancelled", "Conflicts: 0 before, 0 after.")
                .doesNotContain("instead of", "is held on a closed day");

        Files.writeString(folder.resolve("school.json"), SCHOOL.replace("\"minutesType1\": 0", "\"minutesType1\": 45"));
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");
        var timetable = Files.readString(folder.resolve("plan.json")).replaceAll("\\s", "");
        var preparation = Pattern.compile("\"sessionId\":\"co/preparation.*?\"weekday\":\"(\\w+)\"")
                .matcher(timetable);
        assertThat(preparation.find()).as(timetable).isTrue();
        LocalDate day = LocalDate.of(2026, 8, 17).with(DayOfWeek.valueOf(preparation.group(1)));
        assertThat(change("--now", "2026-08-17T06:40", "--day-closed", day.toString(), "--preview")
                        .out())
                .contains("Conflicts: 0 before, 0 after.", "is cancelled");
    }

    @Test
    void meetingsAfterTheEndOfAnInterventionThatEndsEarlierLackNobodyAndAreNotCovered() throws IOException {
        Files.writeString(
                folder.resolve("other.json"),
                SCHOOL.replace("\"parameters\": {", "\"parameters\": {\"lastWeek\": \"2026-W34\", "));

        assertThat(change("--now", "2026-08-17T06:40", "--to", "other.json", "--preview")
                        .out())
                .contains("Monday 24 August – 08:00–08:45 DAN (1A): is cancelled")
                .doesNotContain("Where nobody takes over", "Where lost support");
        assertThat(change(
                                "--now",
                                "2026-08-17T06:40",
                                "--to",
                                "other.json",
                                "--away",
                                holder,
                                "2026-08-24",
                                "end",
                                "--preview")
                        .out())
                .contains("Monday 24 August – 08:00–08:45 DAN (1A): is cancelled", "Conflicts: 0 before, 0 after.")
                .doesNotContain("Where nobody takes over", "instead of");
    }

    @Test
    void studentWhoHasLeftHasNothingToLeave() {
        Path file = folder.resolve("once");
        change("--now", "2026-08-10T06:40", "--student-leaves", "s1", "2026-08-17", "--output", "once");

        CommandOutput again = type(
                "change",
                "once/problem.json",
                "once/timetable.json",
                "--now",
                "2026-08-10T06:40",
                "--student-leaves",
                "s1",
                "2026-08-24",
                "--preview",
                "--lang",
                "en");

        assertThat(file.resolve("changes.md")).content().contains("is no longer in 1A");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .contains("Student s1 has left already, from the week of Monday 17 August on.", "come back");
    }

    @Test
    void newStaffMemberComesOnTheDaysAndWithTheSkillsThatWereTyped() throws IOException {
        CommandOutput ended = change(
                "--now",
                "2026-08-17T06:40",
                "--staff-joins",
                "Nina Ny",
                "20,5",
                "DAN, MAT",
                "mandag, tue",
                "-",
                "--output",
                "changed");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("Nina Ny is new on the staff, with 20.5 hours a week.");
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(folder.resolve("changed/problem.json")).replaceAll("\\s", ""))
                .contains("\"id\":\"nina-ny\",\"name\":\"NinaNy\",\"skills\":[\"DAN\",\"MAT\"]")
                .contains("\"from\":\"2026-08-17\"", "\"weekdays\":[\"MONDAY\",\"TUESDAY\"]", "\"contractHours\":20.5");
        assertThat(change("--now", "2026-08-17", "--staff-joins", "ann berg", "x", "-", "someday", "-", "--preview")
                        .err())
                .contains("\"x\" is no number", "\"someday\" is no day of the week");
        assertThat(change("--now", "2026-08-17", "--staff-joins", "ann berg", "9", "-", "-", "-", "--preview")
                        .err())
                .contains("already a staff member with the name ann berg");
        assertThat(change("--now", "2026-08-17", "--staff-joins", "Nina Ny", "9", "-", "-", "2026-08-16", "--preview")
                        .err())
                .contains("Nina Ny", "is before the moment of the change");
    }

    private CommandOutput moveLesson() {
        return change(
                "--now",
                "2026-08-17T06:40",
                "--lesson-moved",
                "DAN",
                "2026-08-18",
                "tirsdag",
                "09:00",
                "Room 1",
                "--output",
                "changed");
    }

    @Test
    void coTeacherFollowsALessonThatTheSchoolMoves() throws IOException {
        CommandOutput ended = moveLesson();

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains(
                        "DAN (1A), Monday 08:00–08:45: is held on Tuesday 09:00–09:45, in Room 1, from Tuesday 25 August on")
                .contains("09:00–09:45 DAN (1A): is new, with Ann, " + (holder.equals("mia") ? "Mia" : "Bo"))
                .contains(
                        "Conflicts: 0 before, 0 after.",
                        "Shortfalls: 3 before, 3 after; of these, 3 and 3 are requirements of law and guides.")
                .doesNotContain("is cancelled", "is away", "Where nobody takes over");
        assertThat(Files.readString(folder.resolve("changed/problem.json")).replaceAll("\\s", ""))
                .contains("\"weeks\":[\"2026-W33\",\"2026-W34\"],\"weekday\":\"MONDAY\"", "\"id\":\"dan-2026-W35\"")
                .contains("\"weeks\":[\"2026-W35\"],\"weekday\":\"TUESDAY\",\"start\":\"09:00\",\"end\":\"09:45\"");
        assertThat(ended.out()).as("nobody else's day changes").doesNotContain(substitute());
        assertThat(type("check", "changed/problem.json", "changed/timetable.json", "--lang", "en")
                        .code())
                .isZero();
    }

    @Test
    void coTeacherWhoTeachesAtTheNewTimeOfALessonIsNamedAsMissing() throws IOException {
        Path file = folder.resolve("school.json");
        Files.writeString(file, Files.readString(file).replace("\"lessons\": [", """
            "lessons": [{"id": "own", "title": "ENG", "subject": "ENG", "kind": "TEACHING", "groupIds": ["1b"], "staffIds": ["%s"],
               "time": {"weeks": ["2026-W35"], "weekday": "TUESDAY", "start": "09:00", "end": "09:45"}},
            """.formatted(holder)));

        CommandOutput ended = moveLesson();

        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out())
                .contains(
                        "Where nobody takes over",
                        "is moved by the school to Tuesday 09:00–09:45, without "
                                + (holder.equals("mia") ? "Mia" : "Bo"));
    }

    @Test
    void periodsThatAreCutAnewChangeNobodysDayAndALostLessonIsNamed() throws IOException {
        Path changed = folder.resolve("cut.json");
        Files.writeString(
                changed, Files.readString(folder.resolve("school.json")).replace("\"preparation\"", """
                                "periods": [{"id": "late", "title": "Late", "firstWeek": "2026-W35"}], "preparation\""""));

        CommandOutput ended = change("--now", "2026-08-17T06:40", "--to", "cut.json", "--output", "changed");
        CommandOutput lost = change(
                "--now",
                "2026-08-17T06:40",
                "--to",
                "cut.json",
                "--away",
                "mia",
                "2026-08-24",
                "2026-08-25",
                "--away",
                "bo",
                "2026-08-24",
                "2026-08-25",
                "--preview");

        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        assertThat(Files.readString(folder.resolve("changed/timetable.json"))).contains("co/lesson/dan/2026-W35");
        assertThat(WeeklySchool.coTeachers(folder.resolve("changed/timetable.json")))
                .isEqualTo(WeeklySchool.coTeachers(folder.resolve("plan.json")));
        assertThat(ended.out()).contains("Nothing changes in the plan.");
        assertThat(lost.out())
                .contains("Where nobody takes over", "Monday 24 August")
                .contains("Dates of meetings that differ: 1.");
    }

    @Test
    void impossibleMovesOfLessonsAreRefusedTogether() {
        assertThat(change(
                                "--now",
                                "2026-08-17",
                                "--lesson-moved",
                                "DEN",
                                "2026-08-24",
                                "someday",
                                "noon",
                                "r7",
                                "--preview")
                        .err())
                .contains("no lesson \"DEN\"", "\"someday\" is no day", "\"noon\" is no time of day", "no room \"r7\"");
        assertThat(change("--now", "2026-08-17", "--lesson-moved", "dan", "2026-08-10", "tue", "9-10", "-", "--preview")
                        .err())
                .contains("is before the moment of the change");
        assertThat(change("--now", "2026-08-17", "--lesson-moved", "dan", "2026-08-25", "tue", "9-10", "-", "--preview")
                        .err())
                .contains("has no week from");
        assertThat(change("--now", "2026-08-17", "--lesson-moved", "dan", "2026-08-24", "mon", "8", "-", "--preview")
                        .err())
                .contains("is already held on Monday");
    }

    @Test
    void newRoomAndNewStudentComeFromADayOn() throws IOException {
        CommandOutput ended = change(
                "--now",
                "2026-08-17T06:40",
                "--room-added",
                "Room 9",
                "grupperum",
                "12",
                "School",
                "2026-08-19",
                "--student-joins",
                "Per Holm",
                "1B",
                "2026-08-24",
                "--output",
                "changed");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains(
                        "Room 9 is a new room for 12 students.",
                        "Student student-3 is new in 1B from the week of Monday 24 August.")
                .doesNotContain("Per Holm");
        assertThat(ended.code()).isZero();
        String problem =
                Files.readString(folder.resolve("changed/problem.json")).replaceAll("\\s", "");
        assertThat(problem)
                .contains("\"id\":\"room-9\"", "\"kind\":\"small-room\",\"capacity\":12", "\"from\":\"2026-08-19\"")
                .contains("\"id\":\"student-3\",\"name\":\"PerHolm\"", "\"classGroup\":\"1b\"")
                .contains("\"studentId\":\"student-3\",\"weeks\":[\"2026-W35\"]");
        assertThat(change(
                                "--now",
                                "2026-08-17",
                                "--room-added",
                                "Room 9",
                                "-",
                                "many",
                                "Nowhere",
                                "-",
                                "--student-joins",
                                "Per Holm",
                                "1C",
                                "2026-08-24",
                                "--preview")
                        .err())
                .contains("\"many\" is no number of students", "no site \"Nowhere\"", "no class or team \"1C\"");
        assertThat(change(
                                "--now",
                                "2026-08-18",
                                "--room-added",
                                "room 1",
                                "-",
                                "9",
                                "-",
                                "-",
                                "--student-joins",
                                "Ida Lund",
                                "1A",
                                "2026-08-24",
                                "--student-joins",
                                "Per Holm",
                                "1A",
                                "2026-08-18",
                                "--preview")
                        .err())
                .contains("already a room with the name room 1", "already has a student with this name")
                .contains("groups change by whole weeks")
                .doesNotContain("Ida Lund");
    }

    @Test
    void subjectEndsAndWithItTheCoTeachingOfItsLessons() throws IOException {
        CommandOutput ended = change(
                "--now", "2026-08-17T06:40", "--subject-dropped", "dan", "-", "2026-08-24", "--output", "changed");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .contains("DAN (1A), Monday 08:00–08:45: is no longer held from Monday 24 August on")
                .contains("Monday 24 August", "is cancelled", "Days in another room: 0. Days with another partner: 0.")
                .doesNotContain("Monday 17 August – 08:00", "Where nobody takes over");
        assertThat(Files.readString(folder.resolve("changed/problem.json")).replaceAll("\\s", ""))
                .contains("\"weeks\":[\"2026-W33\",\"2026-W34\"]");
        assertThat(change("--now", "2026-08-17", "--subject-dropped", "DAN", "1B", "2026-08-24", "--preview")
                        .err())
                .contains("no lesson of the subject \"DAN\"");
        assertThat(change("--now", "2026-08-17", "--subject-dropped", "DAN", "-", "2026-08-10", "--preview")
                        .err())
                .contains("is before the moment of the change");
    }

    @Test
    void lockOfALessonThatMovesIsNamed() throws IOException {
        String session = "co/lesson/dan/2026-W33";
        assertThat(Files.readString(folder.resolve("plan.json"))).contains(session);
        Files.writeString(
                folder.resolve("school.json"), SCHOOL.replace("\"interventions\"", """
                        "locks": [{"sessionId": "%s", "seats": [{"position": 1, "staffId": "%s"}]}],
                        "interventions\"""".formatted(session, holder)));
        type("solve", "school.json", "--output", "plan.json", "--steps", "200", "--searches", "1");

        assertThat(change("--now", "2026-08-17", "--lesson-moved", "dan", "2026-08-24", "tue", "9", "-", "--preview")
                        .err())
                .contains("a lock keeps something about it", "DAN");
    }

    @Test
    void allErrorsAreReportedAtOnceAndNothingIsWritten() {
        CommandOutput ended = change(
                "--now",
                "2026-08-17",
                "--away",
                "Nobody",
                "2026-08-17",
                "2026-08-18",
                "--room-gone",
                "r2",
                "2026-08-17",
                "soon",
                "--output",
                "changed");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("Nobody on the staff", "no room \"r2\"", "\"soon\" is no time");
        assertThat(folder.resolve("changed")).doesNotExist();
    }

    @Test
    void whatSpeaksAgainstReadableChangesIsReportedWithWhatCannotBeRead() {
        String unknown = "Nobody on the staff";
        CommandOutput outside = change(
                "--now",
                "2027-12-01",
                "--away",
                "Nobody",
                "2026-08-17",
                "2026-08-18",
                "--day-opened",
                "2026-08-24",
                "--preview");
        CommandOutput within = change(
                "--now",
                "2026-08-17",
                "--away",
                "Nobody",
                "2026-08-17",
                "2026-08-18",
                "--day-opened",
                "2026-08-24",
                "--preview");

        assertThat(outside.code()).isEqualTo(2);
        assertThat(outside.err()).contains(unknown, "is not within the plan");
        assertThat(within.err()).contains(unknown, "is not closed");
    }

    @Test
    void changeInThePastAndMomentOutsideThePlanAreRefused() {
        assertThat(change("--now", "2026-08-17", "--away", holder, "2026-08-10", "2026-08-14", "--preview")
                        .err())
                .contains("before the moment of the change", "The past is a fact");
        assertThat(change("--now", "2026-12-01", "--away", holder, "2026-08-10", "2026-08-14", "--preview")
                        .err())
                .contains("is not within the plan");
        assertThat(change("--now", "2026-08-19", "--student-leaves", "s1", "2026-08-20", "--preview")
                        .err())
                .contains("groups change by whole weeks");
        assertThat(change("--now", "2026-08-17", "--day-opened", "2026-08-24", "--preview")
                        .err())
                .contains("is not closed");
    }

    @Test
    void timeWithinAMeetingThatHasBegunIsRefused() {
        CommandOutput ended = change(
                "--now", "2026-08-17T08:10", "--away", holder, "2026-08-17T08:10", "2026-08-17T08:30", "--preview");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("a meeting that has begun is held to its end");
    }

    @Test
    void changedProblemWithoutWhatHasBeenHeldIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("other.json"),
                SCHOOL.replace("\"classes\": [{\"groupId\": \"1a\", \"lessonsPerWeek\": 1}]", "\"classes\": []"));

        assertThat(change("--now", "2026-08-17", "--to", "other.json", "--preview")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void inputIsNotOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("here"));
        Files.writeString(folder.resolve("here/problem.json"), SCHOOL);
        CommandOutput ended = type(
                "change",
                "here/problem.json",
                "plan.json",
                "--now",
                "2026-08-17",
                "--away",
                holder,
                "2026-08-17",
                "2026-08-18",
                "--output",
                "here",
                "--lang",
                "en");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("here/problem.json"))).isEqualTo(SCHOOL);
    }

    @Test
    void outputOrPreviewAndAChangeAreRequired() {
        assertThat(change("--now", "2026-08-17", "--away", holder, "2026-08-17", "2026-08-18")
                        .err())
                .contains("--output FOLDER or --preview");
        assertThat(change("--now", "2026-08-17", "--preview").err()).contains("Nothing was given that changes");
    }
}
