package dk.grundskema.api.web.app.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
 * @param wanted         the token that is asked for
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
        Wanted wanted) {
    /** Copies the lists. */
    public AccountPage {
        administers = List.copyOf(administers);
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
    }

    /**
     * A token that is asked for, as it stands in the form.
     *
     * @param name       what its owner would call it
     * @param scopes     what it would be limited to, by the names of the permissions
     * @param days       how many days it could be used
     * @param aboutName  what is wrong with the name, or with all of it; empty if nothing is
     * @param aboutScope what is wrong with what it would be limited to; empty if nothing is
     */
    public record Wanted(String name, Set<String> scopes, int days, String aboutName, String aboutScope) {
        /** What stands there before anything is typed: to look at plans, for a month. */
        public static final Wanted USUAL = new Wanted("", Set.of("READ"), 30, "", "");

        /** Copies the set. */
        public Wanted {
            scopes = Set.copyOf(scopes);
        }

        /** Whether something is wrong with it. */
        public boolean isRefused() {
            return !aboutName.isEmpty() || !aboutScope.isEmpty();
        }
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
