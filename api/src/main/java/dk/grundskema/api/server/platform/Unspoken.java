package dk.grundskema.api.server.platform;

import java.sql.SQLException;

/**
 * A failure as logs may have it: what a database says of a value that it refused can quote the value, and that may be somebody's name. Of such
 * failures only their types and places are told.
 */
public final class Unspoken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Unspoken(Throwable failure) {
        super(said(failure), failure.getCause() == null ? null : new Unspoken(failure.getCause()), false, true);
        setStackTrace(failure.getStackTrace());
    }

    private static String said(Throwable failure) {
        String type = failure.getClass().getName();
        return failure instanceof SQLException sql
                ? type + " (state %s, code %d)".formatted(sql.getSQLState(), sql.getErrorCode())
                : type;
    }

    /** Types and places alone, whatever failed: for what is all about people. */
    static Throwable entirely(Throwable failure) {
        return new Unspoken(failure);
    }

    /** The failure itself, or its types and places alone if a database had its say in it. */
    public static Throwable of(Throwable failure) {
        return Causes.of(failure).stream().anyMatch(SQLException.class::isInstance) ? new Unspoken(failure) : failure;
    }
}
