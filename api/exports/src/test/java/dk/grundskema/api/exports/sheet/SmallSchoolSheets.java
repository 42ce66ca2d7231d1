package dk.grundskema.api.exports.sheet;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_10B;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_7A;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.JONAS;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.METTE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.PETER;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeksBut;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import dk.grundskema.api.documents.fidelity.BreakdownView;
import dk.grundskema.api.documents.fidelity.BreakdownView.Heading;
import dk.grundskema.api.documents.fidelity.BreakdownView.Line;
import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.domain.fidelity.Ask;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/** The sheets of a school year with the additions of a test. */
final class SmallSchoolSheets {
    final SmallSchoolFixture plan = new SmallSchoolFixture();

    /** Those of a school with some lessons in the week. */
    static SmallSchoolSheets withLessons() {
        var school = new SmallSchoolSheets();
        SmallSchoolFixture plan = school.plan;
        plan.lesson("Dansk", MONDAY, "08:00").with(METTE, "stations", null, weeksBut(38, 39, 40));
        plan.lesson("Matematik", MONDAY, "09:00").with(JONAS, "parallel", ROOM_14, weeks());
        plan.lesson("Idræt", TUESDAY, "08:00").with(null);
        plan.lesson("Tysk", WEDNESDAY, "08:00").asPart().untouched();
        plan.lesson("Fransk", WEDNESDAY, "08:00")
                .of(CLASS_7A, PETER, ROOM_14)
                .asPart()
                .untouched();
        plan.lesson("Historie", WEDNESDAY, "10:00")
                .of(CLASS_10B, METTE, ROOM_14)
                .untouched();
        plan.preparation(weeks());
        return school;
    }

    /** All of them in a language. */
    SheetFiles sheets(String language) {
        var classes = new BreakdownView(
                language.equals("da") ? "Klasse for klasse" : "Class by class",
                List.of(new Heading("Klasse", false), new Heading("Lektioner", true)),
                List.of(new Line(
                        CLASS_7A,
                        Ask.Status.SHORT,
                        "✗",
                        List.of("7A", "9 af 10,5"),
                        List.of("ingen er fri, når klassen har lektioner"),
                        List.of(SmallSchoolFixture.PREPARATION))));
        var people = new BreakdownView(
                "Person for person",
                List.of(new Heading("Navn", false), new Heading("Brugt af budgettet", true)),
                List.of(new Line(METTE, Ask.Status.MET, "✓", List.of("Mette Holm", "8 af 12"), List.of(), List.of())));
        var content = new SheetContent(plan.parts(), List.of(classes, people), plan.hours(), null, "1a2b3c4d");
        return new SheetFiles(TimetableSheetWriter.writeFiles(content, Locale.of(language)));
    }

    /** A full week of seven lessons a day with bands, each with an additional adult and a long form. */
    void aFullWeek() {
        for (DayOfWeek day : List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY)) {
            for (String start : List.of("11:00", "11:45", "12:30", "13:15", "14:45", "15:30")) {
                plan.lesson("Understøttende undervisning", day, start).with(METTE, "one-assists", ROOM_14, weeks());
            }
        }
        for (int band = 0; band < 4; band++) {
            plan.lesson("Valgfag " + band, THURSDAY, "09:00").asPart().untouched();
        }
    }
}
