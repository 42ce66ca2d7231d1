package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CampNightFixture.CampNightMeeting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calendars contain no student's name, in whichever text a planner entered one. */
class CalendarStudentPrivacyTest {
    private final CampNightFixture camp = new CampNightFixture();

    /** Everything that the calendars and their names hold, folded and unfolded, in small letters. */
    private String allCalendarText() {
        var folded = camp.files().values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return (String.join("\n", camp.files().keySet()) + folded + folded.replace("\r\n ", ""))
                .toLowerCase(Locale.ROOT);
    }

    private List<String> summaries() {
        return camp.lines("personale-bo-oester.ics").stream()
                .filter(line -> line.startsWith("SUMMARY"))
                .toList();
    }

    @Test
    void aConversationNamesANumberInsteadOfTheStudent() {
        camp.with(CampNightMeeting.talk(CampNightFixture.JENS));

        assertThat(summaries()).containsExactly("SUMMARY:Elevsamtale · Elev 2");
        assertThat(allCalendarText()).doesNotContain("jens", "friis", "elev-jens-8");
    }

    @Test
    void namesAndIdsAreNowhereAnybodyWhoWroteThem() {
        camp.title = "Camp for Ida Marie Lund";
        camp.teamName = "ida marie lunds hold";
        camp.roomName = "Jens  Friis' værelse";
        CampNightMeeting talk = CampNightMeeting.talk(CampNightFixture.IDA);
        talk.title = "Samtale med Ida (elev-ida-7)";
        talk.form = "om Lund";
        talk.kind = "elev-ida-7";
        talk.subject = "elev-ida-7";
        CampNightMeeting module = CampNightMeeting.module();
        module.title = "Fremlæggelse: JENS FRIIS, elev-jens-8";
        module.form = "med Ida Marie Lund";
        camp.with(talk, module);

        assertThat(camp.files().keySet())
                .containsExactly(
                        "hold-elev-1s-hold.ics",
                        "lokale-elev-2-vaerelse.ics",
                        "personale-ane-bjerre.ics",
                        "personale-bo-oester.ics");
        assertThat(allCalendarText())
                .doesNotContain("ida", "marie", "lund", "jens", "friis")
                .contains("elev 1", "elev 2");
    }

    @ParameterizedTest
    @CsvSource({
        "Samtale: Ida Marie Lund, Samtale: Elev 1",
        "Idas samtale, Elev 1s samtale",
        "Samtale med ida og lidt mere, Samtale med Elev 1 og lidt mere",
        "Svømning for viderekomne, Svømning for viderekomne · Elev 1",
        "Fridag, Fridag · Elev 1",
    })
    void inAMeetingWithOneStudentAnyPartOfTheNameGivesWay(String title, String shown) {
        CampNightMeeting talk = CampNightMeeting.talk(CampNightFixture.IDA);
        talk.title = title;
        camp.with(talk);

        assertThat(summaries()).containsExactly("SUMMARY:" + shown);
    }

    @Test
    void aNameIsFoundHoweverItsLettersArePutTogether() {
        camp.idasName = "A\u030Age Ko\u0308nig";
        CampNightMeeting module = CampNightMeeting.module();
        module.title = "Åge König fortæller";
        camp.with(module);

        assertThat(summaries()).containsExactly("SUMMARY:Elev 1 fortæller · Hold Å");
    }

    @Test
    void staffKeepTheirNamesWhateverStudentsAreCalled() {
        camp.idasName = "Bo Øster";
        camp.with(CampNightMeeting.module());

        assertThat(camp.lines("personale-ane-bjerre.ics").stream().filter(line -> line.startsWith("DESCRIPTION")))
                .singleElement()
                .asString()
                .contains("Sammen med: Bo Øster");
    }
}
