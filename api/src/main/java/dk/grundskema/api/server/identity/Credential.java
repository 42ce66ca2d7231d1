package dk.grundskema.api.server.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is known by, without the secret.
 *
 * @param id       names it
 * @param account  whose it is
 * @param kind     what it can be used for
 * @param name     what its owner calls it
 * @param scopes   what it is limited to
 * @param limit    the organisation that it is limited to, with all below; {@code null} means all of the account's
 * @param created  when it was made
 * @param expires  from when on it can't be used
 * @param lastUsed when it was used last, to the minute; {@code null} means never
 */
record Credential(
        String id,
        AccountId account,
        Kind kind,
        String name,
        Set<Permission> scopes,
        @Nullable OrganisationId limit,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed) {
    /** What a credential can be used for. One of a kind is never taken for another. */
    enum Kind {
        /** Sent by programs with each request. */
        TOKEN,
        /** Kept by a browser in a cookie. */
        SESSION,
        /** Lets somebody choose a password, once. */
        PASSWORD_CODE
    }

    /** Copies the set. */
    Credential {
        scopes = Set.copyOf(scopes);
    }

    /** Only the id. */
    @Override
    public String toString() {
        return id;
    }
}
