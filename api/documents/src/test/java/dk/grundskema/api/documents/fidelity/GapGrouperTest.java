package dk.grundskema.api.documents.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class GapGrouperTest {
    private static final Texts TEXTS = Texts.of(Locale.ENGLISH, new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {{"toy.why", "It rained."}, {"fidelity.at", "{0}"}, {"fidelity.accepted", "{0}: {1}"}
            };
        }
    });

    private static Shortfall shortfall(String group, boolean isAccepted) {
        return new Shortfall(List.of(new GroupId(group)), 1, Reason.of("toy.why"), isAccepted);
    }

    @Test
    void placesThatNobodyAcceptedStandFirst() {
        Ask walks = Ask.counted(
                "toy.walks",
                AskOrigin.productDefault(),
                "days",
                5,
                List.of(shortfall("1a", true), shortfall("1b", true), shortfall("1c", false)));

        assertThat(new GapGrouper(TEXTS).groupGaps(walks))
                .containsExactly(
                        new FidelityView.Gap(1, "It rained.", List.of("1c"), 0),
                        new FidelityView.Gap(2, "1: It rained.", List.of("1a", "1b"), 0));
    }
}
