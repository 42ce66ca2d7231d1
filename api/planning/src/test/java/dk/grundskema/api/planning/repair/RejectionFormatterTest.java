package dk.grundskema.api.planning.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.change.SeatCandidates.RejectedCandidate;
import dk.grundskema.solver.change.SeatCandidates.SeatObstacle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionFormatterTest {
    private static String reason(String rule, Locale language) {
        var texts = new Texts(language, List.of(PlanningTexts.load(language)), id -> id);
        return new RejectionFormatter(texts)
                .reason(new RejectedCandidate(new StaffId("ann"), SeatObstacle.BREAKS_RULES, List.of(rule)));
    }

    @ParameterizedTest
    @CsvSource({
        "core.rest-between-dates, too little rest, core.daily-rest",
        "core.long-day, too long a day, core.daily-hours",
        "core.free-dates, no free date left that week, core.free-dates"
    })
    void limitOfDatesIsNamedInPlainWords(String rule, String text, String sameAs) {
        assertThat(reason(rule, Locale.ENGLISH)).isEqualTo(text).isEqualTo(reason(sameAs, Locale.ENGLISH));
        assertThat(reason(rule, Locale.of("da"))).isNotEqualTo(text).isEqualTo(reason(sameAs, Locale.of("da")));
    }
}
