package dk.grundskema.api.imports.table.lists;

import dk.grundskema.domain.finding.Texts;
import java.time.DayOfWeek;
import java.util.List;

/** Example rows of the template's lists, with made-up people. They are consistent: the untouched template gives a small complete timetable. */
final class SchoolTemplateExamples {
    private final ExampleWords words;

    /** @param texts the template's language */
    SchoolTemplateExamples(Texts texts) {
        this.words = new ExampleWords(texts);
    }

    List<List<String>> timetable() {
        String monday = words.day(DayOfWeek.MONDAY);
        String tuesday = words.day(DayOfWeek.TUESDAY);
        String busy = "busy";
        return List.of(
                lesson("1A", "", "DAN", "MH", "12", monday, "1", "", "", "", "", "", "", ""),
                lesson("1A", "", "MAT", "LK", "12", monday, "2-3", "", "", "", "", "", "", ""),
                lesson("4B", "", "ENG", "JP", "14", monday, "1", "", "", words.example("even"), "", "", "", ""),
                lesson("4B", "", "DAN", "MH", "14", monday, "", "08:55", "09:40", "", "", "", "", ""),
                lesson("4B", "", "MAT", "LK", "14", tuesday, "1", "", "", "33-40", words.example("yes"), "", "", ""),
                lesson("7C", "", "DAN", "SN", "12", tuesday, "2", "", "", "", "", "", "", ""),
                lesson("7C", "7C-TYS", "TYS", "JP", "14", tuesday, "3", "", "", "", "", "b1", "", ""),
                lesson("7C", "7C-FRA", "FRA", "MH", "12", tuesday, "3", "", "", "", "", "b1", "", ""),
                lesson(
                        "",
                        "",
                        "",
                        "MH, LK, JP, SN",
                        "",
                        tuesday,
                        "",
                        "14:00",
                        "15:00",
                        "",
                        "",
                        "",
                        busy,
                        words.example("meeting")));
    }

    /** Columns that are not in the template stay empty. */
    private static List<String> lesson(String... cells) {
        var row = new java.util.ArrayList<>(List.of(cells));
        row.addAll(List.of("", "", "", "", ""));
        return row;
    }

    List<List<String>> bells() {
        return List.of(
                List.of("1", "", "08:00", "08:45", ""),
                List.of("2", "", "08:55", "09:40", ""),
                List.of("3", "", "10:00", "10:45", ""),
                List.of("4", "", "10:50", "11:35", ""),
                List.of("5", "", "12:05", "12:50", ""),
                List.of("6", words.day(DayOfWeek.MONDAY) + ", " + words.day(DayOfWeek.TUESDAY), "12:55", "13:40", ""));
    }

    List<List<String>> staff() {
        return List.of(
                List.of("MH", "Mette Holm", "DAN, FRA", "37", "mh@example.org", "", "", ""),
                List.of(
                        "LK",
                        "Lars Kjær",
                        "MAT",
                        "37",
                        "lk@example.org",
                        words.day(DayOfWeek.FRIDAY) + " 12-16",
                        "",
                        ""),
                List.of("JP", "Jonas Pihl", "ENG, TYS", "32.5", "", "", "", ""),
                List.of("SN", "Sara Nygård", "DAN", "30", "", words.day(DayOfWeek.WEDNESDAY), "", ""));
    }

    List<List<String>> students() {
        return List.of(
                List.of("e1", "Alma Vester", "7C", "", "7C-TYS", "", "", ""),
                List.of("e2", "Bo Lindegaard", "7C", "", "7C-FRA", words.day(DayOfWeek.THURSDAY) + " 13-14", "", ""),
                List.of("e3", "Clara Juhl", "4B", "", "", "", "", ""),
                List.of("e4", "Dina Fabricius", "1A", "", "", "", "", ""));
    }

    List<List<String>> rooms() {
        return List.of(
                List.of("12", words.example("room") + " 12", words.example("classroom"), "28"),
                List.of("14", words.example("room") + " 14", words.example("classroom"), "24"));
    }

    List<List<String>> groups() {
        String course = "course";
        return List.of(
                List.of("1A", "1.A", "class", "", ""),
                List.of("4B", "4.B", "class", "", ""),
                List.of("7C", "7.C", "class", "", ""),
                List.of("7C-TYS", words.example("german") + " 7.C", course, "7C", ""),
                List.of("7C-FRA", words.example("french") + " 7.C", course, "7C", "e2"));
    }

    List<List<String>> busy() {
        return List.of(
                List.of("JP", words.day(DayOfWeek.MONDAY), "13:00", "15:00", "", "", "", ""),
                List.of("14", "", "", "", "2026-10-05", "2026-10-09", "", ""));
    }
}
