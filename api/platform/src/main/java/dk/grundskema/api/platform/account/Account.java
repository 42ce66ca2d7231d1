package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account that can sign in.
 *
 * @param id           id of the account
 * @param organisation organisation whose administrators manage it; {@code null} means none, for accounts created by an OpenID Connect sign-in
 * @param name         first and last name
 * @param signInName   name for signing in, in lower case; mostly an e-mail address
 * @param active       whether it can be used
 * @param hasPassword  whether a password was chosen
 * @param signedIn     time of the last sign-in; {@code null} means never
 * @param version      version number, which changes of its roles increase too
 * @param created      when it was created
 */
public record Account(
        AccountId id,
        @Nullable OrganisationId organisation,
        String name,
        String signInName,
        boolean active,
        boolean hasPassword,
        @Nullable Instant signedIn,
        long version,
        Instant created) {
    /** Returns the normalized form in which sign-in names are compared. */
    public static String normalizeName(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    Account withVersion(long changed) {
        return new Account(id, organisation, name, signInName, active, hasPassword, signedIn, changed, created);
    }

    /** Returns only the id. */
    @Override
    public String toString() {
        return id.value();
    }
}
