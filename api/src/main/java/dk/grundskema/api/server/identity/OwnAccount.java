package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.MeController.NewToken;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The caller's own account, for pages. Who the caller is known by is what the request came with. */
@Component
public class OwnAccount {
    private final Accounts accounts;
    private final Credentials credentials;
    private final SignIn signIn;
    private final Tokens tokens;
    private final InstantSource clock;

    OwnAccount(Accounts accounts, Credentials credentials, SignIn signIn, Tokens tokens, InstantSource clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.signIn = signIn;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The account.
     *
     * @param name        first and last name
     * @param signInName  what is typed to sign in
     * @param hasPassword whether it has a password of ours
     * @param tokens      those that can be used, the latest first
     */
    public record Mine(String name, String signInName, boolean hasPassword, List<Token> tokens) {
        /** Copies the list. */
        public Mine {
            tokens = List.copyOf(tokens);
        }

        /** Says nothing. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    /**
     * A token of the account.
     *
     * @param id       names it, and opens nothing
     * @param name     what its owner calls it
     * @param scopes   what it is limited to
     * @param expires  from when on it can't be used
     * @param lastUsed when it was used last; {@code null} means never
     */
    public record Token(
            String id,
            String name,
            SortedSet<Permission> scopes,
            Instant expires,
            @Nullable Instant lastUsed) {}

    /** The caller's. */
    public Mine of(Caller caller) {
        Account account = account(caller);
        return new Mine(
                account.name(),
                account.signInName(),
                account.hasPassword(),
                credentials.tokens(account.id()).stream()
                        .map(one -> new Token(
                                one.id(), one.name(), new TreeSet<>(one.scopes()), one.expires(), one.lastUsed()))
                        .toList());
    }

    private Account account(Caller caller) {
        return accounts.find(caller.account()).orElseThrow(Refusal::notFound);
    }

    /** Changes the password; the other sessions end. Throws as {@link SignIn#changePassword}. */
    public void changePassword(Caller caller, String present, String password) {
        signIn.changePassword(account(caller), presented().credential(), present, password);
    }

    /** Ends all sessions of the account but the caller's. */
    public void leaveElsewhere(Caller caller) {
        credentials.revokeAll(
                caller.account(),
                Credential.Kind.SESSION,
                presented().credential().id());
    }

    /**
     * Makes a token; throws as {@link Tokens#create}.
     *
     * @param days so many days it can be used, 1 to 366
     * @return what programs send, told this once
     * @throws dk.grundskema.domain.finding.InvalidValueException if the name can't be one, or there is no scope
     */
    public String makeToken(Caller caller, String name, Set<Permission> scopes, int days) {
        Instant expires = clock.instant().plus(Duration.ofDays(days));
        var asked = new NewToken(name, new TreeSet<>(scopes), null, expires);
        return tokens.create(caller, presented().credential(), asked.name(), asked.scopes(), null, asked.expires())
                .secret();
    }

    /** Takes a token back; throws 404 if the caller has none of that id. */
    public void revokeToken(Caller caller, String id) {
        if (!credentials.revokeToken(caller.account(), id)) {
            throw Refusal.notFound();
        }
    }

    /** Lets somebody choose a password by a code; throws as {@link SignIn#choosePassword}. */
    public void choosePassword(String code, String password, String address) {
        signIn.choosePassword(code, password, address);
    }

    private static Presented presented() {
        return AccessCheck.current(Presented.class)
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"));
    }
}
