package dk.grundskema.api.web.app.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.DayBoard.Part;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.SmallSchool;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.Visitor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A day of many schools shows what is planned, not thousands of lessons that nobody plans anything with. */
final class LongDayTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Locale DANISH = Locale.of("da");
    private static final String LEFT_OUT = "står ikke her";

    /** A lesson with a second adult, and as many without as are asked for, each with nobody else at its time. */
    private static List<Entry> lessons(int untouched) {
        List<Entry> day = new SmallSchool()
                .lesson("MAT", DayOfWeek.MONDAY, "08:00")
                .with(SmallSchool.METTE)
                .lesson("DAN", DayOfWeek.MONDAY, "09:00")
                .untouched()
                .school()
                .all()
                .on(MONDAY);
        var all = new ArrayList<>(List.of(day.getFirst()));
        all.addAll(Collections.nCopies(untouched, alone(day.getLast())));
        return all;
    }

    private static Entry alone(Entry lesson) {
        return new Entry(
                lesson.occurrence(),
                lesson.look(),
                List.of(),
                lesson.teams(),
                false,
                List.of(),
                0,
                List.of(),
                "",
                lesson.existing());
    }

    private static String page(Locale language, List<Entry> entries) {
        var board = new DayBoard(MONDAY, List.of(), Map.of(Part.DAY, entries), List.of(), List.of());
        return new TimetablePages(new Frame(language))
                .timetable(
                        new Visitor("", "", "", "/"),
                        new PlanBar("p", "Kommunen", 1, List.of(PlanPart.TIMETABLE), PlanPart.TIMETABLE),
                        DayPage.of(board));
    }

    @Test
    void aDayOfASchoolShowsEveryLesson() {
        String page = page(DANISH, lessons(499));
        assertThat(page.split(">DAN<", -1)).hasSize(500);
        assertThat(page).contains(">MAT<").doesNotContain(LEFT_OUT);
    }

    @Test
    void aLongerDayShowsWhatIsPlannedAndSaysHowManyLessonsItLeavesOut() {
        assertThat(page(DANISH, lessons(500)))
                .contains(">MAT<", "500 lektioner i skolens eget skema " + LEFT_OUT)
                .doesNotContain(">DAN<");
        assertThat(page(Locale.ENGLISH, lessons(500)))
                .contains("500 lessons of the school&#39;s own timetable are not shown here");
    }

    @Test
    void aLongDayBeforeAnythingIsPlannedSaysWhereItsLessonsAreSeen() {
        List<Entry> all = lessons(501);
        assertThat(page(DANISH, all.subList(1, all.size())))
                .contains("Vælg en klasse, en medarbejder eller et lokale")
                .doesNotContain("<table", ">DAN<");
    }

    @Test
    void aLessonWhoseTeacherIsPlannedElsewhereAtItsTimeIsShownAllTheSame() {
        var all = new ArrayList<>(lessons(500));
        all.addAll(new SmallSchool()
                .lesson("TYS", DayOfWeek.MONDAY, "08:00")
                .of(SmallSchool.CLASS_10B, SmallSchool.METTE, SmallSchool.ROOM_14)
                .untouched()
                .school()
                .all()
                .on(MONDAY));
        assertThat(page(DANISH, all)).contains(">TYS<", "500 lektioner").doesNotContain(">DAN<");
    }
}
