package dk.grundskema.api.service.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.documents.timetable.DayBoard.DayPart;
import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.platform.page.PageFrame;
import dk.grundskema.api.platform.page.PageTemplates;
import dk.grundskema.api.platform.page.Visitor;
import dk.grundskema.api.service.plan.PlanId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day of many schools shows planned meetings, not thousands of unplanned lessons. */
final class TimetablePageLongDayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Locale DANISH = Locale.of("da");
    private static final String LEFT_OUT = "står ikke her";

    /** Creates a lesson with a second adult and a number of lessons without, each at a different time. */
    private static List<TimetableEntry> lessons(int untouched) {
        List<TimetableEntry> day = new SmallSchoolFixture()
                .lesson("MAT", DayOfWeek.MONDAY, "08:00")
                .with(SmallSchoolFixture.METTE)
                .lesson("DAN", DayOfWeek.MONDAY, "09:00")
                .untouched()
                .school()
                .allViews()
                .startingOn(MONDAY);
        var all = new ArrayList<>(List.of(day.getFirst()));
        all.addAll(Collections.nCopies(untouched, alone(day.getLast())));
        return all;
    }

    private static TimetableEntry alone(TimetableEntry lesson) {
        return new TimetableEntry(
                lesson.occurrence(),
                lesson.meetingStyle(),
                List.of(),
                lesson.teams(),
                false,
                List.of(),
                0,
                List.of(),
                "",
                lesson.existing());
    }

    private static String body(Locale language, List<TimetableEntry> entries) {
        var board = new DayBoard(MONDAY, List.of(), Map.of(DayPart.DAY, entries), List.of(), List.of());
        var templates = new PageTemplates(TimetablePage.class, "timetable", new PageFrame(language));
        return new TimetableBodyRenderer(templates, new Visitor("", "", "", "/"))
                .render(DayPageFixture.of(board), new PlanId("p"));
    }

    @Test
    void aDayOfASchoolShowsEveryLesson() {
        String body = body(DANISH, lessons(499));
        assertThat(body.split(">DAN<", -1)).hasSize(500);
        assertThat(body).contains(">MAT<").doesNotContain(LEFT_OUT);
    }

    @Test
    void aLongerDayShowsWhatIsPlannedAndSaysHowManyLessonsItLeavesOut() {
        assertThat(body(DANISH, lessons(500)))
                .contains(">MAT<", "500 lektioner i skolens eget skema " + LEFT_OUT)
                .doesNotContain(">DAN<");
        assertThat(body(Locale.ENGLISH, lessons(500)))
                .contains("500 lessons of the school&#39;s own timetable are not shown here");
    }

    @Test
    void aLongDayBeforeAnythingIsPlannedSaysWhereItsLessonsAreSeen() {
        List<TimetableEntry> all = lessons(501);
        assertThat(body(DANISH, all.subList(1, all.size())))
                .contains("Vælg en klasse, en medarbejder eller et lokale")
                .doesNotContain("<table", ">DAN<");
    }

    @Test
    void aLessonWhoseTeacherIsPlannedElsewhereAtItsTimeIsShownAllTheSame() {
        var all = new ArrayList<>(lessons(500));
        all.addAll(new SmallSchoolFixture()
                .lesson("TYS", DayOfWeek.MONDAY, "08:00")
                .of(SmallSchoolFixture.CLASS_10B, SmallSchoolFixture.METTE, SmallSchoolFixture.ROOM_14)
                .untouched()
                .school()
                .allViews()
                .startingOn(MONDAY));
        assertThat(body(DANISH, all)).contains(">TYS<", "500 lektioner").doesNotContain(">DAN<");
    }
}
