package dk.grundskema.api.platform.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token, session or password code, without its secret.
 *
 * @param id       id of the credential
 * @param account  account that it belongs to
 * @param kind     what it can be used for
 * @param name     name that its owner chose
 * @param scopes   permissions that it is limited to
 * @param limit    organisation that it is limited to, including all below; {@code null} means all of the account's organisations
 * @param created  when it was created
 * @param expires  when it expires
 * @param lastUsed when it was last used, to the minute; {@code null} means never
 */
public record Credential(
        String id,
        AccountId account,
        Kind kind,
        String name,
        Set<Permission> scopes,
        @Nullable OrganisationId limit,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed) {
    /** What a credential can be used for. A credential of one kind is never accepted as another kind. */
    public enum Kind {
        /** Sent by programs with each request. */
        TOKEN,
        /** Stored by a browser in a cookie. */
        SESSION,
        /** Lets the owner of an account choose a password, once. */
        PASSWORD_CODE
    }

    /** Copies the set. */
    public Credential {
        scopes = Set.copyOf(scopes);
    }

    /** Returns only the id. */
    @Override
    public String toString() {
        return id;
    }
}
