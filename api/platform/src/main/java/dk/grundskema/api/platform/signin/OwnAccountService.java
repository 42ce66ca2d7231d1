package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.Credential;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PermissionInterceptor;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
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

/** The caller's own account, for pages. It uses the credential of the current request. */
@Component
public class OwnAccountService {
    private final AccountRepository accounts;
    private final CredentialRepository credentials;
    private final SessionService sessionService;
    private final TokenIssuer tokens;
    private final InstantSource clock;

    OwnAccountService(
            AccountRepository accounts,
            CredentialRepository credentials,
            SessionService sessionService,
            TokenIssuer tokens,
            InstantSource clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessionService = sessionService;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The account.
     *
     * @param name        first and last name
     * @param signInName  name for signing in
     * @param hasPassword whether it has a password in this service
     * @param tokens      valid tokens, the latest first
     */
    public record OwnAccountDetails(String name, String signInName, boolean hasPassword, List<Token> tokens) {
        /** Copies the list. */
        public OwnAccountDetails {
            tokens = List.copyOf(tokens);
        }

        /** Omits all values. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    /**
     * A token of the account.
     *
     * @param id       id of the token, not its secret
     * @param name     name that its owner chose
     * @param scopes   permissions that it is limited to
     * @param expires  when it expires
     * @param lastUsed when it was last used; {@code null} means never
     */
    public record Token(
            String id,
            String name,
            SortedSet<Permission> scopes,
            Instant expires,
            @Nullable Instant lastUsed) {}

    /** Returns the caller's account. */
    public OwnAccountDetails describe(Caller caller) {
        Account account = requireAccount(caller);
        return new OwnAccountDetails(
                account.name(),
                account.signInName(),
                account.hasPassword(),
                credentials.findTokens(account.id()).stream()
                        .map(one -> new Token(
                                one.id(), one.name(), new TreeSet<>(one.scopes()), one.expires(), one.lastUsed()))
                        .toList());
    }

    private Account requireAccount(Caller caller) {
        return accounts.find(caller.account()).orElseThrow(RefusalException::notFound);
    }

    /** Changes the password and ends all other sessions. Throws as {@link SessionService#changePassword}. */
    public void changePassword(Caller caller, String present, String password) {
        sessionService.changePassword(requireAccount(caller), requirePresented().credential(), present, password);
    }

    /** Ends all sessions of the account except the caller's. */
    public void endOtherSessions(Caller caller) {
        credentials.revokeAll(
                caller.account(),
                Credential.Kind.SESSION,
                requirePresented().credential().id());
    }

    /**
     * Creates a token; throws as {@link TokenIssuer#create}.
     *
     * @param days validity in days, 1 to 366
     * @return the token's secret, which is shown only once
     */
    public String createToken(Caller caller, String name, Set<Permission> scopes, int days) {
        Instant expires = clock.instant().plus(Duration.ofDays(days));
        return tokens.create(caller, requirePresented().credential(), name, scopes, null, expires)
                .secret();
    }

    /** Revokes a token; throws 404 if the caller has no token with that id. */
    public void revokeToken(Caller caller, String id) {
        if (!credentials.revokeToken(caller.account(), id)) {
            throw RefusalException.notFound();
        }
    }

    /** Sets a password with a password code; throws as {@link SessionService#choosePassword}. */
    public void choosePassword(String code, String password, String address) {
        sessionService.choosePassword(code, password, address);
    }

    private static PresentedCredential requirePresented() {
        return PermissionInterceptor.currentCaller(PresentedCredential.class)
                .orElseThrow(() -> RefusalException.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"));
    }
}
