package dk.grundskema.api.service.plan.history;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.domain.finding.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PlanStatusPresenterTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private static Plan plan(String id, String title, Instant created) {
        return new Plan(
                new PlanId(id),
                new OrganisationId("home"),
                title,
                1,
                new RevisionId("r"),
                new RevisionId("r"),
                created,
                new PlanId("a"),
                false,
                null);
    }

    private static String name(String language, Plan plan, Plan beside) {
        Locale locale = Locale.of(language);
        return PlanStatusPresenter.name(plan, beside, new Texts(locale, List.of(PlanningTexts.load(locale)), id -> id));
    }

    @Test
    void plansOfOneTitleAreToldApartByAge() {
        Plan first = plan("b", "Camp", NOON);
        Plan second = plan("a", "Camp", NOON.plusSeconds(1));
        assertThat(name("en", first, second)).isEqualTo("Camp (the older one)");
        assertThat(name("en", second, first)).isEqualTo("Camp (the newer one)");
        assertThat(name("da", first, second)).isEqualTo("Camp (den ældre)");
        assertThat(name("da", second, first)).isEqualTo("Camp (den nyere)");
        Plan simultaneous = plan("c", "Camp", NOON);
        assertThat(name("en", first, simultaneous)).isNotEqualTo(name("en", simultaneous, first));
    }

    @Test
    void plansOfDifferentTitlesHaveTheirTitles() {
        Plan camp = plan("a", "Camp", NOON);
        assertThat(name("en", camp, plan("b", "Other", NOON))).isEqualTo("Camp");
        assertThat(name("en", camp, camp)).isEqualTo("Camp");
    }
}
