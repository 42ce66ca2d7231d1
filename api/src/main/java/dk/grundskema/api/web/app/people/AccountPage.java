package dk.grundskema.api.web.app.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one's own account.
 *
 * @param name           first and last name
 * @param signInName     what is typed to sign in
 * @param hasPassword    whether it has a password of ours
 * @param administers    organisations whose people the visitor may look at
 * @param tokens         tokens that can be used
 * @param scopes         what a token can be limited to, by the names of the permissions
 * @param token          a token that was just made; empty if none was
 * @param done           what was just done: {@code password}, {@code elsewhere} or {@code revoked}; empty if nothing
 * @param currentTrouble what is wrong with the present password that was typed; empty if nothing is
 * @param passwordTrouble what is wrong with the new one
 * @param tokenTrouble   what is wrong with the token that was asked for
 * @param tokenName      the name that was typed for it
 */
public record AccountPage(
        String name,
        String signInName,
        boolean hasPassword,
        List<Organisation> administers,
        List<Token> tokens,
        List<String> scopes,
        String token,
        String done,
        String currentTrouble,
        String passwordTrouble,
        String tokenTrouble,
        String tokenName) {
    /** Copies the lists. */
    public AccountPage {
        administers = List.copyOf(administers);
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
    }

    /**
     * An organisation.
     *
     * @param id   its id
     * @param name what people call it
     */
    public record Organisation(String id, String name) {}

    /**
     * A token.
     *
     * @param id       names it, and opens nothing
     * @param name     what its owner calls it
     * @param scopes   what it is limited to, by the names of the permissions
     * @param expires  the last day on which it can be used
     * @param lastUsed the day on which it was used last; {@code null} means never
     */
    public record Token(
            String id,
            String name,
            List<String> scopes,
            LocalDate expires,
            @Nullable LocalDate lastUsed) {
        /** Copies the list. */
        public Token {
            scopes = List.copyOf(scopes);
        }
    }

    /** Nothing of what is secret. */
    @Override
    public String toString() {
        return "an account";
    }
}
