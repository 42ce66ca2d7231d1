package dk.grundskema.api.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.PessimisticLockingFailureException;

final class TransactionConflictDetectorTest {
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HYT00"})
    void aDatabaseThatGaveSomethingUpForOthersIsKnownByItsState(String state) {
        var failure = new PessimisticLockingFailureException("x", new SQLException("it gave way", state));
        assertThat(TransactionConflictDetector.isCauseOf(failure)).isTrue();
    }

    @Test
    void failureThatWouldRecurIsNoConflict() {
        assertThat(TransactionConflictDetector.isCauseOf(new SQLException("twice", "23505")))
                .isFalse();
        assertThat(TransactionConflictDetector.isCauseOf(new SQLException("no state")))
                .isFalse();
        assertThat(TransactionConflictDetector.isCauseOf(new IllegalStateException()))
                .isFalse();
    }
}
