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
import org.springframework.transaction.TransactionSystemException;

final class AwayDatabaseTest {
    @Test
    void aDatabaseThatGivesNoConnectionIsAway() {
        var none = new CannotGetJdbcConnectionException("x", new SQLTransientConnectionException("timed out"));
        assertThat(AwayDatabase.isReasonOf(none)).isTrue();
        assertThat(AwayDatabase.isReasonOf(new CannotCreateTransactionException("x", none)))
                .isTrue();
    }

    /** The pool gives the connection up at once, so that taking the transaction back fails with another failure. */
    @Test
    void aDatabaseThatGoesInsideATransactionIsAway() {
        var rollback = new TransactionSystemException("No rollback", new SQLException("Connection is closed"));
        assertThat(AwayDatabase.isReasonOf(rollback)).isTrue();
        var other = new TransactionSystemException("No rollback", new SQLException("something else"));
        assertThat(AwayDatabase.isReasonOf(other)).isFalse();
        other.initApplicationException(new DataAccessResourceFailureException("x", new SQLException("gone", "57P01")));
        assertThat(AwayDatabase.isReasonOf(other)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006"})
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
