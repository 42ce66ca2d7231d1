package dk.grundskema.api.imports.table.lists;

import dk.grundskema.domain.finding.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;

/** Words of the example rows, in the template's language. */
record ExampleWords(Texts texts) {
    String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.locale());
    }

    /** @param key key of the text, without {@code example.} */
    String example(String key) {
        return texts.text("example." + key);
    }
}
