package dk.grundskema.api.platform.http;

import java.sql.SQLException;

/**
 * A failure that is safe to log. Database messages can quote a refused value, which may be a person's name. Of such failures only the exception types
 * and stack traces are kept.
 */
public final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private RedactedException(Throwable failure) {
        super(
                describe(failure),
                failure.getCause() == null ? null : new RedactedException(failure.getCause()),
                false,
                true);
        setStackTrace(failure.getStackTrace());
    }

    private static String describe(Throwable failure) {
        String type = failure.getClass().getName();
        return failure instanceof SQLException sql
                ? type + " (state %s, code %d)".formatted(sql.getSQLState(), sql.getErrorCode())
                : type;
    }

    /** Returns exception types and stack traces only, for any failure: for operations that only handle personal data. */
    static Throwable always(Throwable failure) {
        return new RedactedException(failure);
    }

    /** Returns the failure itself, or only its exception types and stack traces if a database caused it. */
    public static Throwable of(Throwable failure) {
        return CauseChain.of(failure).stream().anyMatch(SQLException.class::isInstance)
                ? new RedactedException(failure)
                : failure;
    }
}
