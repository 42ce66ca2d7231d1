package dk.grundskema.api.service.people;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page of the signed-in account.
 *
 * @param name            first and last name
 * @param signInName      name for signing in
 * @param hasPassword     whether the account has a local password
 * @param administers     organisations whose people the visitor may manage
 * @param tokens          valid tokens
 * @param scopes          possible scopes of a token, as names of permissions
 * @param token           token just created; empty if none
 * @param done            what was just done: {@code password}, {@code elsewhere} or {@code revoked}; empty if nothing
 * @param currentTrouble  error of the typed current password; empty if valid
 * @param passwordTrouble error of the new password; empty if valid
 * @param wanted          values of the form for a new token
 */
public record OwnAccountPage(
        String name,
        String signInName,
        boolean hasPassword,
        List<OrganisationLink> administers,
        List<TokenRow> tokens,
        List<String> scopes,
        String token,
        String done,
        String currentTrouble,
        String passwordTrouble,
        TokenForm wanted) {
    /** Copies the lists. */
    public OwnAccountPage {
        administers = List.copyOf(administers);
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("account").withStyle("people.css");
    }

    /**
     * The form for a new token.
     *
     * @param name       name given by the owner
     * @param scopes     scopes, as names of permissions
     * @param days       lifetime in days
     * @param aboutName  error of the name or of the whole form; empty if valid
     * @param aboutScope error of the scopes; empty if valid
     */
    public record TokenForm(String name, Set<String> scopes, int days, String aboutName, String aboutScope) {
        /** Default values: read access for 30 days. */
        public static final TokenForm USUAL = new TokenForm("", Set.of("READ"), 30, "", "");

        /** Copies the set. */
        public TokenForm {
            scopes = Set.copyOf(scopes);
        }

        /** Returns whether the form has an error. */
        public boolean isRefused() {
            return !aboutName.isEmpty() || !aboutScope.isEmpty();
        }
    }

    /**
     * An organisation.
     *
     * @param id   id
     * @param name name
     */
    public record OrganisationLink(String id, String name) {}

    /**
     * A token.
     *
     * @param id       id, which is not secret
     * @param name     name given by the owner
     * @param scopes   scopes, as names of permissions
     * @param expires  last day on which it is valid
     * @param lastUsed day of the last use; {@code null} means never
     */
    public record TokenRow(
            String id,
            String name,
            List<String> scopes,
            LocalDate expires,
            @Nullable LocalDate lastUsed) {
        /** Copies the list. */
        public TokenRow {
            scopes = List.copyOf(scopes);
        }
    }

    /** Contains no secrets. */
    @Override
    public String toString() {
        return "an account";
    }
}
