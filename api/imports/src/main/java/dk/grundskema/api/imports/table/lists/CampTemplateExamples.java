package dk.grundskema.api.imports.table.lists;

import dk.grundskema.domain.finding.Texts;
import java.time.DayOfWeek;
import java.util.List;

/** Example rows of a camp's lists, with made-up people. They are consistent: the untouched template gives a camp of two teams. */
final class CampTemplateExamples {
    private final ExampleWords words;

    /** @param texts the template's language */
    CampTemplateExamples(Texts texts) {
        this.words = new ExampleWords(texts);
    }

    private String room(int number) {
        return words.example("room") + " " + number;
    }

    List<List<String>> staff() {
        String danish = words.example("danish");
        String mathematics = words.example("mathematics");
        return List.of(
                List.of("MH", "Mette Holm", danish, "37", "mh@example.org", "", "", ""),
                List.of(
                        "LK",
                        "Lars Kjær",
                        mathematics,
                        "37",
                        "lk@example.org",
                        words.day(DayOfWeek.FRIDAY) + " 12-16",
                        "",
                        ""),
                List.of("JP", "Jonas Pihl", danish + ", " + mathematics, "32.5", "", "", "", ""),
                List.of(
                        "SN",
                        "Sara Nygård",
                        words.example("movement"),
                        "30",
                        "",
                        words.day(DayOfWeek.WEDNESDAY),
                        "",
                        ""));
    }

    List<List<String>> students() {
        String red = words.example("red");
        String blue = words.example("blue");
        return List.of(
                List.of("e1", "Alma Vester", "", "Skovvangskolen", red, "", "", ""),
                List.of("e2", "Bo Lindegaard", "", "Skovvangskolen", blue, "", "", ""),
                List.of("e3", "Clara Juhl", "", "Åparkens Skole", red, "", "", ""),
                List.of("e4", "Dina Fabricius", "", "Åparkens Skole", blue, "", "", ""));
    }

    List<List<String>> rooms() {
        return List.of(
                List.of(room(1), "", words.example("classroom"), "14"),
                List.of(room(2), "", words.example("classroom"), "14"),
                List.of(words.example("hall"), "", words.example("hall-kind"), "60"));
    }

    List<List<String>> groups() {
        String course = "course";
        return List.of(
                List.of(words.example("red"), "", course, "", ""), List.of(words.example("blue"), "", course, "", ""));
    }

    List<List<String>> busy() {
        return List.of(
                List.of("JP", words.day(DayOfWeek.MONDAY), "13:00", "15:00", "", "", "", ""),
                List.of(words.example("hall"), words.day(DayOfWeek.FRIDAY), "08:00", "12:00", "", "", "", ""));
    }
}
