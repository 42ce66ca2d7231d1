package dk.grundskema.api.imports.table.lists;

import dk.grundskema.domain.finding.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;

/** Example rows of the lists that a camp begins with, of made-up people. They fit together: what is read of them is a camp of two teams. */
final class CampExamples {
    private final Texts texts;

    /** @param texts the template's language */
    CampExamples(Texts texts) {
        this.texts = texts;
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.locale());
    }

    private String word(String key) {
        return texts.text("example." + key);
    }

    private String room(int number) {
        return word("room") + " " + number;
    }

    List<List<String>> staff() {
        String danish = word("danish");
        String mathematics = word("mathematics");
        return List.of(
                List.of("MH", "Mette Holm", danish, "37", "mh@example.org", "", "", ""),
                List.of(
                        "LK",
                        "Lars Kjær",
                        mathematics,
                        "37",
                        "lk@example.org",
                        day(DayOfWeek.FRIDAY) + " 12-16",
                        "",
                        ""),
                List.of("JP", "Jonas Pihl", danish + ", " + mathematics, "32.5", "", "", "", ""),
                List.of("SN", "Sara Nygård", word("movement"), "30", "", day(DayOfWeek.WEDNESDAY), "", ""));
    }

    List<List<String>> students() {
        String red = word("red");
        String blue = word("blue");
        return List.of(
                List.of("e1", "Alma Vester", "", "Skovvangskolen", red, "", "", ""),
                List.of("e2", "Bo Lindegaard", "", "Skovvangskolen", blue, "", "", ""),
                List.of("e3", "Clara Juhl", "", "Åparkens Skole", red, "", "", ""),
                List.of("e4", "Dina Fabricius", "", "Åparkens Skole", blue, "", "", ""));
    }

    List<List<String>> rooms() {
        return List.of(
                List.of(room(1), "", word("classroom"), "14"),
                List.of(room(2), "", word("classroom"), "14"),
                List.of(word("hall"), "", word("hall-kind"), "60"));
    }

    List<List<String>> groups() {
        String course = "course";
        return List.of(List.of(word("red"), "", course, "", ""), List.of(word("blue"), "", course, "", ""));
    }

    List<List<String>> busy() {
        return List.of(
                List.of("JP", day(DayOfWeek.MONDAY), "13:00", "15:00", "", "", "", ""),
                List.of(word("hall"), day(DayOfWeek.FRIDAY), "08:00", "12:00", "", "", "", ""));
    }
}
