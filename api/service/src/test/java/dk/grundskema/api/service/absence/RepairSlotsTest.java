package dk.grundskema.api.service.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.http.RefusalException;
import dk.grundskema.api.service.start.ServiceSettingKey;
import dk.grundskema.api.service.start.ServiceSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RepairSlotsTest {
    private static final AccountId ONE = new AccountId("one");
    private static final AccountId OTHER = new AccountId("other");
    private static final AccountId THIRD = new AccountId("third");

    private static RepairSlots withWorkers(String workers) {
        return new RepairSlots(
                ServiceSettings.of(Map.of(ServiceSettingKey.WORKERS, workers)).server());
    }

    private static String refused(RepairSlots repairSlots, AccountId account) {
        RefusalException refusal =
                catchThrowableOfType(RefusalException.class, () -> repairSlots.runInSlot(account, () -> "looked"));
        assertThat(refusal.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refusal.patience()).isEqualTo(Duration.ofSeconds(5));
        return "refused";
    }

    @Test
    void thereAreAsManyPlacesAsWorkersAndEachAccountHasOne() {
        var repairSlots = withWorkers("2");
        String found = repairSlots.runInSlot(ONE, () -> {
            assertThat(refused(repairSlots, ONE)).isEqualTo("refused");
            return repairSlots.runInSlot(OTHER, () -> refused(repairSlots, THIRD));
        });
        assertThat(found).isEqualTo("refused");
        assertThat(repairSlots.runInSlot(THIRD, () -> repairSlots.runInSlot(ONE, () -> "both")))
                .isEqualTo("both");
    }

    @Test
    void zeroWorkersLeaveOneSlotAndAFailureFreesIt() {
        var repairSlots = withWorkers("0");
        assertThatThrownBy(() -> repairSlots.runInSlot(ONE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(repairSlots.runInSlot(ONE, () -> refused(repairSlots, OTHER)))
                .isEqualTo("refused");
    }
}
