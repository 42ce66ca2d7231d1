package dk.grundskema.api.exports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ViewpointTest {
    private static SortedSet<IsoWeek> weeks(int... numbers) {
        var weeks = new TreeSet<IsoWeek>();
        Arrays.stream(numbers).forEach(number -> weeks.add(new IsoWeek(2026, number)));
        return weeks;
    }

    private static String emptyWeekText(SortedSet<IsoWeek> weeks, SortedSet<IsoWeek> away, String language) {
        return Viewpoint.ofStaff(new TemplateTexts(Locale.of(language)), new StaffId("ane"))
                .emptyWeekText(weeks, away);
    }

    @Test
    void weekWithoutEntriesIsNotFreeTime() {
        assertThat(emptyWeekText(weeks(43), weeks(42), "da")).isEqualTo("Intet planlagt.");
        assertThat(emptyWeekText(weeks(43), weeks(42), "en")).isEqualTo("Nothing planned.");
        assertThat(emptyWeekText(weeks(43), weeks(42, 43), "da")).isEqualTo("Væk hele ugen.");
        assertThat(emptyWeekText(weeks(43), weeks(42, 43), "en")).isEqualTo("Away all week.");
    }

    @Test
    void someOfTheWeeksAwayAreNamed() {
        assertThat(emptyWeekText(weeks(40, 41, 43, 44), weeks(43, 44, 45), "da"))
                .isEqualTo("Intet planlagt. Væk i ugerne 43–44.");
        assertThat(emptyWeekText(weeks(40, 41, 43, 44), weeks(44), "en"))
                .isEqualTo("Nothing planned. Away in week 44.");
    }
}
