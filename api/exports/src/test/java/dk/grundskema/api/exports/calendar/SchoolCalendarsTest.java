package dk.grundskema.api.exports.calendar;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_10B;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CO_TEACHING;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.METTE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.PETER;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.solver.spi.Decoration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calendars of a school year in which a class gets a second adult. */
class SchoolCalendarsTest {
    private final SmallSchoolFixture plan = new SmallSchoolFixture();

    @BeforeEach
    void aWeek() {
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "parallel", ROOM_14, weeks());
        plan.lesson("Idræt", TUESDAY, "08:00").with(null);
        plan.lesson("Tysk", WEDNESDAY, "08:00").untouched();
        plan.lesson("Fysik", WEDNESDAY, "10:00").of(CLASS_10B, PETER, ROOM_14).with(null);
        plan.preparation(weeks());
    }

    private SortedMap<String, byte[]> files() {
        var wording = new CalendarWording(
                id -> plan.problem().groups().stream()
                        .filter(group -> group.id().equals(id))
                        .<Object>map(group -> group.name())
                        .findFirst()
                        .orElse(id),
                Map.of(),
                Map.of(CO_TEACHING, Decoration.NONE),
                language -> List.of(new ListResourceBundle() {
                    @Override
                    protected Object[][] getContents() {
                        return new Object[][] {
                            {"role.co-teacher", "tolærer"},
                            {"role.teacher", "lærer"},
                            {"role.adult", "voksen"},
                            {"form.parallel", "parallelundervisning"},
                            {"form.stations", "stationer"},
                            {"form.in-danish", "Dansk"},
                        };
                    }
                }));
        return CalendarFiles.writeFiles(plan.problem(), plan.timetable(), wording);
    }

    private List<String> lines(String file) {
        byte[] content = files().get(file);
        assertThat(content).as(file).isNotNull();
        return new String(content, StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .replace("\\,", ",")
                .lines()
                .toList();
    }

    @Test
    void classesHaveCalendarsOfTheirOwn() {
        assertThat(files().keySet())
                .contains("klasse-7a.ics", "klasse-10b.ics", "personale-mette-holm.ics", "lokale-lok-14.ics")
                .doesNotContain("hold-7a.ics");
    }

    @Test
    void coTeacherSeesALessonEachWeekWithTeacherClassRoomsAndForm() {
        var mette = lines("personale-mette-holm.ics");

        assertThat(mette).filteredOn("SUMMARY:Dansk · 7A"::equals).hasSize(41);
        assertThat(mette)
                .contains("LOCATION:Lok. 12, Lok. 14, Åskolen")
                .contains(
                        "DESCRIPTION:Sammen med: Lone Kjær (lærer)\\nRolle: tolærer\\nKlasse: 7A\\nForm: parallelundervisning");
        assertThat(mette).filteredOn("SUMMARY:Fælles forberedelse 7A"::equals).hasSize(41);
        assertThat(mette).contains("DESCRIPTION:Sammen med: Lone Kjær\\nRolle: voksen");
    }

    @Test
    void ofSeveralFormsThoseAreToldInWordsThatTheTitleDoesNotSay() {
        plan.lesson("Dansk", THURSDAY, "08:00").with(METTE, "in-danish, stations", ROOM_14, weeks());

        assertThat(lines("personale-mette-holm.ics"))
                .anyMatch(line -> line.endsWith("\\nForm: stationer"))
                .noneMatch(line -> line.contains("Form: Dansk") || line.contains("in-danish"));
    }

    @Test
    void theTeacherSeesWhoComesAndNothingOfTheLessonsThatStayAsTheyAre() {
        var lone = lines("personale-lone-kjaer.ics");

        assertThat(lone).filteredOn(line -> line.startsWith("SUMMARY")).hasSize(2 * 41);
        assertThat(lone)
                .anyMatch(line -> line.startsWith("DESCRIPTION:Sammen med: Mette Holm (tolærer)\\nRolle: lærer"))
                .noneMatch(line -> line.contains("Idræt") || line.contains("Tysk"));
        assertThat(lines("personale-peter-aagaard.ics")).noneMatch(line -> line.startsWith("BEGIN:VEVENT"));
    }

    @Test
    void aClassSeesItsLessonsWithTwoAdults() {
        assertThat(lines("klasse-7a.ics"))
                .contains(
                        "SUMMARY:Dansk",
                        "DESCRIPTION:Voksne: Lone Kjær, Mette Holm\\nKlasse: 7A\\nForm: parallelundervisning")
                .noneMatch(line -> line.contains("Idræt") || line.contains("forberedelse"));
        assertThat(lines("klasse-10b.ics")).noneMatch(line -> line.startsWith("BEGIN:VEVENT"));
    }

    @Test
    void noStudentIsNamed() {
        assertThat(plan.problem().students())
                .anyMatch(student ->
                        student.name().contains("Ida") && student.id().value().contains("id-of"));
        SortedMap<String, byte[]> files = files();
        assertThat(files).containsKeys("klasse-7a.ics", "personale-mette-holm.ics");
        files.forEach((file, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                .as(file)
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("Ida", "id-of"));
    }
}
