package dk.grundskema.api.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.ServiceSettingKey;
import dk.grundskema.api.platform.start.ServiceSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class SlowRequestSlotsTest {
    private static final AccountId ONE = new AccountId("one");
    private static final AccountId OTHER = new AccountId("other");
    private static final AccountId THIRD = new AccountId("third");

    private static SlowRequestSlots withWorkers(String workers) {
        return new SlowRequestSlots(
                ServiceSettings.of(Map.of(ServiceSettingKey.WORKERS, workers)).server());
    }

    private static String refused(SlowRequestSlots slots, AccountId account) {
        RefusalException refusal =
                catchThrowableOfType(RefusalException.class, () -> slots.runInSlot(account, () -> "looked"));
        assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refusal.patience()).isEqualTo(Duration.ofSeconds(5));
        return "refused";
    }

    @Test
    void thereAreAsManyPlacesAsWorkersAndEachAccountHasOne() {
        var slots = withWorkers("2");
        String found = slots.runInSlot(ONE, () -> {
            assertThat(refused(slots, ONE)).isEqualTo("refused");
            return slots.runInSlot(OTHER, () -> refused(slots, THIRD));
        });
        assertThat(found).isEqualTo("refused");
        assertThat(slots.runInSlot(THIRD, () -> slots.runInSlot(ONE, () -> "both")))
                .isEqualTo("both");
    }

    @Test
    void zeroWorkersLeaveOneSlotAndAFailureFreesIt() {
        var slots = withWorkers("0");
        assertThatThrownBy(() -> slots.runInSlot(ONE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(slots.runInSlot(ONE, () -> refused(slots, OTHER))).isEqualTo("refused");
    }
}
