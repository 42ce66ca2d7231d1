package dk.grundskema.api.server.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RepairPlacesTest {
    private static final AccountId ONE = new AccountId("one");
    private static final AccountId OTHER = new AccountId("other");
    private static final AccountId THIRD = new AccountId("third");

    private static String refused(RepairPlaces places, AccountId account) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> places.during(account, () -> "looked"));
        assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refusal.patience()).isEqualTo(Duration.ofSeconds(5));
        return "refused";
    }

    @Test
    void thereAreAsManyPlacesAsWorkersAndEachAccountHasOne() {
        var places = new RepairPlaces(2);
        String found = places.during(ONE, () -> {
            assertThat(refused(places, ONE)).isEqualTo("refused");
            return places.during(OTHER, () -> refused(places, THIRD));
        });
        assertThat(found).isEqualTo("refused");
        assertThat(places.during(THIRD, () -> places.during(ONE, () -> "both"))).isEqualTo("both");
    }

    @Test
    void whereNoWorkersAreThereIsOnePlaceAndAFailureGivesItBack() {
        var places = new RepairPlaces(0);
        assertThatThrownBy(() -> places.during(ONE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(places.during(ONE, () -> refused(places, OTHER))).isEqualTo("refused");
    }
}
