package dk.grundskema.api.server.identity;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param id           which
 * @param organisation whose administrators keep it; {@code null} means nobody's, as of accounts that a sign-in elsewhere made
 * @param name         first and last name
 * @param signInName   what is typed to sign in, in small letters; mostly an address
 * @param active       whether it can be used
 * @param hasPassword  whether a password was chosen
 * @param signedIn     when it was signed in to last; {@code null} means never
 * @param version      counts its changes, those of its roles too
 * @param created      when it was made
 */
record Account(
        AccountId id,
        @Nullable OrganisationId organisation,
        String name,
        String signInName,
        boolean active,
        boolean hasPassword,
        @Nullable Instant signedIn,
        long version,
        Instant created) {
    /** The form in which names are compared that people type to sign in. */
    static String comparable(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Only the id. */
    @Override
    public String toString() {
        return id.value();
    }
}
