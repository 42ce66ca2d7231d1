package dk.grundskema.api.platform.http;

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

final class DatabaseOutageDetectorTest {
    @Test
    void aDatabaseThatGivesNoConnectionIsAway() {
        var none = new CannotGetJdbcConnectionException("x", new SQLTransientConnectionException("timed out"));
        assertThat(DatabaseOutageDetector.isCauseOf(none)).isTrue();
        assertThat(DatabaseOutageDetector.isCauseOf(new CannotCreateTransactionException("x", none)))
                .isTrue();
    }

    /** The pool gives the connection up at once, so that taking the transaction back fails with another failure. */
    @Test
    void aDatabaseThatGoesInsideATransactionIsAway() {
        var rollback = new TransactionSystemException("No rollback", new SQLException("Connection is closed"));
        assertThat(DatabaseOutageDetector.isCauseOf(rollback)).isTrue();
        var other = new TransactionSystemException("No rollback", new SQLException("something else"));
        assertThat(DatabaseOutageDetector.isCauseOf(other)).isFalse();
        other.initApplicationException(new DataAccessResourceFailureException("x", new SQLException("gone", "57P01")));
        assertThat(DatabaseOutageDetector.isCauseOf(other)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "57P05", "25P03", "53300", "25006"})
    void soIsOneThatEndsAConnection(String state) {
        assertThat(DatabaseOutageDetector.isCauseOf(
                        new DataAccessResourceFailureException("x", new SQLException("it has gone", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "23505", "42601", "57014"})
    void oneThatRefusesIsNot(String state) {
        assertThat(DatabaseOutageDetector.isCauseOf(new SQLException("no", state)))
                .isFalse();
        assertThat(DatabaseOutageDetector.isCauseOf(new SQLException("no state")))
                .isFalse();
        assertThat(DatabaseOutageDetector.isCauseOf(new IllegalStateException()))
                .isFalse();
    }
}
