package dk.grundskema.api.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

final class AwayDatabaseTest {
    @Test
    void aDatabaseThatGivesNoConnectionIsAway() {
        var none = new CannotGetJdbcConnectionException("x", new SQLTransientConnectionException("timed out"));
        assertThat(AwayDatabase.isReasonOf(none)).isTrue();
        assertThat(AwayDatabase.isReasonOf(new CannotCreateTransactionException("x", none)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03"})
    void soIsOneThatEndsAConnection(String state) {
        assertThat(AwayDatabase.isReasonOf(
                        new DataAccessResourceFailureException("x", new SQLException("it has gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "23505", "42601", "57014"})
    void oneThatRefusesIsNot(String state) {
        assertThat(AwayDatabase.isReasonOf(new SQLException("no", state))).isFalse();
        assertThat(AwayDatabase.isReasonOf(new SQLException("no state"))).isFalse();
        assertThat(AwayDatabase.isReasonOf(new IllegalStateException())).isFalse();
    }
}
